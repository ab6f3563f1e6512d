import type { LogDraft } from '../../../../shared/contract/log.ts';
import type { LogMapping } from '../../../../shared/model/log.ts';
import { bulkReader } from '../../../../shared/time/index.ts';
import type { Look, Previewed, PreviewInput } from '../../tasks/log.ts';
import { isBlank, readChunk } from './log-chunk.ts';
import { guessMapping } from './log-guess.ts';
import { lookAtLog } from './log-look.ts';
import { rowReader } from './log-rows.ts';

const SHOWN = 50;
const NO_ZONE = '-17:59';

/** Worker task `log.preview`: what the beginning of a log would become, by the mapping that was chosen or guessed. */
export function previewLog(input: PreviewInput): Previewed {
  const { mapping: chosen, delimiter, encoding } = input;
  const look = lookAtLog({
    ...input,
    encoding: encoding ?? chosen?.encoding ?? null,
    delimiter: delimiter ?? (chosen?.delimiter || null),
    header: chosen ? chosen.header : null,
  });
  const mapping = chosen ?? {
    ...base(look, input.sheetNumber),
    ...guessMapping({ columns: look.columns, rows: look.rows.map(({ cells }) => cells) }, look.shape),
  };
  const { caseZone, language, clock } = input;
  const read = rowReader({ mapping, columns: look.columns, caseZone, language, clock });
  const drafts: LogDraft[] = [];
  const sample = { rows: 0, unparsed: 0 };
  const chunk = { bytes: input.bytes.subarray(look.mark), layout: look.layout, last: input.whole, firstRow: 1, distrust: false };
  const last = look.rows.at(-1)?.row ?? 0;
  readChunk(chunk, look.columns, (row) => {
    if ((mapping.header && row.row === 1) || row.row > last || isBlank(row)) return;
    const outcome = read(row);
    sample.rows += 1;
    if ('problem' in outcome) sample.unparsed += 1;
    if (drafts.length >= SHOWN) return;
    if ('problem' in outcome) {
      const text = row.cells.join(' · ').slice(0, 200).toWellFormed();
      drafts.push({
        row: row.row,
        title: text,
        moment: null,
        lane: '',
        location: '',
        person: '',
        description: '',
        problem: outcome.problem,
      });
      return;
    }
    const { title, happened, lane, location, people, description } = outcome.event;
    drafts.push({ row: row.row, title, moment: happened, lane, location, person: people.join(', '), description, problem: '' });
  });
  return { ...look, mapping, drafts, sample, local: clock === null && mapping.shape !== 'casewright' && hasLocalTimes(look, mapping) };
}

function base(look: Look, sheet: number | null) {
  const { encoding, delimiter } = look.layout;
  return { sheet, delimiter, encoding, header: look.header, clockId: null, tags: [] };
}

/** A value that stays in a zone no clock is set to carries none of its own. */
function hasLocalTimes({ rows }: Look, { time, format }: LogMapping): boolean {
  // Which order days and months have does not matter here.
  const readers = (format === 'text' ? (['text', 'day-first', 'month-first'] as const) : [format]).map((one) => bulkReader(one));
  const isLocal = (text: string): boolean =>
    readers.some((reader) => {
      try {
        return reader.read(text, NO_ZONE).zone === NO_ZONE;
      } catch {
        return false;
      }
    });
  return rows.some(({ cells }) => {
    const text = time
      .map((index) => cells[index] ?? '')
      .join(' ')
      .trim();
    return text !== '' && isLocal(text);
  });
}
