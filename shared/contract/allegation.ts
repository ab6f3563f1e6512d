import { z } from 'zod';
import { language } from './language.ts';
import { allegation } from '../model/allegation.ts';
import { allegationId, caseId, partyId } from '../model/identifier.ts';
import { command, query } from './conversation.ts';
import { oneLine } from '../model/one-line.ts';

const draft = z.object({
  title: oneLine(300),
  respondent: partyId.nullable().default(null),
  category: z.string().max(200).default(''),
  location: z.string().max(300).default(''),
  /** As a moment is typed, read in the case's zone; empty when not known. */
  when: z.string().trim().max(200).default(''),
  language: language.default('en'),
});

export const allegationContract = {
  'allegation.list': query(z.object({ caseId }), z.array(allegation), { of: ['allegation'] }),
  'allegation.add': command(draft.extend({ caseId }), allegation),
  'allegation.update': command(draft.extend({ allegationId }), allegation),
  /** Refused with `allegation.in-use` while events are about it. */
  'allegation.remove': command(z.object({ allegationId }), z.object({})),
} as const;
