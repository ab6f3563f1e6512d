import type { EventId } from '../../../../shared/model/identifier.ts';
import { ID_WORDS, idText, writeId } from '../columns/index.ts';
import type { AskedEvent, AskedMoment } from '../ports/index.ts';
import { ceiling, floor } from './draft.ts';

/** When something can have taken place, somewhere within [from, by), for a great many events: no object each, because a log has a million. */
export class PlacedRows {
  #from = new Float64Array(16);
  #by = new Float64Array(16);
  #ids = new Uint32Array(16 * ID_WORDS);
  #size = 0;
  #sorted: PlacedRows | null = null;

  get size(): number {
    return this.#size;
  }

  from(position: number): number {
    return this.#from[position] as number;
  }

  by(position: number): number {
    return this.#by[position] as number;
  }

  id(position: number): EventId {
    return idText(this.#ids, position * ID_WORDS);
  }

  add(id: EventId, from: number, by: number): void {
    this.#sorted = null;
    if (this.#size === this.#from.length) this.#grow(this.#size * 2);
    this.#from[this.#size] = from;
    this.#by[this.#size] = by;
    writeId(id, this.#ids, this.#size * ID_WORDS);
    this.#size += 1;
  }

  /** The order of the rows is not kept. */
  remove(id: EventId): void {
    const words = new Uint32Array(ID_WORDS);
    writeId(id, words, 0);
    for (let position = 0; position < this.#size; position += 1) {
      const at = position * ID_WORDS;
      if (this.#ids[at] !== words[0] || !words.every((word, index) => this.#ids[at + index] === word)) continue;
      this.#sorted = null;
      this.#size -= 1;
      this.#from[position] = this.from(this.#size);
      this.#by[position] = this.by(this.#size);
      this.#ids.copyWithin(at, this.#size * ID_WORDS, (this.#size + 1) * ID_WORDS);
      return;
    }
  }

  /** The same rows by `from`, then by `by`. */
  sorted(): PlacedRows {
    return (this.#sorted ??= this.#sort());
  }

  #sort(): PlacedRows {
    const positions = Uint32Array.from({ length: this.#size }, (_, position) => position);
    const [from, by] = [this.#from, this.#by];
    positions.sort((one, other) => compare(from[one] as number, from[other] as number) || compare(by[one] as number, by[other] as number));
    const rows = new PlacedRows();
    rows.#grow(Math.max(1, this.#size));
    rows.#size = this.#size;
    for (const [position, before] of positions.entries()) {
      rows.#from[position] = this.from(before);
      rows.#by[position] = this.by(before);
      for (let word = 0; word < ID_WORDS; word += 1) rows.#ids[position * ID_WORDS + word] = this.#ids[before * ID_WORDS + word] as number;
    }
    return rows;
  }

  #grow(length: number): void {
    const [from, by, ids] = [new Float64Array(length), new Float64Array(length), new Uint32Array(length * ID_WORDS)];
    from.set(this.#from.subarray(0, this.#size));
    by.set(this.#by.subarray(0, this.#size));
    ids.set(this.#ids.subarray(0, this.#size * ID_WORDS));
    [this.#from, this.#by, this.#ids] = [from, by, ids];
  }
}

/** What silences are measured between. */
export class SilenceRows {
  /** When the organisation can have been told something. */
  readonly notices = new PlacedRows();
  /** When something it did can have begun. */
  readonly acts = new PlacedRows();
  /** Notices and acts whose moment is marked doubtful. */
  readonly doubtful = new PlacedRows();

  add({ id, lane, kind, happened, learned }: AskedEvent): void {
    const told = learned ?? (lane === 'knowledge' && kind === 'happening' ? happened : null);
    // The organisation surely knew when the telling was over; an act ends a silence when it begins.
    if (told) this.#place(this.notices, id, told, told.endsBy);
    if (lane === 'institution' && kind === 'happening') this.#place(this.acts, id, happened, happened.beginsBy);
  }

  remove(id: EventId): void {
    for (const rows of [this.notices, this.acts, this.doubtful]) rows.remove(id);
  }

  #place(rows: PlacedRows, id: EventId, { beginsFrom, doubtful }: AskedMoment, by: number | null): void {
    (doubtful ? this.doubtful : rows).add(id, floor(beginsFrom), ceiling(by));
  }
}

function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
