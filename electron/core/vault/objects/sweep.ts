import { FailureError } from '../../../../shared/result.ts';
import type { Database } from '../database/database.ts';
import type { ObjectStore } from './object-store.ts';

export interface Swept {
  /** Half-written files an interrupted import left. */
  readonly pending: number;
  /** Whole objects no row names: sealed, but the crash came before their exhibit. */
  readonly orphans: readonly string[];
}

/** Removes what a crash left behind. While the list of objects cannot be read without doubt, nothing is removed. */
export function sweepOrphans(database: Database, objects: ObjectStore): Swept {
  let known: ReadonlySet<string>;
  try {
    known = new Set(database.all<{ name: string }>('SELECT name FROM sealed_object NOT INDEXED').map(({ name }) => name));
  } catch (error) {
    if (error instanceof FailureError && error.code === 'vault.database-damaged') return { pending: 0, orphans: [] };
    throw error;
  }
  const { removed, orphans } = objects.sweepPending((name) => known.has(name));
  objects.removeOrphans(orphans);
  return { pending: removed, orphans };
}
