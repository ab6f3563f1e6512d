import { createHash } from 'node:crypto';

/** What a signature in a PDF covers, read from the bytes of the file and from nothing else. */
export interface SignedRange {
  /** Offsets of `<` and of the byte after `>`. */
  readonly gap: readonly [start: number, end: number];
  readonly range: readonly [number, number, number, number];
  /** The signature's DER as the gap spells it, padding included. */
  readonly contents: Buffer;
  /** Whether the gap is written as our signer writes it: one case of letters, and nothing but zeros after the DER. */
  readonly strict: (derLength: number) => boolean;
}

const pattern = /\/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/g;

export function looksLikePdf(file: Buffer): boolean {
  return file.subarray(0, 1024).includes('%PDF-', 0, 'latin1');
}

/** Every place that calls itself a byte range and leaves out exactly one hexadecimal string. */
export function findSignedRanges(file: Buffer): readonly SignedRange[] {
  const found: SignedRange[] = [];
  for (let at = file.indexOf('/ByteRange', 0, 'latin1'); at >= 0; at = file.indexOf('/ByteRange', at + 1, 'latin1')) {
    pattern.lastIndex = 0;
    const match = pattern.exec(file.subarray(at, at + 96).toString('latin1'));
    if (match?.index !== 0) continue;
    const range = match.slice(1, 5).map(Number) as unknown as SignedRange['range'];
    const [start, end] = [range[0] + range[1], range[2]];
    if (end <= start + 2 || end > file.length) continue;
    const text = file.subarray(start, end).toString('latin1');
    if (!/^<[0-9a-fA-F]+>$/.test(text)) continue;
    const hex = text.slice(1, -1);
    found.push({
      gap: [start, end],
      range,
      contents: Buffer.from(hex, 'hex'),
      strict: (length) => (hex === hex.toLowerCase() || hex === hex.toUpperCase()) && /^0*$/.test(hex.slice(length * 2)),
    });
  }
  return found;
}

export function digestAround(file: Buffer, { range: [from, length, next, rest] }: SignedRange, algorithm: string): string {
  const hash = createHash(algorithm);
  hash.update(file.subarray(from, from + length));
  hash.update(file.subarray(next, next + rest));
  return hash.digest('hex');
}

export type Coverage =
  | { readonly whole: true }
  | { readonly whole: false; readonly why: 'start' }
  | { readonly whole: false; readonly why: 'appended'; readonly bytes: number; readonly kind: 'revision' | 'padding' | 'other' };

/** Whether anything stands in the file that is not signed. */
export function coverageOf(file: Buffer, { range: [from, , next, rest] }: SignedRange): Coverage {
  if (from !== 0) return { whole: false, why: 'start' };
  const tail = file.subarray(next + rest);
  if (tail.length === 0 && next + rest === file.length) return { whole: true };
  const kind = tail.every((byte) => [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20].includes(byte))
    ? 'padding'
    : tail.includes('%%EOF', 0, 'latin1')
      ? 'revision'
      : 'other';
  return { whole: false, why: 'appended', bytes: Math.max(tail.length, next + rest - file.length), kind };
}
