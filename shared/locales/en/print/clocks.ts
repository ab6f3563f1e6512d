import { words } from '../words.ts';

/** The source clocks and what is known of each. */
export const clocks = {
  'clocks.title': words['label.clocks'],
  'clocks.note':
    'Recorded times are printed as the source showed them and are never changed. Where a clock was compared with a reference, the corrected time is worked out from the readings below, as bounds: the stated ± holds whatever the truth within the readings’ own uncertainty. Times of {{zone}} unless a reading names its own zone.',
  'clocks.shown': 'The clock showed',
  'clocks.reference': 'Reference time',
  'clocks.against': 'Reference',
  'clocks.uncertainty': 'Uncertainty',
  'clocks.source': words['label.source'],
  'clocks.seconds': '± {{count}} s',
  'clocks.withdrawn': 'withdrawn, no longer counts',
  'clocks.events': 'Events it stamped: {{count}}.',
  'clocks.limit-reason': 'Reason for that limit: {{reason}}',
  'clocks.former': 'Until {{time}}: {{wording}} Replaced by {{name}}. Reason: {{reason}}',
  'clocks.no-reason': 'none was given.',
  'clocks.not-known': words['label.not-known'],
  'clocks.zone': 'Zone setting: {{zone}}.',
  'clocks.daylight-saving': 'Daylight-saving time: {{setting}}.',
  'clocks.network-time': 'Sets itself over the network: {{setting}}.',
  'clocks.stores-utc': 'Stores UTC: {{setting}}.',
  'clocks.changed': 'Last change of the clock: {{time}}.',
} as const;
