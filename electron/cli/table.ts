import type { Outcome } from './command.ts';
import { line } from './terminal.ts';
import { type CliWord, word } from './words.ts';

/** Plain aligned columns, two spaces apart; Chinese characters take two places. */
export function table(headings: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = [headings, ...rows.map((row) => row.map((cell) => line(cell)))];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))));
  const numeric = headings.map(
    (_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number' || row[column] === null),
  );
  return cells
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] as number, numeric[column] as boolean))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

type ColumnName = CliWord extends infer Word ? (Word extends `column.${infer Name}` ? Name : never) : never;

/** What a command found, as it is, and as a table of the columns that are named; a word where nothing was. */
export function listOf<Name extends ColumnName, One extends Readonly<Record<Name, string | number | null>>>(
  found: One[],
  columns: readonly Name[],
): Outcome<One[]> {
  if (found.length === 0) return { json: found, text: word('none') };
  const headings = columns.map((name) => word(`column.${name}` as CliWord));
  return {
    json: found,
    text: table(
      headings,
      found.map((one) => columns.map((name) => one[name])),
    ),
  };
}

/** One field a line: name, then value. */
export function fields(rows: readonly (readonly [string, string | number | null])[]): string {
  const longest = Math.max(...rows.map(([name]) => width(name)));
  return rows.map(([name, value]) => `${pad(name, longest, false)}  ${line(value)}`.trimEnd()).join('\n');
}

function pad(text: string, size: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, size - width(text)));
  return right ? space + text : text + space;
}

function width(text: string): number {
  let places = 0;
  for (const character of text)
    places +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : /\p{Mn}/u.test(character)
          ? 0
          : 1;
  return places;
}
