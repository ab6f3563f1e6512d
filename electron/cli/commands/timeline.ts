import { z } from 'zod';
import { type Grouping, grouping as groupingName, groupings, timelineView } from '../../../shared/contract/timeline.ts';
import { type Instant, instant } from '../../../shared/model/identifier.ts';
import { formatBounds, formatInstant } from '../../../shared/time/index.ts';
import { type Command, UsageError, defineCommand } from '../command.ts';
import { caseReference, opening, vaultFolder } from '../options.ts';
import { table } from '../table.ts';
import { language, word } from '../words.ts';

const WIDEST = 16_384;
const USUAL_WIDTH = 1200;

const [events, buckets] = timelineView.options;
/** What was asked, and how long the answer took. */
const asked = {
  from: instant,
  to: instant,
  width: z.int(),
  grouping: groupingName,
  milliseconds: z.number(),
  coldMilliseconds: z.number(),
};

const query = defineCommand({
  name: 'timeline query',
  arguments: [vaultFolder],
  options: {
    case: caseReference,
    from: { value: 'T', help: word('option.from') },
    to: { value: 'T', help: word('option.to') },
    width: { value: 'PX', help: word('option.width') },
    group: { value: 'G', help: word('option.group'), choices: groupings },
    filter: { value: 'T', help: word('option.filter') },
    ...opening,
  },
  output: z.union([events.extend(asked), buckets.extend(asked)]),
  async run({ ask, openCase, option }) {
    const width = readWidth(option('width'));
    const { id: caseId, zone } = await openCase();
    const read = async (name: 'from' | 'to'): Promise<Instant | undefined> => {
      const text = option(name);
      if (text === undefined) return undefined;
      const { earliest, latest, precision } = await ask('moment.interpret', { text, zone, language });
      // The end of a stretch that is named by a day, a month or a year is the end of that.
      const whole = name === 'to' && (precision === 'day' || precision === 'month' || precision === 'year');
      const instant = whole ? latest : (earliest ?? latest);
      if (instant === null) throw new UsageError(word('problem.instant', { name: `--${name}`, text }));
      return instant;
    };
    const [givenFrom, givenTo] = [await read('from'), await read('to')];
    const extent = givenFrom === undefined || givenTo === undefined ? await ask('timeline.extent', { caseId, columns: 1 }) : null;
    const [from, to] = [givenFrom ?? extent?.from ?? 0, givenTo ?? extent?.to ?? 1];
    if (to <= from) throw new UsageError(word('problem.stretch'));
    const grouping = (option('group') ?? 'lane') as Grouping;
    const { view, milliseconds, coldMilliseconds } = await ask('timeline.measured', {
      caseId,
      from,
      to,
      width,
      grouping,
      filter: option('filter') ?? '',
    });
    const json = { from, to, width, grouping, ...view, milliseconds, coldMilliseconds };
    const format = { language, zone } as const;
    const names = new Map(view.groups.map(({ key, name }) => [key, name === '' ? key : name]));
    const rows =
      view.kind === 'events'
        ? view.items.map((item) => [formatBounds(item, format), names.get(item.group) ?? '', item.title])
        : view.groups.map(({ key, counts }) => [names.get(key) ?? '', counts.filter((count) => count > 0).length, Math.max(0, ...counts)]);
    const headings =
      view.kind === 'events'
        ? [word('column.moment'), word('column.group'), word('column.title')]
        : [word('column.group'), word('column.columns'), word('column.densest')];
    const timing = word('done.timeline-query', {
      from: formatInstant(from, format),
      to: formatInstant(to, format),
      milliseconds: milliseconds.toFixed(2),
      cold: coldMilliseconds.toFixed(2),
    });
    return { json, text: `${rows.length === 0 ? word('none') : table(headings, rows)}\n${timing}` };
  },
});

export const timelineCommands: readonly Command[] = [query];

function readWidth(text: string | undefined): number {
  const width = text === undefined ? USUAL_WIDTH : Number(text);
  if (!Number.isInteger(width) || width < 1 || width > WIDEST)
    throw new UsageError(word('problem.option-number', { name: '--width', least: 1, most: WIDEST }));
  return width;
}
