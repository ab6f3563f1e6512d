import { words } from '../words.ts';

/** The chronology. */
export const chronology = {
  'chronology.title': words['label.chronology'],
  'chronology.note':
    'In the order of the earliest bound. Local times are those of {{zone}} unless another zone is named. Every source is a link to the page of this file that shows it, or to the slip sheet of its exhibit.',
  'chronology.none': 'No events are recorded.',
  'chronology.number': words['label.number'],
  'chronology.when': words['label.when'],
  'chronology.event': words['word.event'],
  'chronology.sources': words['label.sources'],
  'chronology.page': 'Page',
  'chronology.continued': 'continued',
  'chronology.at': 'At: {{place}}',
  'chronology.with': 'Named: {{names}}',
  'chronology.differs': words['label.accounts-differ'],
  'chronology.uncited': 'No source is cited.',
  'chronology.shown': 'Its clock showed: {{moment}}',
  'chronology.recorded': 'Recorded: {{moment}}',
  'chronology.learned': 'Learned by the organisation: {{moment}}',
  'chronology.memory-gap': words['event-kind.memory-gap'],
  'chronology.tags': 'Tags: {{tags}}',
  'chronology.log':
    '{{count}} rows of the log {{exhibit}} stand in the timeline and are not listed here one by one; each can be found in the exhibit itself.',
  'chronology.log-between':
    '{{count}} rows of the log {{exhibit}}, from {{from}} to {{to}}, stand in the timeline and are not listed here one by one; each can be found in the exhibit itself.',
  'chronology.phrase': 'In the source: “{{phrase}}”',
} as const;
