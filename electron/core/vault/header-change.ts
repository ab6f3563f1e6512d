import { readsAs, stageHeader, type VaultHeader } from './keys/header.ts';
import type { OpenVault } from './open-vault.ts';

type Detail = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The header lies outside the database, so the two cannot change in one transaction. It is first proven beside its place: what a
 * full disk refuses is refused before anything is said. Then comes the entry, then the header's name: a header that changed
 * unrecorded could not be explained, an entry whose change failed is followed by one that says so.
 */
export function changeHeader(open: OpenVault, header: VaultHeader, act: string, detail: Detail): void {
  const staged = stageHeader(open.folder, header);
  try {
    open.vault.transact(({ ledger }) => {
      ledger.audit(act, {}, detail);
      open.records.notes.noun('vault');
    });
  } catch (error) {
    staged.discard();
    throw error;
  }
  try {
    staged.commit();
  } catch (error) {
    // Its name may have been given and only not be durable yet: what is changed next starts from what stands there.
    if (readsAs(open.folder, header)) open.header = header;
    recordFailure(open, act);
    throw error;
  }
  open.header = header;
}

function recordFailure(open: OpenVault, act: string): void {
  try {
    open.vault.transact(({ ledger }) => ledger.audit('header.write-failed', {}, { act }));
  } catch {
    // The disk that refused the header refuses the entry too; the failure itself is on its way to the person.
  }
}
