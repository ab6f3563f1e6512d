import { isUtf8 } from 'node:buffer';
import type { EncodingName } from './encodings.ts';
import { bitsOf, type ModelName, modelOf } from './plausibility.ts';

export interface FoundEncoding {
  readonly name: EncodingName;
  /** Length of the byte order mark. */
  readonly mark: number;
  /** Another that is about as plausible. */
  readonly other: EncodingName | null;
}

interface Candidate {
  readonly name: EncodingName;
  readonly models: readonly ModelName[];
  /** Bits it must be better by: what is seldom met is believed less readily. */
  readonly rare: number;
}

const SAMPLE = 64 * 1024;
const LOOKED_AT = 1024 * 1024;
/** Below this many bits of difference, or this share of all, two readings are about equally plausible. */
const MARGIN = { bits: 12, share: 0.03 } as const;

const WESTERN: readonly ModelName[] = ['german', 'french', 'spanish', 'portuguese', 'italian', 'nordic'];
const CENTRAL: readonly ModelName[] = ['polish', 'czech', 'hungarian', 'romanian', 'croatian'];
const CANDIDATES: readonly Candidate[] = [
  { name: 'UTF-8', models: ['any'], rare: 0 },
  { name: 'GB18030', models: ['simplified', 'traditional'], rare: 2 },
  { name: 'Big5', models: ['traditional'], rare: 2 },
  { name: 'Shift_JIS', models: ['japanese'], rare: 2 },
  { name: 'EUC-JP', models: ['japanese'], rare: 4 },
  { name: 'EUC-KR', models: ['korean'], rare: 2 },
  { name: 'windows-1252', models: WESTERN, rare: 0 },
  { name: 'windows-1250', models: CENTRAL, rare: 2 },
  { name: 'windows-1251', models: ['cyrillic'], rare: 2 },
  { name: 'windows-1254', models: ['turkish'], rare: 4 },
  { name: 'KOI8-R', models: ['cyrillic'], rare: 4 },
  { name: 'ISO-8859-2', models: CENTRAL, rare: 4 },
  { name: 'windows-1253', models: ['greek'], rare: 4 },
  { name: 'windows-1255', models: ['hebrew'], rare: 4 },
  { name: 'windows-1256', models: ['arabic'], rare: 4 },
  { name: 'windows-874', models: ['thai'], rare: 4 },
  { name: 'macintosh', models: WESTERN, rare: 10 },
  { name: 'IBM866', models: ['cyrillic'], rare: 14 },
  { name: 'UTF-16LE', models: ['any'], rare: 4 },
  { name: 'UTF-16BE', models: ['any'], rare: 6 },
];

/**
 * The encoding of a text: what a byte order mark or every byte says; else the one in which it is most plausibly written, with the
 * next where there is hardly a difference. A guess that merely fits would put words into a source's mouth.
 */
export function findEncoding(bytes: Uint8Array): FoundEncoding {
  const marked = byMark(bytes);
  if (marked) return marked;
  const sample = sampleOf(bytes);
  if (isUtf8(bytes) && !bytes.subarray(0, LOOKED_AT).some(isSilent))
    return { name: isJis(bytes) ? 'ISO-2022-JP' : 'UTF-8', mark: 0, other: null };
  const [best, next] = rank(sample);
  const close = next && next.bits - best.bits < Math.max(MARGIN.bits, best.bits * MARGIN.share);
  return { name: best.name, mark: 0, other: close ? next.name : null };
}

/** Whether the bytes look like written text at all: in UTF-16 by what it says, in all others hardly a control character. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const marked = byMark(bytes);
  if (marked?.name.startsWith('UTF-16')) return isWritten(bytes.subarray(marked.mark, SAMPLE), marked.name);
  const sample = bytes.subarray(0, LOOKED_AT);
  let controls = 0;
  for (const byte of sample) if (isSilent(byte)) controls += 1;
  if (controls === 0) return true;
  const part = sample.subarray(0, SAMPLE);
  if (isWritten(part, 'UTF-16LE') || isWritten(part, 'UTF-16BE')) return true;
  return controls * 50 <= sample.byteLength;
}

interface Ranked {
  readonly name: EncodingName;
  readonly bits: number;
  readonly text: string;
}

/** The most plausible first, then the first that says anything else. */
function rank(sample: Uint8Array): readonly [Ranked, Ranked?] {
  const ranked = CANDIDATES.map(({ name, models, rare }) => {
    const text = decoderOf(name).decode(sample);
    return { name, text, bits: rare + Math.min(...models.map((model) => bitsOf(text, modelOf(model)))) };
  }).sort((left, right) => left.bits - right.bits);
  const best = ranked[0] as Ranked;
  const next = ranked.find(({ text }) => text !== best.text);
  return next ? [best, next] : [best];
}

/** Whether bytes are words in UTF-16: known characters of some language, not the noise of a program. */
function isWritten(bytes: Uint8Array, name: EncodingName): boolean {
  if (bytes.byteLength < 2) return false;
  const text = decoderOf(name).decode(bytes.subarray(0, bytes.byteLength - (bytes.byteLength % 2)));
  return bitsOf(text, modelOf('any')) / text.length < 14;
}

const decoders = new Map<EncodingName, TextDecoder>();

function decoderOf(name: EncodingName): TextDecoder {
  const known = decoders.get(name) ?? new TextDecoder(name.toLowerCase(), { ignoreBOM: true });
  decoders.set(name, known);
  return known;
}

function byMark(bytes: Uint8Array): FoundEncoding | null {
  if (starts(bytes, [0xef, 0xbb, 0xbf])) return { name: 'UTF-8', mark: 3, other: null };
  if (starts(bytes, [0xff, 0xfe])) return { name: 'UTF-16LE', mark: 2, other: null };
  if (starts(bytes, [0xfe, 0xff])) return { name: 'UTF-16BE', mark: 2, other: null };
  return null;
}

/** What there is to tell by, whole lines where it has any: the surroundings of bytes beyond ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const telling = bytes.findIndex((byte) => byte >= 0x80 || byte === 0);
  // An even place, for UTF-16.
  const from = telling < 4096 ? 0 : bytes.lastIndexOf(0x0a, telling) + 1;
  const start = telling - from > 4096 ? telling - (telling % 2) : from;
  if (bytes.byteLength - start <= SAMPLE) return bytes.subarray(start);
  const part = bytes.subarray(start, start + SAMPLE);
  const line = part.lastIndexOf(0x0a);
  return line > SAMPLE / 2 ? part.subarray(0, line + 1) : part;
}

function isSilent(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b;
}

/** ISO-2022-JP is made of ASCII alone, and says by escapes where it means Japanese. */
function isJis(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  if (at < 0) return false;
  return /\u001b\$[@B][!-~]{2,}/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(bytes.byteLength - at, SAMPLE)).toString('latin1'),
  );
}

function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
