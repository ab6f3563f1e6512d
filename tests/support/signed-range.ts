/** Where the signature of a case file stands, found by its words alone: a second reader beside the one that is tested. */
export interface SignedRange {
  /** Offsets of `<` and of the byte after `>`. */
  readonly gap: readonly [start: number, end: number];
  /** The signature's DER as the gap spells it, padding included. */
  readonly contents: Buffer;
}

export function findSignedRanges(file: Buffer): readonly SignedRange[] {
  const found: SignedRange[] = [];
  for (const [, first = '', next = ''] of file.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) \d+\]/g)) {
    const gap = [Number(first), Number(next)] as const;
    found.push({ gap, contents: Buffer.from(file.toString('latin1', gap[0] + 1, gap[1] - 1), 'hex') });
  }
  return found;
}
