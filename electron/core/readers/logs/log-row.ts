import type { FoundRow, RowInput } from '../../tasks/log.ts';
import { readChunk } from './log-chunk.ts';

const MOST_CELL = 20_000;

/** Worker task `log.row`: the cells of one row, where it stands in this piece. */
export function readRow(input: RowInput): FoundRow {
  let found: readonly string[] | null = null;
  const end = readChunk(input, input.columns, ({ row, cells }) => {
    if (row === input.wanted) found = cells.map((cell) => cell.slice(0, MOST_CELL).toWellFormed());
  });
  return { ...end, cells: found };
}
