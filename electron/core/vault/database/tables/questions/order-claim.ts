import type { OrderClaim } from '../../../../../../shared/model/order-claim.ts';
import type { QuestionRecords } from '../../../../domain/ports/index.ts';
import type { Database } from '../../database.ts';
import type { OpenTable } from '../../table.ts';

const COLUMNS = `id, case_id AS caseId, earlier, later, exhibit_id AS exhibitId, place, quote, entered_at AS enteredAt, entered_by AS enteredBy`;

export function openOrderClaims(database: Database): OpenTable<QuestionRecords['orderClaims']> {
  return {
    notes: 'order-claim',
    read: {
      list: (caseId) =>
        database.all<OrderClaim>(`SELECT ${COLUMNS} FROM sequence_claim WHERE case_id = ? AND removed = 0 ORDER BY ordinal`, caseId),
      find(id) {
        const row = database.get<OrderClaim & { readonly removed: 0 | 1 }>(
          `SELECT ${COLUMNS}, removed FROM sequence_claim WHERE id = ?`,
          id,
        );
        if (!row) return undefined;
        const { removed, ...claim } = row;
        return { claim, removed: removed === 1 };
      },
    },
    write: {
      insert({ id, caseId, earlier, later, exhibitId, place, quote, enteredAt, enteredBy }) {
        database.run(
          `INSERT INTO sequence_claim (id, case_id, earlier, later, exhibit_id, place, quote, entered_at, entered_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          id,
          caseId,
          earlier,
          later,
          exhibitId,
          place,
          quote,
          enteredAt,
          enteredBy,
        );
      },
      remove: (id) => void database.run('UPDATE sequence_claim SET removed = 1 WHERE id = ?', id),
      restore: (id) => void database.run('UPDATE sequence_claim SET removed = 0 WHERE id = ?', id),
    },
  };
}
