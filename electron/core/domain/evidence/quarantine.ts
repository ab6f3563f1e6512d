import type { QuarantinedFile, TakenIn } from '../../../../shared/contract/quarantine.ts';
import type { CaseId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import { requireCase } from '../case/index.ts';
import type { SealedObject, Vault } from '../ports/index.ts';
import type { Work } from '../ports/work.ts';
import { recordExhibit } from './import.ts';
import { readExhibit } from './findings.ts';

/** What lies in quarantine; nothing of it is opened for that. */
export function listQuarantine({ objects }: Pick<Vault, 'objects'>): QuarantinedFile[] {
  return objects.quarantined().map(({ file, name, sealedBytes }) => ({ file, object: name, sealedBytes }));
}

/**
 * Takes what lies in quarantine back in, all or the files named. What opens and no exhibit has becomes an exhibit of the case; what an
 * exhibit lacks goes back to its place; of what the vault holds whole already, the copy is removed. What does not open stays where it is.
 * Throws case.unknown and job.cancelled; what was taken in before stays.
 */
export async function takeIn(work: Work, caseId: CaseId, files?: readonly string[]): Promise<{ readonly files: TakenIn[] }> {
  const { vault, job } = work;
  requireCase(vault.read, caseId);
  const wanted = vault.objects.quarantined().filter(({ file }) => files?.includes(file) ?? true);
  const taken: TakenIn[] = [];
  for (const { file, name } of wanted) {
    if (job.signal.aborted) throw new FailureError('job.cancelled');
    job.progress({ done: taken.length, total: wanted.length, bytes: 0, totalBytes: null, item: file });
    const inspected = await vault.objects.inspect(file, { signal: job.signal });
    taken.push({
      file,
      ...(await ('object' in inspected
        ? takeWhole(work, caseId, file, inspected.object)
        : meetDamaged(work, file, name, inspected.problem))),
    });
  }
  job.progress({ done: taken.length, total: wanted.length, bytes: 0, totalBytes: null, item: '' });
  return { files: taken };
}

type Outcome = Omit<TakenIn, 'file'>;

const nothing = { exhibit: null, problem: '' } as const;

async function takeWhole(work: Work, caseId: CaseId, file: string, object: SealedObject): Promise<Outcome> {
  const { vault } = work;
  const known = vault.read.exhibits.objectByHash(object.sha256);
  if (known && (await standsWhole(work, known))) return removeCopy(vault, file, known);
  vault.objects.takeBack(file, object);
  if (known) return { outcome: 'returned', ...nothing };
  const acquisition = {
    fileName: `recovered-${object.name.slice(0, 12)}`,
    originalPath: `quarantine/${file}`,
    source: '',
    method: `taken back from quarantine, Casewright ${work.version}`,
    acquiredAt: work.now(),
    acquiredBy: vault.user.name,
    modifiedAt: null,
  };
  const { exhibit } = recordExhibit(work, caseId, acquisition, object, null, null);
  await readExhibit(work, exhibit);
  return { outcome: 'taken-in', exhibit: exhibit.number, problem: '' };
}

async function meetDamaged(work: Work, file: string, name: string, problem: string): Promise<Outcome> {
  const known = work.vault.read.exhibits.objectByName(name);
  if (known && (await standsWhole(work, known))) return removeCopy(work.vault, file, known);
  return { outcome: 'damaged', exhibit: null, problem };
}

async function standsWhole({ vault, job }: Work, object: SealedObject): Promise<boolean> {
  return (await vault.objects.verify(object, { signal: job.signal })).outcome === 'matches';
}

function removeCopy(vault: Vault, file: string, { name, sha256 }: SealedObject): Outcome {
  vault.transact(({ ledger }) => ledger.audit('object.copy-removed', {}, { object: name, sha256, quarantined: file }));
  vault.objects.removeQuarantined(file);
  return { outcome: 'already-there', ...nothing };
}
