import type { Migration } from './migration.ts';

/** How a moment was reached was stored as a sentence, in the language of whoever entered it, and is stored as facts; a row without them keeps its sentence. */
const COLUMNS = `
ALTER TABLE event ADD COLUMN facts TEXT;
ALTER TABLE event_moment ADD COLUMN facts TEXT;
ALTER TABLE allegation_moment ADD COLUMN facts TEXT;
ALTER TABLE exhibit_date ADD COLUMN facts TEXT;
`;

/** What the basis of a moment said, word by word, where nothing in it varies but the moment's own zone, which stands for Z. */
const BASES: readonly (readonly [sentence: string, ...names: readonly string[]])[] = [
  ['Read as local time in Z.', 'basis.local'],
  ['The whole minute. Read as local time in Z.', 'basis.minute', 'basis.local'],
  ['The whole hour. Read as local time in Z.', 'basis.hour', 'basis.local'],
  ['The whole day in Z.', 'basis.day'],
  ['The whole month in Z.', 'basis.month'],
  ['The whole year in Z.', 'basis.year'],
  ['按 Z 的当地时间读取。', 'basis.local'],
  ['该整分钟。 按 Z 的当地时间读取。', 'basis.minute', 'basis.local'],
  ['该整小时。 按 Z 的当地时间读取。', 'basis.hour', 'basis.local'],
  ['Z 当地的一整天。', 'basis.day'],
  ['Z 当地的一整月。', 'basis.month'],
  ['Z 当地的一整年。', 'basis.year'],
];

/** Which of them name the zone. */
const ZONED = /^basis\.(?:local|day|month|year)$/;

/** The rows of a log are left alone: a million of them are not written anew to say in another language how they were read. */
const MOMENTS: readonly (readonly [table: string, where: string])[] = [
  ['event', 'import_id IS NULL'],
  ['event_moment', 'event_ordinal IN (SELECT ordinal FROM event WHERE import_id IS NULL)'],
  ['allegation_moment', 'TRUE'],
  ['exhibit_date', 'TRUE'],
];

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** Only a sentence that is one of these from its first to its last letter is taken for it. */
function translateBasis([sentence, ...names]: (typeof BASES)[number]): readonly string[] {
  const facts = names.map((name) => `json_array(${text(name)}${ZONED.test(name) ? ", json_object('zone', zone)" : ''})`);
  return MOMENTS.map(
    ([table, where]) =>
      `UPDATE ${table} SET facts = json_array(${facts.join(', ')}) WHERE basis = replace(${text(sentence)}, 'Z', zone) AND ${where};`,
  );
}

export const factsOfSentences: Migration = {
  version: 3,
  name: 'facts-of-sentences',
  apply(database) {
    database.execute([COLUMNS, ...BASES.flatMap(translateBasis)].join('\n'));
  },
};
