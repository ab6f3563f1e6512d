import type { partyContract } from '../../../shared/contract/party.ts';
import { addParty, listParties, removeParty, updateParty } from '../domain/case/index.ts';
import type { Handlers } from './handler.ts';

export const partyHandlers: Handlers<typeof partyContract> = {
  'party.list': ({ vault }, { caseId }) => listParties(vault(), caseId),
  'party.add': ({ vault }, draft) => addParty(vault(), draft),
  'party.update': ({ vault }, change) => updateParty(vault(), change),
  'party.remove': ({ vault }, { partyId }) => removeParty(vault(), partyId),
};
