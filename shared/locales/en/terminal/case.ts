import { words } from '../words.ts';

/** What `case` says. */
export const cases = {
  'group.case': 'Make and list cases',
  'case.create': 'Make a case',
  'case.list': 'List the cases with what they hold',
  'option.reference': 'the reference it is known by',
  'option.zone': 'the time zone of the case, such as Asia/Shanghai',
  'option.mandate': 'who ordered the investigation, and its scope',
  'option.standard': 'standard of proof: balance-of-probabilities, high-probability, clear-and-convincing, beyond-reasonable-doubt, other',
  'done.case-created': 'Case {{reference}} was made: {{title}} ({{zone}}).',
  'column.reference': words['word.case'],
  'column.zone': 'Zone',
  'column.parties': words['label.parties'],
  'column.exhibits': words['verdict-check.exhibits'],
  'column.events': words['label.events'],
  'column.releases': words['label.releases'],
} as const;
