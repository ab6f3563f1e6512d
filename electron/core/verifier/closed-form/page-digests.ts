import { createHash } from 'node:crypto';

/**
 * What pages show, in a digest each. The digest of an object is the SHA-256 of the SHA-256 of its bytes, from its number
 * to its end, followed by the digests of the objects it draws with, in the order in which it names them; one whose digest
 * is still being made, where drawings name each other in a circle, adds nothing. Each is made once, from the first page on.
 */
export class PageDigests {
  readonly #own: (Buffer | undefined)[] = [];
  readonly #names: (readonly number[] | undefined)[] = [];
  readonly #made: (Buffer | undefined)[] = [];

  /** `own` is the SHA-256 of the object's bytes. */
  add(number: number, own: Buffer, names: readonly number[]): void {
    this.#own[number] = own;
    this.#names[number] = names;
  }

  /** In lower-case hexadecimal. */
  of(page: number): string {
    const begun = new Set<number>();
    // A list of its own in place of calls within calls: a drawing may be as deep as it likes.
    const waiting = [page];
    for (let number = waiting.at(-1); number !== undefined; number = waiting.at(-1)) {
      const open = begun.has(number) || this.#made[number] ? undefined : this.#namesOf(number);
      if (open) {
        begun.add(number);
        for (let index = open.length - 1; index >= 0; index--) {
          const named = open[index] as number;
          if (!this.#made[named] && !begun.has(named)) waiting.push(named);
        }
      } else {
        waiting.pop();
        this.#made[number] ??= this.#digest(number);
      }
    }
    return (this.#made[page] as Buffer).toString('hex');
  }

  #digest(number: number): Buffer {
    const hash = createHash('sha256').update(this.#own[number] as Buffer);
    for (const named of this.#namesOf(number)) {
      const made = this.#made[named];
      if (made) hash.update(made);
    }
    return hash.digest();
  }

  #namesOf(number: number): readonly number[] {
    const names = this.#names[number];
    if (!names) throw new Error(`object ${number} is not known`);
    return names;
  }
}
