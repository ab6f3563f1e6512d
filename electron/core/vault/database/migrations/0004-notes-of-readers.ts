import type { Migration } from './migration.ts';

/** What a reader said of an exhibit was stored as English sentences, one after the other, and is stored as facts; a row without them keeps its sentences. */
const COLUMN = 'ALTER TABLE exhibit ADD COLUMN notes TEXT;';

type Note = readonly [code: string] | readonly [code: string, values: Readonly<Record<string, string | number>>];
type Kind = 'number' | 'name' | 'rest';

/** The sentences as they were written. A number is digits, a name has no space in it, and the words of a library run to the end of the note. */
const SENTENCES: readonly (readonly [sentence: string, code: string, kinds?: Readonly<Record<string, Kind>>])[] = [
  ['The file is empty.', 'empty'],
  ['Larger than {megabytes} MB: recorded with type and size, not read.', 'too-large', { megabytes: 'number' }],
  ['Casewright has no reader for this format: recorded with type and size.', 'format-unknown'],
  ['Recorded with the times and sizes its container states; it is played, not read.', 'format-film'],
  ['Pictures of this format are recorded with their metadata; they cannot be shown yet.', 'format-image-minimal'],
  ['The text is neither UTF-8, UTF-16 nor GB18030: recorded with type and size.', 'encoding-unknown'],
  ['The name ends in .{extension}, but the content is {mediaType}.', 'mismatch', { extension: 'name', mediaType: 'name' }],
  ['The name ends in .{extension}, but the content is not that format.', 'mismatch-unrecognised', { extension: 'name' }],
  [
    '{characters} characters were left out of the searchable text ({passages} passages whole or in part); the sealed original is whole.',
    'text-cut',
    { characters: 'number', passages: 'number' },
  ],
  ['{fields} metadata fields were left out; the sealed original is whole.', 'metadata-cut', { fields: 'number' }],
  ['{parts} parts were left out of the list; the sealed original is whole.', 'parts-cut', { parts: 'number' }],
  [
    '{count} of {pages} pages carry no text (pictures of text are not read yet).',
    'pages-without-text',
    { count: 'number', pages: 'number' },
  ],
  ['{count} of {pages} pages could not be read.', 'pages-broken', { count: 'number', pages: 'number' }],
  ['The PDF needs a password.', 'pdf-encrypted'],
  ['The PDF is damaged or cut short.', 'pdf-damaged'],
  ['The document is damaged or cut short.', 'document-damaged'],
  ['The document expands to more than {megabytes} MB and was not opened.', 'document-bomb', { megabytes: 'number' }],
  ['The document declares its own entities, which no word processor does; it was not opened.', 'document-doctype'],
  ['The document needs a password.', 'document-encrypted'],
  ['The message could not be taken apart: {problem}', 'message-damaged', { problem: 'rest' }],
  ['The body was written as a web page; its text is shown without pictures and links.', 'message-html'],
  ['The picture is damaged or cut short.', 'image-damaged'],
  ['The picture claims {width} × {height} pixels, more than can be shown.', 'image-too-large', { width: 'number', height: 'number' }],
  ['The container is damaged or cut short; only its type and size are certain.', 'film-damaged'],
  ['Reading took longer than {seconds} seconds and was stopped.', 'reader.timeout', { seconds: 'number' }],
  ['Reading needed more than {megabytes} MB and was stopped.', 'reader.memory', { megabytes: 'number' }],
];

const PATTERNS: Readonly<Record<Kind, string>> = { number: '\\d+(?:\\.\\d+)?', name: '\\S+?', rest: '.+' };

const KNOWN = SENTENCES.map(([sentence, code, kinds = {}]) => ({
  code,
  kinds,
  pattern: new RegExp(
    `^${sentence
      .replace(/[.()]/g, '\\$&')
      .replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${PATTERNS[kinds[name] ?? 'name']})`)}(?: |$)`,
    'su',
  ),
}));

/** What a picture that could not be drawn was said to be: the sentence about the picture, inside two that said nothing more. */
const WRAPPED = /^FailureError: The content could not be read: (?=The picture )/;

/** Only what is one of the sentences from its first to its last letter is taken for it; from the first that is none, the words stay as they are. */
function notesOf(text: string): readonly Note[] {
  const notes: Note[] = [];
  let rest = text;
  while (rest !== '') {
    const said = rest.replace(WRAPPED, '');
    const found = KNOWN.flatMap((known) => {
      const match = known.pattern.exec(said);
      return match ? [{ ...known, match }] : [];
    });
    const [one] = found;
    if (found.length !== 1 || !one) return [...notes, ['verbatim', { text: rest }]];
    const values = Object.entries(one.match.groups ?? {}).map(([name, value]) => [
      name,
      one.kinds[name] === 'number' ? Number(value) : value,
    ]);
    notes.push(values.length === 0 ? [one.code] : [one.code, Object.fromEntries(values) as Readonly<Record<string, string | number>>]);
    rest = said.slice(one.match[0].length);
  }
  return notes;
}

export const notesOfReaders: Migration = {
  version: 4,
  name: 'notes-of-readers',
  apply(database) {
    database.execute(COLUMN);
    const rows = database.all<{ id: string; note: string }>("SELECT id, reading_note AS note FROM exhibit WHERE reading_note <> ''");
    for (const { id, note } of rows) database.run('UPDATE exhibit SET notes = ? WHERE id = ?', JSON.stringify(notesOf(note)), id);
  },
};
