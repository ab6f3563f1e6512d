import type { ledgerContract } from '../../../shared/contract/ledger.ts';
import type { Handlers } from './handler.ts';

export const ledgerHandlers: Handlers<typeof ledgerContract> = {
  'ledger.list': ({ vault }, filter) => {
    const { entries, total } = vault().read.ledger.page(filter);
    return { entries: [...entries], total };
  },
  'ledger.heads': ({ vault }) => [vault().read.ledger.head('custody'), vault().read.ledger.head('audit')],
  'ledger.verify': async ({ door, job }) => {
    const { sound, entries, problems } = await door.tending().verifyLedger({ signal: job.signal, progress: job.progress });
    return { sound, entries, problems: [...problems] };
  },
};
