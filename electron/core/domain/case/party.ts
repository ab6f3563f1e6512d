import type { CaseId, PartyId } from '../../../../shared/model/identifier.ts';
import type { Party } from '../../../../shared/model/party.ts';
import { FailureError, required } from '../../../../shared/result.ts';
import { requireCase } from './case.ts';
import { changedFields } from '../entries/index.ts';
import type { ReadRecords, Vault } from '../ports/index.ts';

type Draft = Omit<Party, 'id' | 'caseId'>;

/** Throws case.unknown. */
export function listParties({ read }: Vault, caseId: CaseId): Party[] {
  requireCase(read, caseId);
  return [...read.parties.list(caseId)];
}

/** Throws case.unknown. */
export function addParty(vault: Vault, draft: Draft & { readonly caseId: CaseId }): Party {
  return vault.transact(({ cases, parties, ledger }) => {
    requireCase({ cases }, draft.caseId);
    const party: Party = { ...draft, id: crypto.randomUUID() as PartyId };
    parties.insert(party);
    ledger.audit(
      'party.added',
      { caseId: party.caseId },
      { party: party.id, name: party.name, kind: party.kind, role: party.role, position: party.position },
    );
    return party;
  });
}

/** Throws party.unknown. What stays the same leaves no entry. */
export function updateParty(vault: Vault, { partyId, ...draft }: Draft & { readonly partyId: PartyId }): Party {
  return vault.transact(({ parties, ledger }) => {
    const before = requireParty({ parties }, partyId);
    const after: Party = { ...before, ...draft };
    const detail = changedFields(before, after, ['name', 'kind', 'role', 'position', 'note']);
    if (!detail) return before;
    parties.update(after);
    ledger.audit('party.updated', { caseId: after.caseId }, { party: partyId, ...detail });
    return after;
  });
}

/** Throws party.unknown, party.in-use while events name the party, and party.in-allegation while it is the respondent of one. */
export function removeParty(vault: Vault, partyId: PartyId): void {
  vault.transact(({ parties, allegations, ledger }) => {
    const party = requireParty({ parties }, partyId);
    const alleged = allegations.list(party.caseId).find((one) => one.respondent === partyId);
    if (alleged) throw new FailureError('party.in-allegation', { name: party.name, number: alleged.number });
    const events = parties.countEvents(partyId);
    if (events > 0) throw new FailureError('party.in-use', { name: party.name, events });
    parties.remove(partyId);
    ledger.audit('party.removed', { caseId: party.caseId }, { party: partyId, name: party.name, role: party.role });
  });
}

/** Throws party.unknown. */
export function requireParty({ parties }: Pick<ReadRecords, 'parties'>, partyId: PartyId): Party {
  return required(parties.find(partyId), 'party.unknown');
}
