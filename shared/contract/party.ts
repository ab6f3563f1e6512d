import { z } from 'zod';
import { caseId, partyId } from '../model/identifier.ts';
import { party, partyRole } from '../model/party.ts';
import { command, query } from './conversation.ts';
import { oneLine } from '../model/one-line.ts';

const draft = z.object({
  name: oneLine(200),
  kind: z.enum(['person', 'organisation']).default('person'),
  role: partyRole,
  position: z.string().max(200).default(''),
  note: z.string().max(4000).default(''),
});

export const partyContract = {
  'party.list': query(z.object({ caseId }), z.array(party), { of: ['party'] }),
  'party.add': command(draft.extend({ caseId }), party),
  'party.update': command(draft.extend({ partyId }), party),
  /** Refused with `party.in-use` while events name the party. */
  'party.remove': command(z.object({ partyId }), z.object({})),
} as const;
