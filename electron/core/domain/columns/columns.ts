import type { EventId } from '../../../../shared/model/identifier.ts';
import { ID_WORDS, idText, writeId } from './packed-id.ts';
import { gallop, lowerBound, upperBound } from './sorted.ts';
import { sortedPositions } from './sort.ts';

/** One event as the columns hold it; an open bound is infinite. */
export interface Row {
  readonly id: EventId;
  readonly earliest: number;
  /** The first instant that is too late. */
  readonly latest: number;
  readonly flags: number;
  /** Where the title begins in the title store. */
  readonly title: number;
  /** Its place in the order of entry. */
  readonly ordinal: number;
}

/** The columns themselves, to be read and not kept. */
export interface RawColumns {
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly flags: Uint16Array;
  readonly titles: Uint32Array;
  readonly ordinals: Uint32Array;
}

const BLOCK = 64;

/**
 * The events of one group as typed arrays, by earliest bound and then by latest. Which of them touch a stretch of time is
 * answered without looking at the others, however long some last: blocks of 64 rows, and blocks of 64 blocks, know their
 * latest bound. How many touch it needs only two binary searches, because every event begins before it ends.
 */
export class EventColumns {
  #size = 0;
  #inOrder = false;
  #earliest = new Float64Array(0);
  #latest = new Float64Array(0);
  #flags = new Uint16Array(0);
  #titles = new Uint32Array(0);
  #ordinals = new Uint32Array(0);
  #ids = new Uint32Array(0);
  /** The latest bounds alone, in order. */
  #ends = new Float64Array(0);
  #blocks = new Float64Array(0);
  #blocksOfBlocks = new Float64Array(0);

  get size(): number {
    return this.#size;
  }

  /** Appends a row in any place; `finish` brings everything into order. */
  collect(row: Row): void {
    if (this.#size === this.#earliest.length) this.#resize(Math.max(16, Math.ceil(this.#size * 1.5)));
    this.#write(this.#size, row);
    this.#size += 1;
  }

  /** Puts collected rows into order and gives back the room kept for growing. */
  finish(): this {
    const positions = sortedPositions(this.#earliest, this.#latest, this.#size);
    this.#earliest = positionsOf(this.#earliest, positions, Float64Array);
    this.#latest = positionsOf(this.#latest, positions, Float64Array);
    this.#flags = positionsOf(this.#flags, positions, Uint16Array);
    this.#titles = positionsOf(this.#titles, positions, Uint32Array);
    this.#ordinals = positionsOf(this.#ordinals, positions, Uint32Array);
    this.#ids = idsOf(this.#ids, positions);
    this.#ends = this.#latest.slice().sort();
    this.#inOrder = true;
    this.#summarise(0);
    return this;
  }

  insert(row: Row): void {
    const position = this.before(row.earliest, row.latest, true);
    if (this.#size === this.#earliest.length) this.#resize(this.#size + Math.max(64, Math.ceil(this.#size / 64)));
    for (const column of [this.#earliest, this.#latest, this.#flags, this.#titles, this.#ordinals])
      column.copyWithin(position + 1, position, this.#size);
    this.#ids.copyWithin((position + 1) * ID_WORDS, position * ID_WORDS, this.#size * ID_WORDS);
    this.#write(position, row);
    const end = lowerBound(this.#ends, row.latest, 0, this.#size);
    this.#ends.copyWithin(end + 1, end, this.#size);
    this.#ends[end] = row.latest;
    this.#size += 1;
    this.#summarise(position);
  }

  /** Whether the event was here. */
  remove(id: EventId): boolean {
    const position = this.#find(id);
    if (position < 0) return false;
    const end = lowerBound(this.#ends, this.#latest[position] as number, 0, this.#size);
    this.#ends.copyWithin(end, end + 1, this.#size);
    for (const column of [this.#earliest, this.#latest, this.#flags, this.#titles, this.#ordinals])
      column.copyWithin(position, position + 1, this.#size);
    this.#ids.copyWithin(position * ID_WORDS, (position + 1) * ID_WORDS, this.#size * ID_WORDS);
    this.#size -= 1;
    this.#summarise(position);
    return true;
  }

  /**
   * The rows with no bound at all: they stand together, behind those whose beginning alone is open. They have no place in time, so
   * no stretch is touched by them and no count holds them.
   */
  get unplaced(): { readonly from: number; readonly to: number } {
    const at = (including: boolean): number => this.before(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, including);
    return { from: at(false), to: at(true) };
  }

  /** How many events touch [from, to). */
  count(from: number, to: number): number {
    const { unplaced } = this;
    return lowerBound(this.#earliest, to, 0, this.#size) - upperBound(this.#ends, from, 0, this.#size) - (unplaced.to - unplaced.from);
  }

  /** Adds to `counts` how many events touch each of its equal columns of [from, to). */
  countColumns(from: number, to: number, counts: Uint32Array): void {
    const width = (to - from) / counts.length;
    const { unplaced } = this;
    const nowhere = unplaced.to - unplaced.from;
    let begun = 0;
    let ended = 0;
    for (let column = 0; column < counts.length; column += 1) {
      begun = gallop(this.#earliest, from + (column + 1) * width, begun, this.#size, false);
      ended = gallop(this.#ends, from + column * width, ended, this.#size, true);
      counts[column] = (counts[column] as number) + begun - ended - nowhere;
    }
  }

  /** The events that touch [from, to), by earliest bound. */
  touching(from: number, to: number, found: (row: Row) => void): void {
    const end = lowerBound(this.#earliest, to, 0, this.#size);
    const { unplaced } = this;
    const span = BLOCK * BLOCK;
    for (let outer = 0; outer * span < end; outer += 1) {
      if ((this.#blocksOfBlocks[outer] as number) <= from) continue;
      for (let inner = outer * BLOCK; inner * BLOCK < Math.min(end, (outer + 1) * span); inner += 1) {
        if ((this.#blocks[inner] as number) <= from || (inner * BLOCK >= unplaced.from && (inner + 1) * BLOCK <= unplaced.to)) continue;
        for (let position = inner * BLOCK; position < Math.min(end, (inner + 1) * BLOCK); position += 1) {
          const placed = position < unplaced.from || position >= unplaced.to;
          if (placed && (this.#latest[position] as number) > from) found(this.#read(position));
        }
      }
    }
  }

  /** Where an event stands, from 0; -1 when it is not here. */
  positionOf(id: EventId): number {
    return this.#find(id);
  }

  /** The row at a position, or undefined beyond the ends. */
  at(position: number): Row | undefined {
    return position >= 0 && position < this.#size ? this.#read(position) : undefined;
  }

  /** How many rows come before these bounds, in the order of the columns; with `including`, those with the very same bounds as well. */
  before(earliest: number, latest: number, including: boolean): number {
    const first = lowerBound(this.#earliest, earliest, 0, this.#size);
    const last = upperBound(this.#earliest, earliest, first, this.#size);
    return (including ? upperBound : lowerBound)(this.#latest, latest, first, last);
  }

  /** The columns in order, without making a row of each. */
  get raw(): RawColumns {
    const all = <C extends Column>(column: C): C => column.subarray(0, this.#size) as C;
    return {
      earliest: all(this.#earliest),
      latest: all(this.#latest),
      flags: all(this.#flags),
      titles: all(this.#titles),
      ordinals: all(this.#ordinals),
    };
  }

  /** Every row, by earliest bound. */
  *rows(): Generator<Row> {
    for (let position = 0; position < this.#size; position += 1) yield this.#read(position);
  }

  /** The stretch in which every event with a known bound touches at least a millisecond, or null when none has one. */
  extent(): { readonly from: number; readonly to: number } | null {
    if (this.#size === 0) return null;
    const firstStart = this.#earliest[upperBound(this.#earliest, Number.NEGATIVE_INFINITY, 0, this.#size)] ?? Number.POSITIVE_INFINITY;
    const from = Math.min(firstStart, (this.#ends[0] as number) - 1);
    const lastEnd = this.#ends[lowerBound(this.#ends, Number.POSITIVE_INFINITY, 0, this.#size) - 1] ?? Number.NEGATIVE_INFINITY;
    const to = Math.max(lastEnd, (this.#earliest[this.#size - 1] as number) + 1);
    return Number.isFinite(from) && Number.isFinite(to) ? { from, to } : null;
  }

  /** What the columns weigh, in bytes. */
  get bytes(): number {
    return [
      this.#earliest,
      this.#latest,
      this.#flags,
      this.#titles,
      this.#ordinals,
      this.#ids,
      this.#ends,
      this.#blocks,
      this.#blocksOfBlocks,
    ].reduce((sum, column) => sum + column.byteLength, 0);
  }

  #find(id: EventId): number {
    const words = new Uint32Array(ID_WORDS);
    writeId(id, words, 0);
    for (let position = 0; position < this.#size; position += 1) {
      const at = position * ID_WORDS;
      if (this.#ids[at] === words[0] && words.every((word, index) => this.#ids[at + index] === word)) return position;
    }
    return -1;
  }

  #read(position: number): Row {
    return {
      id: idText(this.#ids, position * ID_WORDS),
      earliest: this.#earliest[position] as number,
      latest: this.#latest[position] as number,
      flags: this.#flags[position] as number,
      title: this.#titles[position] as number,
      ordinal: this.#ordinals[position] as number,
    };
  }

  #write(position: number, { id, earliest, latest, flags, title, ordinal }: Row): void {
    this.#earliest[position] = earliest;
    this.#latest[position] = latest;
    this.#flags[position] = flags;
    this.#titles[position] = title;
    this.#ordinals[position] = ordinal;
    writeId(id, this.#ids, position * ID_WORDS);
  }

  #resize(capacity: number): void {
    this.#earliest = resized(this.#earliest, new Float64Array(capacity), this.#size);
    this.#latest = resized(this.#latest, new Float64Array(capacity), this.#size);
    this.#flags = resized(this.#flags, new Uint16Array(capacity), this.#size);
    this.#titles = resized(this.#titles, new Uint32Array(capacity), this.#size);
    this.#ordinals = resized(this.#ordinals, new Uint32Array(capacity), this.#size);
    this.#ids = resized(this.#ids, new Uint32Array(capacity * ID_WORDS), this.#size * ID_WORDS);
    // While rows are collected nobody asks for ends.
    if (this.#inOrder) this.#ends = resized(this.#ends, new Float64Array(capacity), this.#size);
  }

  /** Renews the blocks from the one that holds `position` on. */
  #summarise(position: number): void {
    const blocks = Math.ceil(this.#size / BLOCK);
    if (this.#blocks.length < blocks) this.#blocks = resized(this.#blocks, new Float64Array(blocks + 1), this.#blocks.length);
    const outerBlocks = Math.ceil(blocks / BLOCK);
    if (this.#blocksOfBlocks.length < outerBlocks)
      this.#blocksOfBlocks = resized(this.#blocksOfBlocks, new Float64Array(outerBlocks + 1), this.#blocksOfBlocks.length);
    for (let block = Math.floor(position / BLOCK); block < blocks; block += 1)
      this.#blocks[block] = greatest(this.#latest, block * BLOCK, Math.min(this.#size, (block + 1) * BLOCK));
    for (let outer = Math.floor(position / BLOCK / BLOCK); outer < outerBlocks; outer += 1) {
      this.#blocksOfBlocks[outer] = greatest(this.#blocks, outer * BLOCK, Math.min(blocks, (outer + 1) * BLOCK));
    }
  }
}

type Column = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;

function resized<C extends Column>(column: C, larger: C, used: number): C {
  larger.set(column.subarray(0, used));
  return larger;
}

function positionsOf<C extends Column>(column: C, positions: Uint32Array, Kind: new (length: number) => C): C {
  const ordered = new Kind(positions.length);
  for (let index = 0; index < positions.length; index += 1) ordered[index] = column[positions[index] as number] as number;
  return ordered;
}

function idsOf(ids: Uint32Array, positions: Uint32Array): Uint32Array<ArrayBuffer> {
  const ordered = new Uint32Array(positions.length * ID_WORDS);
  for (let index = 0; index < positions.length; index += 1) {
    const from = (positions[index] as number) * ID_WORDS;
    for (let word = 0; word < ID_WORDS; word += 1) ordered[index * ID_WORDS + word] = ids[from + word] as number;
  }
  return ordered;
}

function greatest(values: Float64Array, from: number, to: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let index = from; index < to; index += 1) if ((values[index] as number) > most) most = values[index] as number;
  return most;
}
