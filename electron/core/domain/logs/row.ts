import type { ExhibitId } from '../../../../shared/model/identifier.ts';
import type { Work } from '../ports/work.ts';
import { requireExhibit } from '../evidence/index.ts';
import { lookAt } from './preview.ts';
import { openLog, readPieces } from './source.ts';

/** One row of a table with the names of its columns; null where it has none such. Throws exhibit.unknown, log.not-a-log, reader.*. */
export async function readLogRow(
  work: Work,
  { exhibitId, sheet, row }: { readonly exhibitId: ExhibitId; readonly sheet: number | null; readonly row: number },
): Promise<{ readonly columns: readonly string[]; readonly cells: readonly string[] } | null> {
  const { vault, workers, job } = work;
  const exhibit = requireExhibit(vault.read, exhibitId);
  const known = vault.read.logImports.list(exhibit.caseId).findLast((one) => one.exhibitId === exhibitId && one.mapping.sheet === sheet);
  const source = await openLog(work, exhibit, sheet);
  try {
    // Whoever imported it has said how it is to be read.
    const { delimiter, encoding } = known?.mapping ?? {};
    const hints = { ...(delimiter ? { delimiter } : {}), ...(encoding ? { encoding } : {}), ...(sheet === null ? {} : { sheet }) };
    const { layout, columns, mark } = await lookAt(work, exhibit, source, { exhibitId, hints, language: 'en' });
    const pieces = readPieces(source, mark, (piece) =>
      workers.run(
        'log.row',
        { ...piece, layout, columns, wanted: row },
        { signal: job.signal, transfer: [piece.bytes.buffer as ArrayBuffer] },
      ),
    );
    for await (const { end } of pieces) if (end.cells) return { columns, cells: end.cells };
    return null;
  } finally {
    source.close();
  }
}
