import { z } from 'zod';
import { caseId, exhibitId } from '../model/identifier.ts';
import { chain, ledgerEntry, ledgerHead } from '../model/ledger.ts';
import { job, query } from './conversation.ts';

export const ledgerContract = {
  /** Newest first; `before` is a sequence number to page on. */
  'ledger.list': query(
    z.object({
      chain,
      caseId: caseId.optional(),
      exhibitId: exhibitId.optional(),
      before: z.int().optional(),
      limit: z.int().min(1).max(1000).default(200),
    }),
    z.object({ entries: z.array(ledgerEntry).readonly(), total: z.int() }),
    { of: ['ledger'] },
  ),
  'ledger.heads': query(z.object({}), z.array(ledgerHead), { of: ['ledger'] }),
  /** Recomputes every hash, signature and Merkle root. */
  'ledger.verify': job(z.object({}), z.object({ sound: z.boolean(), entries: z.int(), problems: z.array(z.string()).readonly() })),
} as const;
