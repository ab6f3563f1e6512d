import type { Party } from '../../../shared/model/party.ts';
import { ask } from '../../ask/bridge.ts';
import { useCommand } from '../../ask/queries.ts';
import { useToasts } from '../../ui/toasts.ts';
import { useWords } from '../../ui/words.ts';

/** Removes parties one after the other, stopping at the first refusal, and offers to bring them back. */
export function useRemoveParties(): { readonly run: (parties: readonly Party[]) => Promise<void>; readonly error: Error | null } {
  const say = useWords('people');
  const words = useWords('shell');
  const remove = useCommand('party.remove');
  async function run(parties: readonly Party[]): Promise<void> {
    const removed: Party[] = [];
    try {
      for (const party of parties) {
        await remove.mutateAsync({ partyId: party.id });
        removed.push(party);
      }
    } catch {
      // The refusal stands in `error`; what was removed before it can be taken back all the same.
    }
    if (removed.length === 0) return;
    const name = removed.map((party) => party.name).join(', ');
    const undo = () => void restore(removed).then(() => useToasts.getState().tell(`${words('undone')}: ${say('restored', { name })}`));
    useToasts.getState().tell(say('removed', { name }), { undo });
  }
  return { run, error: remove.error };
}

/** A removed party was named by no event, so that the same person entered again is the same in every respect but the ledger, which keeps both acts. */
async function restore(parties: readonly Party[]): Promise<void> {
  for (const { caseId, name, kind, role, position, note } of parties) await ask('party.add', { caseId, name, kind, role, position, note });
}
