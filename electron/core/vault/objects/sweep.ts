import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { FailureError } from '../../../../shared/result.ts';
import type { SealedObject } from '../../domain/ports/index.ts';
import { syncFolder } from '../../disk/durable.ts';
import type { Database } from '../database/database.ts';
import { objectsFolder, PENDING_PREFIX } from './objects.ts';
import { listFolder, listQuarantine, putBack, quarantinePath, setAside } from './quarantine.ts';
import { describeSealedFile } from './sealed-file.ts';

/** What the rows say of the objects, by name. */
export type KnownObjects = ReadonlyMap<string, Pick<SealedObject, 'salt' | 'sealedBytes'>>;

export interface Swept {
  /** Half-written files an interrupted import left, removed. */
  readonly pending: number;
  /** Sealed files no row names, by their names in the quarantine: a crash came before their exhibit, or an older database was put back. */
  readonly orphans: readonly string[];
  /** Objects that rows name again and that came back from quarantine. */
  readonly returned: readonly string[];
}

/**
 * Removes what was never finished, and puts aside what nobody knows: it may be evidence of a newer database, so it is never removed.
 * While the list of objects cannot be read without doubt, nothing is touched. What came into quarantine stays marked as arriving
 * until the ledger names it: `objects.settle`.
 */
export function sweepObjects(database: Database, objects: { sweep(known: KnownObjects): Swept }): Swept {
  try {
    const rows = database.all<{ name: string; salt: string; sealedBytes: number }>(
      'SELECT name, salt, sealed_bytes AS sealedBytes FROM sealed_object NOT INDEXED',
    );
    return objects.sweep(new Map(rows.map((row) => [row.name, row])));
  } catch (error) {
    if (error instanceof FailureError && error.code === 'vault.database-damaged') return { pending: 0, orphans: [], returned: [] };
    throw error;
  }
}

/** Only while nothing is being sealed. */
export function sweepFolder(vaultFolder: string, known: KnownObjects): Swept {
  const folder = objectsFolder(vaultFolder);
  const entries = listFolder(folder);
  const pending = entries.filter((name) => name.startsWith(PENDING_PREFIX));
  for (const name of pending) rmSync(join(folder, name), { force: true });
  if (pending.length > 0) syncFolder(folder);
  const returned = takeKnownBack(vaultFolder, known);
  const unknown = entries
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((prefix) => listFolder(join(folder, prefix)).filter((name) => /^[0-9a-f]{64}$/.test(name) && name.startsWith(prefix)))
    .filter((name) => !known.has(name));
  for (const name of unknown) setAside(vaultFolder, name);
  return {
    pending: pending.length,
    // With those that came earlier and were not told, because a crash came between.
    orphans: listQuarantine(vaultFolder).flatMap(({ file, arriving }) => (arriving ? [file] : [])),
    returned,
  };
}

/** By size and salt alone: only the sealed file a row was written for has that salt. */
function takeKnownBack(vaultFolder: string, known: KnownObjects): readonly string[] {
  return listQuarantine(vaultFolder).flatMap(({ file, name, sealedBytes, arriving }) => {
    const row = known.get(name);
    if (row?.sealedBytes !== sealedBytes || arriving) return [];
    return saltIn(vaultFolder, file) === row.salt && putBack(vaultFolder, file, name) ? [name] : [];
  });
}

function saltIn(vaultFolder: string, file: string): string | undefined {
  try {
    return describeSealedFile(quarantinePath(vaultFolder, file), file).salt;
  } catch (error) {
    if (error instanceof FailureError) return undefined;
    throw error;
  }
}
