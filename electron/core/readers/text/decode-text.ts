import { sentence } from '../findings/sentence.ts';
import { characterLength, isWide } from './encodings.ts';

const PIECE = 256 * 1024;
const SMALL = 4096;
const RETURN = 0x0a;
/** What no text holds: shown as its value, like a byte its encoding does not know. Line ends, tabs, page feeds and escapes stay. */
const SILENT = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f-\u009f]/;
const SILENT_RUNS = new RegExp(`${SILENT.source}+`, 'g');

/** How many bytes stand in a decoded text as their values. */
export interface ByteTally {
  bytes: number;
}

/**
 * Decoded pieces of a text, so that a large one never stands in memory twice. A byte that is no text in the encoding hides nothing:
 * it stands where it was as its value, and is counted.
 */
export function* decodeText(bytes: Uint8Array, encoding: string, tally: ByteTally): Generator<string> {
  const decoder = new TextDecoder(encoding.toLowerCase(), { fatal: true, ignoreBOM: true });
  for (let from = 0; from < bytes.byteLength; ) {
    const to = endOfPiece(bytes, encoding, from);
    yield decodePiece(bytes.subarray(from, to), encoding, decoder, tally);
    from = to;
  }
}

/** A short text at once. */
export function decodeWhole(bytes: Uint8Array, encoding: string, tally: ByteTally): string {
  return [...decodeText(bytes, encoding, tally)].join('');
}

function decodePiece(piece: Uint8Array, encoding: string, decoder: TextDecoder, tally: ByteTally): string {
  const whole = attempt(decoder, piece);
  if (whole !== null) return showSilent(whole, encoding, tally);
  if (encoding === 'ISO-2022-JP') return showSilent(Buffer.from(piece).toString('latin1').replaceAll('\u001b', '\u0000'), encoding, tally);
  const parts: string[] = [];
  for (let at = 0; at < piece.byteLength; ) {
    const start = at;
    while (at < piece.byteLength && at - start < SMALL) {
      const length = characterLength(encoding, piece, at);
      if (length === 0) break;
      at += length;
    }
    if (at > start) parts.push(decodeRun(piece.subarray(start, at), encoding, decoder, tally));
    const fault = at;
    while (at < piece.byteLength && at - fault < SMALL && characterLength(encoding, piece, at) === 0)
      at = Math.min(piece.byteLength, at + (isWide(encoding) ? 2 : 1));
    if (at > fault) parts.push(showBytes(piece.subarray(fault, at), tally));
  }
  return parts.join('');
}

/** Characters well formed each, some of which may stand for nothing. */
function decodeRun(run: Uint8Array, encoding: string, decoder: TextDecoder, tally: ByteTally): string {
  const whole = attempt(decoder, run);
  if (whole !== null) return showSilent(whole, encoding, tally);
  const parts: string[] = [];
  for (let at = 0; at < run.byteLength; ) {
    const character = run.subarray(at, at + characterLength(encoding, run, at));
    const text = attempt(decoder, character);
    parts.push(text === null ? showBytes(character, tally) : showSilent(text, encoding, tally));
    at += character.byteLength;
  }
  return parts.join('');
}

function attempt(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function showSilent(text: string, encoding: string, tally: ByteTally): string {
  if (!SILENT.test(text)) return text;
  const digits = isWide(encoding) ? 4 : 2;
  return text.replace(SILENT_RUNS, (run) => {
    tally.bytes += run.length * (digits / 2);
    return show(Array.from(run, (character) => character.charCodeAt(0).toString(16).toUpperCase().padStart(digits, '0')));
  });
}

function showBytes(bytes: Uint8Array, tally: ByteTally): string {
  tally.bytes += bytes.byteLength;
  return show([...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')));
}

function show(values: readonly string[]): string {
  return `[${sentence('mark-byte', { value: values.join(' ') })}]`;
}

/** After a line end where there is one, else after a whole character. */
function endOfPiece(bytes: Uint8Array, encoding: string, from: number): number {
  const to = from + PIECE;
  if (to >= bytes.byteLength) return bytes.byteLength;
  const line = isWide(encoding) ? -1 : bytes.subarray(from, to).lastIndexOf(RETURN);
  if (line > 0) return from + line + 1;
  let at = from;
  while (at < to) at += characterLength(encoding, bytes, at) || (isWide(encoding) ? 2 : 1);
  return Math.min(at, bytes.byteLength);
}
