import type { Exhibit } from '../model/exhibit.ts';
import type { FailureValues } from '../result.ts';
import { inARow } from './in-a-row.ts';

type Counted = Pick<Exhibit, 'number' | 'findings'>;

/** Every state of an exhibit's findings, told apart by what may be said of it. */
export const findingsKinds = ['read', 'noted', 'minimal', 'unreadable', 'pending'] as const;
export type FindingsKind = (typeof findingsKinds)[number];

/** `noted`: a reader went through it and says what it left out or met; the rest of the words are those of the model. */
export function findingsKind({ findings }: Counted): FindingsKind {
  return findings.status === 'read' && findings.notes.length > 0 ? 'noted' : findings.status;
}

/** How many exhibits were read, and which ones were not, or not wholly: each named in the one sentence that is true of it. */
export function describeFindings(
  exhibits: readonly Counted[],
  say: (name: `counted.${FindingsKind | 'none' | 'all'}`, values: FailureValues) => string,
  list: (numbers: readonly string[]) => string,
): string {
  const total = exhibits.length;
  if (total === 0) return say('counted.none', {});
  const of = (kind: FindingsKind) => exhibits.filter((one) => findingsKind(one) === kind).map((one) => one.number);
  if (of('read').length === total) return say('counted.all', { total });
  return inARow(
    findingsKinds.flatMap((kind) => {
      const numbers = of(kind);
      return numbers.length === 0 && kind !== 'read' ? [] : [say(`counted.${kind}`, { count: numbers.length, total, list: list(numbers) })];
    }),
  );
}
