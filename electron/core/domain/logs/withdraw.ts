import type { LogImportId } from '../../../../shared/model/identifier.ts';
import type { LogImport } from '../../../../shared/model/log.ts';
import { FailureError, required } from '../../../../shared/result.ts';
import type { Work } from '../ports/work.ts';
import { nextTurn } from '../ports/turn.ts';

/**
 * Takes all events of an import out of the timeline. They stay in the vault, and those that were removed one by one before stay
 * removed when the import is brought back. Throws log.unknown and log.withdrawn.
 */
export async function withdrawLog(work: Work, importId: LogImportId): Promise<LogImport> {
  const one = requireImport(work, importId);
  if (one.state !== 'standing') throw new FailureError('log.withdrawn');
  return moveImport(work, one, 'withdrawn', 'asked');
}

/** Brings a withdrawn import back as it was. One that was never finished stays out. Throws log.unknown. */
export async function restoreLog(work: Work, importId: LogImportId): Promise<LogImport> {
  const one = requireImport(work, importId);
  if (one.state === 'standing') return one;
  if (!wasFinished(one)) throw new FailureError('log.mapping', { problem: 'it was never finished; import the log again' });
  return moveImport(work, one, 'standing', 'asked');
}

/** Part by part, so that others are answered meanwhile; a crash in between is brought to its end at the next opening. */
export async function moveImport(
  { vault, job }: Work,
  one: LogImport,
  to: 'withdrawn' | 'standing',
  reason: 'asked' | 'cancelled' | 'failed',
): Promise<LogImport> {
  let events = 0;
  vault.transact(({ logImports }) => logImports.beginMove(one.id, to));
  for (;;) {
    const moved = vault.transact(({ logImports, ledger }) => {
      const some = logImports.moveSome(one);
      if (some === null)
        ledger.audit(
          to === 'withdrawn' ? 'log.withdrawn' : 'log.restored',
          { caseId: one.caseId, exhibitId: one.exhibitId },
          { import: one.id, events, reason },
        );
      return some;
    });
    if (moved === null) break;
    events += moved;
    job.progress({ done: events, total: one.imported || null, bytes: 0, totalBytes: null, item: '' });
    await nextTurn();
  }
  return { ...one, state: to };
}

function requireImport({ vault }: Work, importId: LogImportId): LogImport {
  return required(vault.read.logImports.find(importId), 'log.unknown');
}

/** Counts are written down when an import is finished, and not before. */
function wasFinished({ rows }: LogImport): boolean {
  return rows > 0;
}
