import type { ledgerContract } from '../../../shared/contract/ledger.ts';
import type { Handlers } from './handler.ts';

export const ledgerHandlers: Handlers<typeof ledgerContract> = {
  'ledger.list': ({ vault }, filter) => vault().read.ledger.page(filter),
  'ledger.heads': ({ vault }) => [vault().read.ledger.head('custody'), vault().read.ledger.head('audit')],
  'ledger.verify': ({ door, job }) => door.tending().verifyLedger(job),
};
