import type { ExhibitKind } from '../../../shared/model/exhibit.ts';
import { looksLikeMessage } from './message/message-shape.ts';
import type { Detected, Format, Original } from '../tasks/exhibit.ts';
import { sentence } from './findings/sentence.ts';
import { looksLikeText } from './text/text-encoding.ts';

type Family = Pick<Detected, 'format' | 'kind' | 'mediaType'>;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Formats told by their name only among texts: there is nothing in the content to tell them by. */
const TEXTS: Readonly<Record<string, readonly [ExhibitKind, string]>> = {
  csv: ['data', 'text/csv'],
  tsv: ['data', 'text/tab-separated-values'],
  json: ['data', 'application/json'],
  jsonl: ['data', 'application/jsonl'],
  xml: ['data', 'application/xml'],
  md: ['text', 'text/markdown'],
  html: ['text', 'text/html'],
  htm: ['text', 'text/html'],
  svg: ['image', 'image/svg+xml'],
};

/** Names that promise a format of which the content must show the mark. */
const PROMISES: Readonly<Record<string, RegExp>> = {
  pdf: /^application\/pdf$/,
  docx: /wordprocessingml/,
  xlsx: /spreadsheetml/,
  pptx: /presentationml/,
  zip: /zip|openxmlformats|opendocument/,
  jpg: /^image\/jpeg$/,
  jpeg: /^image\/jpeg$/,
  png: /^image\/(png|apng)$/,
  gif: /^image\/gif$/,
  webp: /^image\/webp$/,
  heic: /^image\/hei[cf]/,
  tif: /^image\/tiff$/,
  tiff: /^image\/tiff$/,
  mp4: /^video\/|^audio\/mp4/,
  mov: /^video\//,
  avi: /^video\//,
  mkv: /matroska|webm/,
  mp3: /^audio\//,
  wav: /^audio\//,
  m4a: /^audio\/|mp4/,
  eml: /^message\/rfc822$/,
  txt: /^text\//,
  csv: /^text\//,
  md: /^text\//,
  log: /^text\//,
};

/** Formats told by two or three letters, with which a sentence may just as well begin: BMW, MZ, ID3. */
const WEAK = new Set(['image/bmp', 'application/x-msdownload', 'audio/mpeg', 'application/x-compress']);

/** Tells a format by its content. A name decides only what no content can show: which kind of plain text it is. */
export async function detect(original: Original): Promise<Detected> {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(original.fileName)?.[1]?.toLowerCase() ?? '';
  const family = await detectFamily(original, extension);
  return { ...family, mismatch: describeMismatch(extension, family) };
}

async function detectFamily(original: Original, extension: string): Promise<Family> {
  const head = original.slices[0]?.bytes ?? new Uint8Array();
  if (original.total === 0) return { format: 'empty', kind: 'other', mediaType: 'application/x-empty' };
  const { fileTypeFromBuffer } = await import('file-type');
  // Sniffing looks inside archives; what fails there is simply not recognised.
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const text = looksLikeText(head);
  if (found && !found.mime.endsWith('/xml') && !(text && WEAK.has(found.mime))) return byMediaType(found.mime);
  // Before the question whether it is text: an attachment may travel in a message as it is.
  if (looksLikeMessage(head)) return { format: 'message', kind: 'message', mediaType: 'message/rfc822' };
  // Programs open a PDF whose mark stands anywhere in its first kilobyte; so does whoever hides one.
  const marked = Buffer.from(head.subarray(0, 1024)).includes('%PDF-');
  if (marked && (!text || extension === 'pdf')) return { format: 'pdf', kind: 'document', mediaType: 'application/pdf' };
  if (!text) return { format: 'unknown', kind: 'other', mediaType: 'application/octet-stream' };
  const [kind, mediaType] = TEXTS[extension] ?? ['text', 'text/plain'];
  return { format: 'text', kind, mediaType };
}

function byMediaType(mediaType: string): Family {
  const type = mediaType.split(';')[0] as string;
  if (type === 'application/pdf') return { format: 'pdf', kind: 'document', mediaType: type };
  if (type === DOCX) return { format: 'docx', kind: 'document', mediaType: type };
  if (type === 'image/apng') return { format: 'image', kind: 'image', mediaType: 'image/png' };
  const [major] = type.split('/');
  if (major === 'image') return { format: 'image', kind: 'image', mediaType: type };
  if (major === 'video') return { format: 'film', kind: 'video', mediaType: type };
  if (major === 'audio') return { format: 'film', kind: 'audio', mediaType: type };
  if (/document|presentation|msword|cfb|rtf|epub/.test(type)) return { format: 'other', kind: 'document', mediaType: type };
  if (/spreadsheet|excel|sqlite|json|parquet/.test(type)) return { format: 'other', kind: 'data', mediaType: type };
  return { format: 'other', kind: 'other', mediaType: type };
}

function describeMismatch(extension: string, family: { readonly format: Format; readonly mediaType: string }): string {
  const promise = PROMISES[extension];
  if (!promise || family.format === 'empty' || promise.test(family.mediaType)) return '';
  // Some programs save an e-mail under .txt; that is a text all the same.
  if (family.format === 'message' && promise.test('text/plain')) return '';
  return family.mediaType === 'application/octet-stream'
    ? sentence('mismatch-unrecognised', { extension })
    : sentence('mismatch', { extension, mediaType: family.mediaType });
}
