import { z } from 'zod';
import { exhibitNumber } from '../../../shared/model/exhibit.ts';
import { type LogPreview, logPreview, logResult } from '../../../shared/contract/log.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Case } from '../../../shared/model/case.ts';
import { type Lane, lanes } from '../../../shared/model/event.ts';
import { type ClockId, type ExhibitId, exhibitId as idOfExhibit, logImportId } from '../../../shared/model/identifier.ts';
import { type FailureCode, FailureError } from '../../../shared/result.ts';
import { bulkFormats } from '../../../shared/model/log.ts';
import { formatMoment } from '../../../shared/time/index.ts';
import { type Command, CommandError, type CommandContext, UsageError, defineCommand } from '../command.ts';
import { applyMap, readMap } from './event-import-map.ts';
import { caseReference, opening, vaultFolder } from '../options.ts';
import { table } from '../table.ts';
import { language, word } from '../words.ts';

type Mapping = LogPreview['mapping'];

const importedLog = logResult
  .unwrap()
  .omit({ import: true })
  .extend({ exhibit: exhibitNumber, exhibitId: idOfExhibit, import: logImportId, rows: z.int(), imported: z.int(), unparsed: z.int() });
const triedLog = logPreview
  .unwrap()
  .pick({ total: true, sample: true, mapping: true, columns: true, drafts: true })
  .extend({ exhibit: exhibitNumber, dryRun: z.literal(true) });

const importLog = defineCommand({
  name: 'event import',
  arguments: [vaultFolder, { name: 'FILE', help: word('argument.log') }],
  options: {
    case: caseReference,
    map: { value: 'FIELD=COLUMN,…', help: word('option.map') },
    zone: { value: 'Z', help: word('option.zone.log') },
    'day-order': { value: 'ORDER', help: word('option.day-order'), choices: ['day-first', 'month-first'] },
    'time-format': { value: 'FORMAT', help: word('option.time-format'), choices: bulkFormats },
    sheet: { value: 'N', help: word('option.sheet') },
    delimiter: { value: 'C', help: word('option.delimiter') },
    clock: { value: 'NAME', help: word('option.clock.log') },
    lane: { value: 'LANE', help: word('option.lane'), choices: lanes },
    source: { value: 'S', help: word('option.source') },
    'dry-run': { help: word('option.dry-run') },
    ...opening,
  },
  output: z.union([triedLog, importedLog]),
  async run(context) {
    const { ask } = context;
    const map = readMap(context.option('map'));
    const matter = await context.openCase();
    const { exhibitId, number } = await findOrImport(context, matter);
    const preview = await previewOf(context, matter, exhibitId, map);
    assertDecided(preview, context);
    if (context.switch('dry-run')) return dryRun(preview, number, matter);
    const result = await ask('log.import', { exhibitId, mapping: preview.mapping, language });
    const { import: one, problems, strangers, ...rest } = result;
    return {
      json: {
        exhibit: number,
        exhibitId,
        import: one.id,
        rows: one.rows,
        imported: one.imported,
        unparsed: one.unparsed,
        ...rest,
        strangers,
        problems,
      },
      text: resultText(result, number),
    };
  },
});

export const eventImportCommands: readonly Command[] = [importLog];

/** The log is evidence first: it is sealed as an exhibit, or it is one already, by its bytes or by its number. */
async function findOrImport(context: CommandContext, { id }: Case): Promise<{ readonly exhibitId: ExhibitId; readonly number: string }> {
  const { ask, argument, option, path } = context;
  const given = argument('FILE');
  if (/^EX-\d{4,}$/.test(given)) return { exhibitId: (await ask('exhibit.find', { caseId: id, number: given })).id, number: given };
  const { files } = await ask('exhibit.import', { caseId: id, paths: [path(given)], source: option('source') ?? '', language });
  const [file, another] = files;
  if (another) throw new UsageError(word('problem.log-folder', { path: given }));
  if (!file?.exhibitId || !file.exhibit)
    // A file that became no exhibit carries the code of the core's failure.
    throw file
      ? new CommandError(file.code as FailureCode, file.message)
      : new CommandError('evidence.import-empty', word('problem.import-empty'));
  return { exhibitId: file.exhibitId, number: file.exhibit };
}

async function previewOf(
  context: CommandContext,
  matter: Case,
  exhibitId: ExhibitId,
  map: ReturnType<typeof readMap>,
): Promise<LogPreview> {
  const { ask, option } = context;
  const preview = (mapping?: Mapping): Promise<LogPreview> => {
    const hints: Input<'log.preview'>['hints'] = {};
    if (option('sheet') !== undefined) hints.sheet = sheetNumber(option('sheet') as string);
    if (option('delimiter') !== undefined) hints.delimiter = delimiterOf(option('delimiter') as string);
    return ask('log.preview', { exhibitId, hints, language, ...(mapping ? { mapping } : {}) });
  };
  const first = await preview();
  if (first.mapping.shape === 'table' && map === null)
    throw new UsageError(word('problem.map-missing', { columns: first.columns.join(', ') }));
  if (first.mapping.shape === 'casewright' && map === null) return first;
  const mapping = applyMap(first, map);
  const zone = option('zone');
  const clock = option('clock');
  const chosen = await preview({
    ...mapping,
    ...(option('time-format') === undefined ? {} : { format: option('time-format') as Mapping['format'] }),
    ...(zone === undefined ? {} : { zone: { fixed: zone } }),
    ...(option('lane') === undefined ? {} : { lane: { fixed: option('lane') as Lane } }),
    ...(clock === undefined ? {} : { clockId: await findClock(ask, matter, clock) }),
  });
  if (option('time-format') !== undefined || chosen.mapping.format.startsWith('epoch')) return chosen;
  // What the whole log proves needs no telling; what it leaves open only the person can tell.
  const proven = chosen.dayOrder === 'day-first' || chosen.dayOrder === 'month-first' ? chosen.dayOrder : undefined;
  const format = (option('day-order') as Mapping['format'] | undefined) ?? proven;
  return format === undefined || format === chosen.mapping.format ? chosen : preview({ ...chosen.mapping, format });
}

function assertDecided({ asks, mapping, dayOrder }: LogPreview, { option }: CommandContext): void {
  if (asks.includes('title') || asks.includes('time')) throw new UsageError(word('problem.map-incomplete'));
  if (asks.includes('zone')) throw new UsageError(word('problem.zone-missing'));
  if (asks.includes('day-order') && option('day-order') === undefined && mapping.format === 'text')
    throw new UsageError(word(dayOrder === 'mixed' ? 'problem.day-order-mixed' : 'problem.day-order-open'));
}

async function findClock(ask: CommandContext['ask'], { id, reference }: Case, name: string): Promise<ClockId> {
  const clocks: Output<'clock.list'> = await ask('clock.list', { caseId: id });
  const found = clocks.map((one) => one.clock).filter((one) => one.name === name);
  if (found.length > 1) throw new CommandError('clock.ambiguous', word('problem.clock-ambiguous', { name, reference }));
  if (!found[0]) throw new FailureError('clock.unknown');
  return found[0].id;
}

function dryRun(preview: LogPreview, number: string, { zone }: Case) {
  const { drafts, total, sample, mapping, columns } = preview;
  const rows = drafts.map((one) => [
    one.row,
    one.moment ? formatMoment(one.moment, { language, zone }) : '—',
    one.problem === '' ? one.title : one.problem,
  ]);
  return {
    json: { exhibit: number, dryRun: true as const, total, sample, mapping, columns, drafts },
    text: [
      table([word('column.row'), word('column.moment'), word('column.title')], rows),
      word('done.log-tried', { total, exhibit: number, rows: sample.rows, unparsed: sample.unparsed }),
    ].join('\n'),
  };
}

function resultText({ import: one, blank, problems, strangers, digest }: Output<'log.import'>, exhibit: string): string {
  const { imported, rows, unparsed } = one;
  const lines = [word('done.log-imported', { imported, rows, exhibit, unparsed, blank, digest })];
  if (strangers.length > 0)
    lines.push(
      word('done.log-strangers', {
        names: strangers
          .slice(0, 10)
          .map(({ name }) => name)
          .join(', '),
        count: strangers.length,
      }),
    );
  if (problems.length > 0)
    lines.push(
      table(
        [word('column.row'), word('column.reason'), word('column.text')],
        problems.map(({ row, reason, text }) => [row, reason, text.slice(0, 120)]),
      ),
    );
  return lines.join('\n');
}

function sheetNumber(text: string): number {
  const sheet = Number(text);
  if (!Number.isInteger(sheet) || sheet < 1) throw new UsageError(word('problem.sheet', { text }));
  return sheet;
}

/** A tab cannot be typed everywhere. */
function delimiterOf(text: string): string {
  const delimiter = text === 'tab' || text === '\\t' ? '\t' : text;
  if (delimiter.length !== 1) throw new UsageError(word('problem.delimiter', { text }));
  return delimiter;
}
