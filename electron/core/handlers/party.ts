import type { partyContract } from '../../../shared/contract/party.ts';
import { addParty, listParties, removeParty, updateParty } from '../domain/case/index.ts';
import type { Handlers } from './handler.ts';

export const partyHandlers: Handlers<typeof partyContract> = {
  'party.list': ({ vault }, { caseId }) => listParties(vault(), caseId),
  'party.add': ({ vault, changed }, draft) => {
    const party = addParty(vault(), draft);
    changed('party', 'ledger');
    return party;
  },
  'party.update': ({ vault, changed }, change) => {
    const party = updateParty(vault(), change);
    changed('party', 'ledger');
    return party;
  },
  'party.remove': ({ vault, changed }, { partyId }) => {
    removeParty(vault(), partyId);
    changed('party', 'ledger');
    return {};
  },
};
