const DIGITS = 65_536;
/** Three digits of 16 bits: 8,900 years in milliseconds. */
const LARGEST_KEY = DIGITS ** 3;

/** Positions of the first `size` rows by `first`, then by `second`, in linear time; infinite values come first or last. */
export function sortedPositions(first: Float64Array, second: Float64Array, size: number): Uint32Array {
  const positions = Uint32Array.from({ length: size }, (_, position) => position);
  if (isSorted(first, second, size)) return positions;
  const firstKeys = keysOf(first, size);
  const secondKeys = keysOf(second, size);
  if (!firstKeys || !secondKeys) return positions.sort((one, other) => compare(first, one, other) || compare(second, one, other));
  return sortBy(firstKeys, sortBy(secondKeys, positions));
}

function compare(values: Float64Array, one: number, other: number): number {
  const [left, right] = [values[one] as number, values[other] as number];
  return left === right ? 0 : left < right ? -1 : 1;
}

function isSorted(first: Float64Array, second: Float64Array, size: number): boolean {
  for (let position = 1; position < size; position += 1) {
    if (
      compare(first, position - 1, position) > 0 ||
      (first[position - 1] === first[position] && compare(second, position - 1, position) > 0)
    )
      return false;
  }
  return true;
}

/** Whole numbers from 0 in the same order, or null where the values lie too far apart for three digits. */
function keysOf(values: Float64Array, size: number): Float64Array | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let position = 0; position < size; position += 1) {
    const value = values[position] as number;
    if (!Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (most - least > LARGEST_KEY - 3) return null;
  const keys = new Float64Array(size);
  for (let position = 0; position < size; position += 1) {
    const value = values[position] as number;
    keys[position] =
      value === Number.NEGATIVE_INFINITY ? 0 : value === Number.POSITIVE_INFINITY ? Math.max(0, most - least) + 2 : value - least + 1;
  }
  return keys;
}

/** Stable, least significant digit first. */
function sortBy(keys: Float64Array, positions: Uint32Array): Uint32Array {
  let from: Uint32Array = positions;
  let to: Uint32Array = new Uint32Array(positions.length);
  const counts = new Uint32Array(DIGITS + 1);
  for (const unit of [1, DIGITS, DIGITS ** 2]) {
    counts.fill(0);
    for (const position of from) increase(counts, digit(keys, position, unit) + 1, 1);
    for (let index = 1; index <= DIGITS; index += 1) increase(counts, index, counts[index - 1] as number);
    for (const position of from) {
      const at = digit(keys, position, unit);
      to[counts[at] as number] = position;
      increase(counts, at, 1);
    }
    [from, to] = [to, from];
  }
  return from;
}

function digit(keys: Float64Array, position: number, unit: number): number {
  return Math.floor((keys[position] as number) / unit) % DIGITS;
}

function increase(counts: Uint32Array, index: number, amount: number): void {
  counts[index] = (counts[index] as number) + amount;
}
