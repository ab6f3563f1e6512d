import type { ChangedNoun } from '../../../../shared/contract/index.ts';
import type { Table } from '../../domain/ports/index.ts';
import type { Notes } from './notes.ts';

/** A kind of record behind its ports, with what is told of every write: a table that says nothing does not compile. */
export interface OpenTable<T extends Table> {
  readonly read: T['read'];
  readonly write: T['write'];
  /** The noun that changes with every write, or what each of them changes. */
  readonly notes: ChangedNoun | NotesOf<T['write']>;
}

export type NotesOf<Writing> = { readonly [M in keyof Writing]: ChangedNoun | Note<Writing[M]> };

/** Notes what a write changed, by what it was given and what it answered. */
type Note<Method> = Method extends (...given: infer Given) => infer Answer
  ? (notes: Notes, given: Readonly<Given>, answer: Answer) => void
  : never;

type AnyMethod = (...given: readonly unknown[]) => unknown;
type AnyNote = (notes: Notes, given: readonly unknown[], answer: unknown) => void;

/** The writing side, which notes what it wrote. */
export function noted<T extends Table>({ write, notes: how }: OpenTable<T>, notes: Notes): T['write'] {
  const methods = Object.entries(write as Record<string, AnyMethod>).map(([name, method]) => {
    const one = typeof how === 'string' ? how : (how as Record<string, ChangedNoun | AnyNote>)[name];
    const written: AnyMethod = (...given) => {
      const answer = method(...given);
      if (typeof one === 'function') one(notes, given, answer);
      else if (one) notes.noun(one);
      return answer;
    };
    return [name, written];
  });
  return Object.fromEntries(methods) as T['write'];
}
