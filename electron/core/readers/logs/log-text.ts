import { isUtf8 } from 'node:buffer';
import type { LogEncoding } from '../../../../shared/model/log.ts';
import type { LogLayout } from '../../tasks/log.ts';
import { looksLikeText } from '../text/text-encoding.ts';

/** The bytes of a byte order mark at the beginning. */
export function markLength(bytes: Uint8Array): number {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) ? 2 : 0;
}

/**
 * UTF-16 by its byte order mark or by where its zero bytes stand, UTF-8 when the beginning is, else GB18030. A wrong belief shows
 * in the preview, where it can be changed; null for what is no text at all.
 */
export function findLogEncoding(head: Uint8Array): LogEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'UTF-16LE';
  if (head[0] === 0xfe && head[1] === 0xff) return 'UTF-16BE';
  const sample = head.subarray(0, 4096);
  const zeros = [0, 1].map((parity) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length) as [number, number];
  if (zeros[1] * 3 > sample.length / 2 && zeros[0] === 0) return 'UTF-16LE';
  if (zeros[0] * 3 > sample.length / 2 && zeros[1] === 0) return 'UTF-16BE';
  // Single zero bytes are a fault of their rows and not of the log.
  if (!looksLikeText(sample.filter((byte) => byte !== 0))) return null;
  return isUtf8(wholeLines(head)) ? 'UTF-8' : isGb(wholeLines(head)) ? 'GB18030' : 'UTF-8';
}

export interface DecodedChunk {
  readonly text: string;
  /** Some bytes are no text in this encoding; U+FFFD stands in their place. */
  readonly damaged: boolean;
  /** How many bytes the text stands for. */
  readonly bytes: number;
}

/** Decodes a piece of a log that begins at a line, up to its last line end; all of it when nothing follows. */
export function decodeChunk(bytes: Uint8Array, { encoding, newline }: LogLayout, last: boolean): DecodedChunk {
  const wide = encoding.startsWith('UTF-16');
  const end = last ? bytes.length : wide ? bytes.length - (bytes.length % 2) : bytes.lastIndexOf(newline.charCodeAt(0)) + 1;
  const piece = bytes.subarray(0, end);
  const label = encoding.toLowerCase();
  try {
    return {
      text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(piece, { stream: wide && !last }),
      damaged: false,
      bytes: end,
    };
  } catch {
    return { text: new TextDecoder(label, { ignoreBOM: true }).decode(piece), damaged: true, bytes: end };
  }
}

/** How many bytes the first `used` characters of a decoded piece stand for. They end at a line end, or with the text. */
export function bytesUsed(bytes: Uint8Array, decoded: DecodedChunk, used: number, { encoding, newline }: LogLayout): number {
  if (used >= decoded.text.length) return encoding.startsWith('UTF-16') ? decoded.text.length * 2 + (decoded.bytes % 2) : decoded.bytes;
  if (encoding.startsWith('UTF-16')) return used * 2;
  if (used === 0) return 0;
  // Line ends are single bytes and stand for themselves in these encodings, in damaged text as well.
  let left = 0;
  for (let at = decoded.text.indexOf(newline, used); at >= 0; at = decoded.text.indexOf(newline, at + 1)) left += 1;
  const code = newline.charCodeAt(0);
  let end = decoded.bytes;
  for (; left >= 0; left -= 1) {
    end = end === 0 ? -1 : bytes.lastIndexOf(code, end - 1);
    if (end < 0) return 0;
  }
  return end + 1;
}

export function findNewline(text: string): '\n' | '\r' {
  return text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
}

function wholeLines(head: Uint8Array): Uint8Array {
  const end = head.lastIndexOf(0x0a);
  return end < 0 ? head.subarray(0, Math.max(0, head.length - 4)) : head.subarray(0, end + 1);
}

function isGb(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
