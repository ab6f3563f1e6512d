import type { ExhibitKind } from './exhibit.ts';

/** Which reader reads an original, as its custody entry names it. */
export type ReaderName = 'empty' | 'text' | 'pdf' | 'docx' | 'message' | 'image' | 'film' | 'other' | 'unknown';

/** What is to be known of a format, wherever one is told, read, shown or printed. */
export interface Format {
  readonly reader: ReaderName;
  readonly kind: ExhibitKind;
  /** Its media type; of several alike, a pattern. */
  readonly mediaType: string | RegExp;
  /** Another media type that means the same. */
  readonly alias?: string;
  /** Endings that tell it among texts: there is nothing in the content to tell it by. */
  readonly endings?: readonly string[];
  /** Endings that promise it, and what an original so named may honestly be. */
  readonly promises?: Readonly<Record<string, RegExp>>;
  /** Told by two or three letters, with which a sentence may just as well begin: BMW, ID3. */
  readonly weak?: true;
  /** It has pages that we draw: shown page by page, and set into a case file. Otherwise a case file has a slip. */
  readonly drawn?: true;
  /** The window may show its very bytes: its player or its picture decoder takes it, and nothing in it runs. */
  readonly shown?: true;
  /** Nothing between its two ends is looked at: hours of video need not be decrypted to be described. */
  readonly described?: true;
}

/** Whoever comes first is asked first: a named media type before a family of them. */
export const formats = {
  pdf: { reader: 'pdf', kind: 'document', mediaType: 'application/pdf', promises: { pdf: /^application\/pdf$/ }, drawn: true },
  docx: {
    reader: 'docx',
    kind: 'document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    promises: { docx: /wordprocessingml/ },
  },
  // With macros, or a template: read as any other, for nothing in it runs.
  wordTemplate: {
    reader: 'docx',
    kind: 'document',
    mediaType: /^application\/vnd\.(openxmlformats-officedocument\.wordprocessingml\.|ms-word\.(document|template)\.macroenabled)/i,
    promises: { docm: /ms-word/i, dotx: /wordprocessingml/, dotm: /ms-word/i },
  },
  message: { reader: 'message', kind: 'message', mediaType: 'message/rfc822', promises: { eml: /^message\/rfc822$/ } },
  mailbox: { reader: 'message', kind: 'message', mediaType: 'application/mbox', promises: { mbox: /^application\/mbox$/ } },
  csv: { reader: 'text', kind: 'data', mediaType: 'text/csv', endings: ['csv'], promises: { csv: /^text\// } },
  tsv: { reader: 'text', kind: 'data', mediaType: 'text/tab-separated-values', endings: ['tsv'] },
  json: { reader: 'text', kind: 'data', mediaType: 'application/json', endings: ['json'] },
  jsonl: { reader: 'text', kind: 'data', mediaType: 'application/jsonl', endings: ['jsonl'] },
  xml: { reader: 'text', kind: 'data', mediaType: 'application/xml', endings: ['xml'] },
  markdown: { reader: 'text', kind: 'text', mediaType: 'text/markdown', endings: ['md'], promises: { md: /^text\// } },
  html: { reader: 'text', kind: 'text', mediaType: 'text/html', endings: ['html', 'htm'] },
  // Its text is read; it is not drawn, for it may name what it is drawn of.
  svg: { reader: 'text', kind: 'image', mediaType: 'image/svg+xml', endings: ['svg'] },
  text: { reader: 'text', kind: 'text', mediaType: 'text/plain', promises: { txt: /^text\//, log: /^text\// } },
  // Calendars, address cards, subtitles and whatever else is told by its content and written in lines.
  lines: { reader: 'text', kind: 'text', mediaType: /^text\// },
  jpeg: {
    reader: 'image',
    kind: 'image',
    mediaType: 'image/jpeg',
    promises: { jpg: /^image\/jpeg$/, jpeg: /^image\/jpeg$/ },
    drawn: true,
    shown: true,
  },
  png: {
    reader: 'image',
    kind: 'image',
    mediaType: 'image/png',
    alias: 'image/apng',
    promises: { png: /^image\/png$/ },
    drawn: true,
    shown: true,
  },
  gif: { reader: 'image', kind: 'image', mediaType: 'image/gif', promises: { gif: /^image\/gif$/ }, drawn: true, shown: true },
  webp: { reader: 'image', kind: 'image', mediaType: 'image/webp', promises: { webp: /^image\/webp$/ }, drawn: true, shown: true },
  avif: { reader: 'image', kind: 'image', mediaType: 'image/avif', drawn: true, shown: true },
  bmp: { reader: 'image', kind: 'image', mediaType: 'image/bmp', weak: true, drawn: true, shown: true },
  heic: { reader: 'image', kind: 'image', mediaType: /^image\/hei[cf]/, promises: { heic: /^image\/hei[cf]/ } },
  tiff: { reader: 'image', kind: 'image', mediaType: 'image/tiff', promises: { tif: /^image\/tiff$/, tiff: /^image\/tiff$/ } },
  image: { reader: 'image', kind: 'image', mediaType: /^image\// },
  video: {
    reader: 'film',
    kind: 'video',
    mediaType: /^video\/[\w.+-]+$/,
    promises: { mp4: /^video\/|^audio\/mp4/, mov: /^video\//, avi: /^video\//, mkv: /matroska|webm/ },
    shown: true,
    described: true,
  },
  mp3: { reader: 'film', kind: 'audio', mediaType: 'audio/mpeg', promises: { mp3: /^audio\// }, weak: true, shown: true, described: true },
  audio: {
    reader: 'film',
    kind: 'audio',
    mediaType: /^audio\/[\w.+-]+$/,
    promises: { wav: /^audio\//, m4a: /^audio\/|mp4/ },
    shown: true,
    described: true,
  },
  program: { reader: 'other', kind: 'other', mediaType: 'application/x-msdownload', weak: true },
  compressed: { reader: 'other', kind: 'other', mediaType: 'application/x-compress', weak: true },
  empty: { reader: 'empty', kind: 'other', mediaType: 'application/x-empty' },
  unknown: { reader: 'unknown', kind: 'other', mediaType: 'application/octet-stream', described: true },
  document: {
    reader: 'other',
    kind: 'document',
    mediaType: /document|presentation|msword|cfb|rtf|epub/,
    promises: { pptx: /presentationml/ },
  },
  table: { reader: 'other', kind: 'data', mediaType: /spreadsheet|excel|sqlite|json|parquet/, promises: { xlsx: /spreadsheetml/ } },
  other: { reader: 'other', kind: 'other', mediaType: /^/, promises: { zip: /zip|openxmlformats|opendocument/ } },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

const rows: readonly Format[] = Object.values(formats);

/** The format of a media type. There always is one: the last takes whatever nobody knows. */
export function formatOf(mediaType: string): Format {
  const found = rows.find((one) =>
    typeof one.mediaType === 'string' ? one.mediaType === mediaType || one.alias === mediaType : one.mediaType.test(mediaType),
  );
  return found ?? formats.other;
}

/** The format of a text by the ending of its name. */
export function formatOfText(ending: string): Format {
  return rows.find(({ endings }) => endings?.includes(ending)) ?? formats.text;
}

/** Whether an original of this name may be of this media type; null where the name promises nothing. */
export function keepsPromise(ending: string, mediaType: string): boolean | null {
  const promise = rows.map(({ promises }) => promises?.[ending]).find((one) => one !== undefined);
  return promise ? promise.test(mediaType) : null;
}

/** Whether a reader looks at both ends of an original alone. */
export function isDescribed(reader: string): boolean {
  return rows.some((one) => one.reader === reader && one.described === true);
}
