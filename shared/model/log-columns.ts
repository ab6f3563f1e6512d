/** What Casewright's own exports call the fields of an event, beside Timesketch's three; read back by the import of logs. */
export const timesketchColumns = ['message', 'datetime', 'timestamp_desc'] as const;

/** `basis` is for people, in English; `facts` says the same in no language, as JSON. */
const MOMENT = ['earliest', 'latest', 'edtf', 'phrase', 'zone', 'precision', 'approximate', 'uncertain', 'basis', 'facts'] as const;

export const ownColumns = [
  'event_id',
  ...MOMENT,
  'lane',
  'standing',
  'kind',
  'location',
  'description',
  'parties',
  'tags',
  'citations',
  ...MOMENT.map((name) => `recorded_${name}` as const),
  ...MOMENT.map((name) => `learned_${name}` as const),
  'clock',
  'entered_at',
  'entered_by',
] as const;

export type OwnColumn = (typeof ownColumns)[number];
export type MomentColumn = (typeof MOMENT)[number];
export const momentColumns = MOMENT;
