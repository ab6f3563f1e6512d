import type { EventId } from '../../../../shared/model/identifier.ts';

/** A UUID as four words of 32 bits: a quarter of what its text weighs. */
export const ID_WORDS = 4;

const HYPHEN = 45;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Where the four words of a UUID's 32 figures begin, and the hyphens to step over. */
const WORD_STARTS = [0, 9, 19, 28] as const;

export function writeId(id: EventId, ids: Uint32Array, at: number): void {
  for (let word = 0; word < ID_WORDS; word += 1) {
    let value = 0;
    for (let index = WORD_STARTS[word] as number, figures = 0; figures < 8; index += 1) {
      const code = id.charCodeAt(index);
      if (code === HYPHEN) continue;
      value = value * 16 + (code < 58 ? code - 48 : (code | 32) - 87);
      figures += 1;
    }
    ids[at + word] = value;
  }
}

export function idText(ids: Uint32Array, at: number): EventId {
  const [first, second, third, fourth] = [ids[at], ids[at + 1], ids[at + 2], ids[at + 3]] as [number, number, number, number];
  return `${half(first >>> 16)}${half(first)}-${half(second >>> 16)}-${half(second)}-${half(third >>> 16)}-${half(third)}${half(fourth >>> 16)}${half(fourth)}` as EventId;
}

function half(word: number): string {
  return (HEX[(word >>> 8) & 255] as string) + (HEX[word & 255] as string);
}
