import { z } from 'zod';
import { caseRecord, caseSummary, standardOfProof } from '../model/case.ts';
import { caseId, zoneName } from '../model/identifier.ts';
import { command, query } from './conversation.ts';

const draft = z.object({
  reference: z.string().trim().min(1).max(64),
  title: z.string().trim().min(1).max(200),
  zone: zoneName,
  mandate: z.string().max(4000).default(''),
  standardOfProof: standardOfProof.default('balance-of-probabilities'),
});

export const caseContract = {
  'case.create': command(draft, caseRecord),
  'case.update': command(draft.partial().extend({ caseId }), caseRecord),
  'case.list': query(z.object({}), z.array(caseSummary)),
  'case.get': query(z.object({ caseId }), caseSummary),
  'case.find': query(z.object({ reference: z.string() }), caseRecord),
} as const;
