import { words } from '../words.ts';

/** The exhibit schedule. */
export const schedule = {
  'schedule.title': 'Exhibit schedule',
  'schedule.number': 'Number',
  'schedule.exhibit': words['word.exhibit'],
  'schedule.acquired': 'Acquired',
  'schedule.size': words['label.size'],
  'schedule.page': 'Page',
  'schedule.source': 'Source: {{source}}',
  'schedule.source-unknown': words['label.not-stated'],
  'schedule.by': 'by {{name}}',
  'schedule.received-again': 'The same bytes were received again: {{count}} more',
  'schedule.all-read': '{{count}} exhibits. The content of every one was read.',
  'schedule.unread':
    '{{total}} exhibits. Content that could not be read, {{count}} in all: {{numbers}}. These originals are sealed and hashed like all others.',
  'schedule.zone': 'Times of {{zone}}.',
  'note.restrictions': 'Its author restricted printing or copying; it opens without a password',
  'note.form': 'Some form fields have no appearance of their own and are not drawn',
  'note.layers': 'It has layers; all of them are drawn',
  'note.reduced': 'Reduced to 300 dots per inch',
  'shown.page': 'Shown as 1 page',
  'shown.pages': 'Shown as {{count}} pages',
  'shown.attached': 'Attached as {{name}}',
  'shown.covered': 'Covered: withheld from this file',
  'shown.withheld': 'Not attached: see its slip sheet',
  'findings.notes': '{{state}}: {{note}}',
} as const;
