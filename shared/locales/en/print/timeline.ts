import { words } from '../words.ts';

/** The drawn timeline. */
export const timeline = {
  'timeline.title': words['word.timeline'],
  'timeline.none': 'No event has a known time.',
  'timeline.overview': 'The whole period. The numbered stretches below it are enlarged on the pages that follow.',
  'timeline.density':
    'Too many events for one sheet: columns show how many there are. The numbered stretches below are enlarged on the pages that follow.',
  'timeline.overview-only': 'The whole period.',
  'timeline.stretch': 'Stretch {{number}} of {{count}}: {{from}} to {{to}}',
  'timeline.zone': 'Times of {{zone}}. Numbers are those of the chronology.',
  'timeline.untimed': 'Without a time on either side, and so not drawn: {{list}}.',
  'timeline.legend-point': words['label.known-to-second'],
  'timeline.legend-established': words['standing.established'],
  'timeline.legend-asserted': words['standing.asserted'],
  'timeline.legend-bounds': 'lies somewhere within',
  'timeline.legend-open': 'open bound',
  'timeline.legend-gap': words['event-kind.memory-gap'],
  'timeline.legend-differs': words['label.accounts-differ'],
} as const;
