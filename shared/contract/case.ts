import { z } from 'zod';
import { caseRecord, caseSummary, standardOfProof } from '../model/case.ts';
import { caseId, zoneName } from '../model/identifier.ts';
import { command, query } from './conversation.ts';
import { oneLine } from '../model/one-line.ts';

const draft = z.object({
  reference: oneLine(64),
  title: oneLine(200),
  zone: zoneName,
  mandate: z.string().max(4000).default(''),
  standardOfProof: standardOfProof.default('balance-of-probabilities'),
});

export const caseContract = {
  'case.create': command(draft, caseRecord),
  'case.update': command(draft.partial().extend({ caseId }), caseRecord),
  'case.list': query(z.object({}), z.array(caseSummary), { of: ['case', 'party', 'exhibit', 'event', 'release'] }),
  'case.get': query(z.object({ caseId }), caseSummary, { of: ['case', 'party', 'exhibit', 'event', 'release'] }),
  'case.find': query(z.object({ reference: z.string() }), caseRecord, { of: ['case'] }),
} as const;
