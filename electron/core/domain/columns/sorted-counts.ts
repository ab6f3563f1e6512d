import { lowerBound } from './sorted.ts';

export function countAtLeast(figures: Float64Array, least: number): number {
  return figures.length - lowerBound(figures, least);
}

/** How many lie in [from, to). */
export function countWithin(figures: Float64Array, from: number, to: number): number {
  return from >= to ? 0 : lowerBound(figures, to) - lowerBound(figures, from);
}

export interface Point {
  readonly first: number;
  readonly second: number;
}

/** Counts how many of its points are at least as far in both figures as each of those asked for, all together in n log n. */
export class Dominance {
  readonly #points: readonly Point[];
  readonly #seconds: Float64Array;

  constructor(points: readonly Point[]) {
    this.#points = [...points].sort((one, other) => descending(one.first, other.first));
    this.#seconds = Float64Array.from(points, ({ second }) => second).sort();
  }

  /** The sum over all corners of the points at or beyond them. */
  countAll(corners: readonly Point[]): number {
    const size = this.#seconds.length;
    const tree = new Int32Array(size + 1);
    let taken = 0;
    let total = 0;
    for (const corner of [...corners].sort((one, other) => descending(one.first, other.first))) {
      for (; taken < size && (this.#points[taken] as Point).first >= corner.first; taken += 1)
        for (let at = lowerBound(this.#seconds, (this.#points[taken] as Point).second) + 1; at <= size; at += at & -at)
          tree[at] = (tree[at] as number) + 1;
      let below = 0;
      for (let at = lowerBound(this.#seconds, corner.second); at > 0; at -= at & -at) below += tree[at] as number;
      total += taken - below;
    }
    return total;
  }
}

/** Differences of infinities are no numbers. */
function descending(one: number, other: number): number {
  return one === other ? 0 : one > other ? -1 : 1;
}
