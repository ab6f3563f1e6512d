import { isUtf8 } from 'node:buffer';

export type TextEncodingName = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';

export interface FoundEncoding {
  readonly name: TextEncodingName;
  /** Length of the byte order mark. */
  readonly mark: number;
}

const SAMPLE = 1024 * 1024;

/**
 * UTF-8 when every byte says so, UTF-16 by its byte order mark, then GB18030 when it decodes without a fault and reads as
 * Chinese; otherwise nothing. A guess that merely fits would put words into a source's mouth.
 */
export function findEncoding(bytes: Uint8Array): FoundEncoding | null {
  if (starts(bytes, [0xef, 0xbb, 0xbf]) && isUtf8(bytes)) return { name: 'UTF-8', mark: 3 };
  if (starts(bytes, [0xff, 0xfe])) return { name: 'UTF-16LE', mark: 2 };
  if (starts(bytes, [0xfe, 0xff])) return { name: 'UTF-16BE', mark: 2 };
  if (isUtf8(bytes)) return { name: 'UTF-8', mark: 0 };
  return isGb18030(bytes) ? { name: 'GB18030', mark: 0 } : null;
}

/** Whether the bytes look like written text at all: no NUL outside UTF-16, hardly a control character. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  if (starts(bytes, [0xff, 0xfe]) || starts(bytes, [0xfe, 0xff])) return bytes.byteLength % 2 === 0;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return false;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b) controls += 1;
  }
  return controls * 500 <= sample.byteLength;
}

/** Decoded pieces of a text, so that a large one never stands in memory twice. Throws on bytes the encoding does not know. */
export function* decodeText(bytes: Uint8Array, encoding: FoundEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding.name.toLowerCase(), { fatal: true, ignoreBOM: true });
  for (let from = encoding.mark; from < bytes.byteLength; from += SAMPLE) {
    yield decoder.decode(bytes.subarray(from, from + SAMPLE), { stream: true });
  }
  yield decoder.decode();
}

function isGb18030(bytes: Uint8Array): boolean {
  let foreign = 0;
  let chinese = 0;
  try {
    for (const piece of decodeText(bytes, { name: 'GB18030', mark: 0 })) {
      for (const character of piece) {
        const code = character.codePointAt(0) as number;
        if (code < 0x80) continue;
        foreign += 1;
        if (
          (code >= 0x4e00 && code <= 0x9fff) ||
          (code >= 0x3000 && code <= 0x303f) ||
          (code >= 0xff00 && code <= 0xffef) ||
          (code >= 0x2010 && code <= 0x2027)
        )
          chinese += 1;
      }
    }
  } catch {
    return false;
  }
  return foreign > 0 && chinese * 10 >= foreign * 9;
}

function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
