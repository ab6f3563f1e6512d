import { type ChunkEnd, type LogChunk, readChunk } from './log-chunk.ts';

export interface RowInput extends LogChunk {
  readonly columns: readonly string[];
  readonly wanted: number;
}

const MOST_CELL = 20_000;

/** Worker task `log.row`: the cells of one row, where it stands in this piece. */
export function readRow(input: RowInput): ChunkEnd & { readonly cells: readonly string[] | null } {
  let found: readonly string[] | null = null;
  const end = readChunk(input, input.columns, ({ row, cells }) => {
    if (row === input.wanted) found = cells.map((cell) => cell.slice(0, MOST_CELL).toWellFormed());
  });
  return { ...end, cells: found };
}
