import type { SealedObject, SealResult, Vault } from '../domain/ports/index.ts';
import type { Database } from './database/database.ts';
import { adoptResealed, exhibitsOf } from './database/tables/evidence/exhibit.ts';
import type { ObjectStore } from './objects/object-store.ts';
import { nameOf } from './objects/quarantine.ts';

interface Place {
  readonly database: Database;
  readonly objects: Pick<ObjectStore, 'settle'>;
  readonly vault: Pick<Vault, 'read' | 'transact'>;
}

/**
 * What a seal found and changed among the objects the vault knows already, written down: an original that was missing, damaged or
 * exchanged stands again, with an entry in the custody of every exhibit it belongs to; what stood in its place is in quarantine.
 */
export function recordResealed({ database, objects, vault }: Place, { object, stored, displaced }: Omit<SealResult, 'modifiedAt'>): void {
  const known = vault.read.exhibits.objectByHash(object.sha256);
  const renewed = known !== undefined && (stored || known.salt !== object.salt);
  if (!renewed && !displaced) return;
  vault.transact(({ ledger }) => {
    if (displaced) ledger.audit('objects.swept', {}, { pending: 0, orphans: 1, names: nameOf(displaced.file) });
    if (!renewed) return;
    adoptResealed(database, object);
    const detail = { sha256: object.sha256, ...describe(object, known, stored, displaced) };
    ledger.audit('object.resealed', {}, { object: object.name, ...detail });
    for (const { number, ...about } of exhibitsOf(database, object)) ledger.custody('resealed', about, { number, ...detail });
  });
  if (displaced) objects.settle([displaced.file]);
}

function describe(
  object: SealedObject,
  known: SealedObject,
  stored: boolean,
  displaced: SealResult['displaced'],
): Readonly<Record<string, string>> {
  if (displaced) return { was: 'altered', found: displaced.problem, quarantined: displaced.file };
  if (!stored) return { was: 'exchanged' };
  return { was: 'missing', ...(known.salt === object.salt ? { from: 'quarantine' } : {}) };
}
