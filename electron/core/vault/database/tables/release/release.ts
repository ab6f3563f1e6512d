import type { GateCheck, Release } from '../../../../../../shared/model/release.ts';
import type { ReleaseRecords } from '../../../../domain/ports/index.ts';
import type { Database } from '../../database.ts';
import type { OpenTable } from '../../table.ts';

const COLUMNS = `ordinal, id, case_id AS caseId, number, kind, file_name AS fileName, signed_at AS signedAt, signed_by AS signedBy, sha256, bytes, pages`;

export function openReleases(database: Database): OpenTable<ReleaseRecords['releases']> {
  return {
    notes: 'release',
    read: {
      list(caseId) {
        const rows = database.all<Omit<Release, 'gate'> & { readonly ordinal: number }>(
          `SELECT ${COLUMNS} FROM release WHERE case_id = ? ORDER BY number`,
          caseId,
        );
        return rows.map(({ ordinal, ...release }) => ({
          ...release,
          gate: database.all<GateCheck>(
            'SELECT name, outcome, detail FROM gate_check WHERE release_ordinal = ? ORDER BY position',
            ordinal,
          ),
        }));
      },
      nextNumber: (caseId) =>
        (database.get<{ last: number | null }>('SELECT MAX(number) AS last FROM release WHERE case_id = ?', caseId)?.last ?? 0) + 1,
    },
    write: {
      insert(release) {
        const { rowid } = database.run(
          `INSERT INTO release (id, case_id, number, kind, file_name, signed_at, signed_by, sha256, bytes, pages) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          release.id,
          release.caseId,
          release.number,
          release.kind,
          release.fileName,
          release.signedAt,
          release.signedBy,
          release.sha256,
          release.bytes,
          release.pages,
        );
        release.gate.forEach((check, position) => {
          database.run(
            'INSERT INTO gate_check (release_ordinal, position, name, outcome, detail) VALUES (?, ?, ?, ?, ?)',
            rowid,
            position,
            check.name,
            check.outcome,
            check.detail,
          );
        });
      },
    },
  };
}
