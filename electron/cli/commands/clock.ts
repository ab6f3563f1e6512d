import { z } from 'zod';
import {
  clockContract,
  clockOutcome,
  type ClockOutcome,
  clockStatus,
  type ClockStatus,
  type OrderChange,
} from '../../../shared/contract/clock.ts';
import { screen } from '../../../shared/locales/screen.ts';
import { clockReading, type ClockReading } from '../../../shared/model/clock.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { EventId } from '../../../shared/model/identifier.ts';
import { parseCitationKey, formatPlace } from '../../../shared/model/place.ts';
import { fillSentence } from '../../../shared/result.ts';
import { describeOffset, formatBounds, formatInstant, offsetOfReading, sayNote } from '../../../shared/time/index.ts';
import { clockName, findClock, readSettingOptions, secondsOf, settingOptions } from './clock-options.ts';
import { type Command, CommandError, defineCommand } from '../command.ts';
import { caseReference, opening, vaultFolder } from '../options.ts';
import { table } from '../table.ts';
import { language, word } from '../words.ts';

/** The clock as it is known now, and what that did to the events it stamped. */
const changedClock = clockStatus.unwrap().extend({ retiming: clockOutcome.unwrap().shape.retiming });

const reason = { value: 'T', help: word('option.clock.reason') } as const;

const add = defineCommand({
  name: 'clock add',
  arguments: [vaultFolder],
  options: { case: caseReference, name: { value: 'N', help: word('option.clock.name'), required: true }, ...settingOptions, ...opening },
  output: clockStatus,
  async run(context) {
    const settings = readSettingOptions(context);
    const { id } = await context.openCase();
    const status = await context.ask('clock.add', { ...settings, caseId: id, name: context.required('name'), language });
    return { json: status, text: `${word('done.clock-added', { name: status.clock.name })}\n${status.wording.join(' ')}` };
  },
});

const change = defineCommand({
  name: 'clock change',
  arguments: [vaultFolder],
  options: {
    case: caseReference,
    clock: clockName,
    name: { value: 'N', help: word('option.clock.rename') },
    ...settingOptions,
    reason: { ...reason, required: true },
    ...opening,
  },
  output: changedClock,
  async run(context) {
    const settings = readSettingOptions(context);
    const matter = await context.openCase();
    const { clock } = await findClock(context, matter, context.required('clock'));
    const name = context.option('name');
    const outcome = await context.ask('clock.change', {
      ...settings,
      ...(name === undefined ? {} : { name }),
      clockId: clock.id,
      reason: context.required('reason'),
      language,
    });
    return { json: outcomeJson(outcome), text: outcomeText(outcome, matter) };
  },
});

const read = defineCommand({
  name: 'clock read',
  arguments: [vaultFolder],
  options: {
    case: caseReference,
    clock: clockName,
    shown: { value: 'T', help: word('option.clock.shown'), required: true },
    reference: { value: 'T', help: word('option.clock.reference') },
    'reference-zone': { value: 'Z', help: word('option.clock.reference-zone') },
    against: { value: 'NAME', help: word('option.clock.against') },
    uncertainty: { value: 'SECONDS', help: word('option.clock.uncertainty') },
    anchor: { value: 'EVENT-ID', help: word('option.clock.anchor') },
    cite: { value: 'KEY', help: word('option.clock.cite') },
    note: { value: 'T', help: word('option.clock.note') },
    reason,
    ...opening,
  },
  output: changedClock.extend({ reading: clockReading }),
  async run(context) {
    const { ask, option, required } = context;
    const uncertainty = secondsOf(context, 'uncertainty');
    const key = option('cite');
    const cited = key === undefined ? null : parseCitationKey(key);
    const matter = await context.openCase();
    const { clock } = await findClock(context, matter, required('clock'));
    const zone = option('reference-zone');
    const outcome = await ask('clock.read', {
      clockId: clock.id,
      shown: required('shown'),
      reference: option('reference') ?? '',
      ...(zone === undefined ? {} : { referenceZone: zone }),
      referenceName: option('against') ?? '',
      ...(uncertainty === undefined ? {} : { uncertainty }),
      anchor: (option('anchor') ?? null) as EventId | null,
      exhibitId: cited && (await ask('exhibit.find', { caseId: matter.id, number: cited.exhibitNumber })).id,
      place: cited ? formatPlace(cited.place) : '',
      note: option('note') ?? '',
      reason: option('reason') ?? '',
      language,
    });
    const taken = outcome.status.clock.readings.at(-1) as ClockReading;
    return {
      json: { ...outcomeJson(outcome), reading: taken },
      text: `${readingText(taken, outcome.status.zone)}\n${outcomeText(outcome, matter)}`,
    };
  },
});

const withdraw = defineCommand({
  name: 'clock withdraw',
  arguments: [vaultFolder],
  options: {
    case: caseReference,
    clock: clockName,
    reading: { value: 'NUMBER', help: word('option.clock.reading'), required: true },
    reason: { ...reason, required: true },
    ...opening,
  },
  output: changedClock,
  async run(context) {
    const matter = await context.openCase();
    const { clock } = await findClock(context, matter, context.required('clock'));
    const wanted = context.required('reading');
    const found = clock.readings.find(({ id }, index) => id === wanted || String(index + 1) === wanted);
    if (!found) throw new CommandError('clock.reading-not-found', word('problem.reading-unknown', { name: clock.name, number: wanted }));
    const outcome = await context.ask('clock.withdrawReading', {
      readingId: found.id,
      reason: context.required('reason'),
      language,
    });
    return { json: outcomeJson(outcome), text: outcomeText(outcome, matter) };
  },
});

const list = defineCommand({
  name: 'clock list',
  arguments: [vaultFolder],
  options: { case: caseReference, ...opening },
  output: z.array(clockStatus),
  async run({ openCase, ask }) {
    const { id } = await openCase();
    const clocks = await ask('clock.list', { caseId: id, language });
    return { json: clocks, text: clocks.length === 0 ? word('none') : clocks.map(clockText).join('\n\n') };
  },
});

const history = defineCommand({
  name: 'clock history',
  arguments: [vaultFolder],
  options: { case: caseReference, clock: clockName, ...opening },
  output: clockContract['clock.history'].output,
  async run(context) {
    const matter = await context.openCase();
    const { clock } = await findClock(context, matter, context.required('clock'));
    const versions = await context.ask('clock.history', { clockId: clock.id, language });
    const rows = versions.map(({ clock: { version }, wording, replacedAt, replacedBy, reason: why }) => [
      String(version),
      wording[0] ?? '',
      formatInstant(replacedAt, { language, zone: matter.zone }),
      replacedBy,
      why,
    ]);
    const headings = ['column.version', 'column.statement', 'column.replaced', 'column.replaced-by', 'column.clock-reason'] as const;
    return {
      json: versions,
      text:
        rows.length === 0
          ? word('none')
          : table(
              headings.map((name) => word(name)),
              rows,
            ),
    };
  },
});

const window = defineCommand({
  name: 'clock window',
  arguments: [vaultFolder],
  options: {
    case: caseReference,
    clock: clockName,
    from: { value: 'T', help: word('option.clock.from'), required: true },
    to: { value: 'T', help: word('option.clock.to'), required: true },
    zone: { value: 'Z', help: word('option.zone.event') },
    margin: { value: 'SECONDS', help: word('option.clock.margin') },
    ...opening,
  },
  output: clockContract['clock.window'].output,
  async run(context) {
    const margin = secondsOf(context, 'margin') ?? 0;
    const matter = await context.openCase();
    const { clock } = await findClock(context, matter, context.required('clock'));
    const zone = context.option('zone');
    const found = await context.ask('clock.window', {
      clockId: clock.id,
      from: context.required('from'),
      to: context.required('to'),
      ...(zone === undefined ? {} : { zone }),
      margin,
      language,
    });
    return { json: found, text: found.sentence[language] };
  },
});

export const clockCommands: readonly Command[] = [add, change, read, withdraw, list, history, window];

function outcomeJson({ status, retiming }: ClockOutcome) {
  return { ...status, retiming };
}

/** What is known of the clock now, how many events moved, and which orders changed. */
function outcomeText({ status, retiming }: ClockOutcome, matter: Case): string {
  const { events, moved, moves, orders } = retiming;
  const format = { language, zone: matter.zone };
  return [
    `${status.clock.name}: ${status.wording.join(' ')}`,
    word('clock.retimed', { events, moved }),
    ...moves.map(({ title, before, after }) => `  ${title}: ${formatBounds(before, format)} → ${formatBounds(after, format)}`),
    ...(moved > moves.length ? [`  ${word('clock.more', { count: moved - moves.length })}`] : []),
    word(orders.exact ? 'clock.orders' : 'clock.orders-at-least', { count: orders.total }),
    ...orders.changes.map((one) => `  ${orderWords(one, one.before)} → ${orderWords(one, one.after)}`),
    ...(orders.total > orders.changes.length ? [`  ${word('clock.more', { count: orders.total - orders.changes.length })}`] : []),
  ].join('\n');
}

function orderWords({ one, other }: OrderChange, order: OrderChange['before']): string {
  return fillSentence(screen[language].clock[`order.${order}`], { one: `“${one.title}”`, other: `“${other.title}”` });
}

function readingText(reading: ClockReading, zone: string): string {
  const at = (instant: number): string => formatInstant(instant, { language, zone });
  return word('clock.understood', {
    shown: at(reading.shownAt),
    reference: at(reading.referenceAt),
    name: reading.referenceName,
    offset: sayNote(describeOffset(offsetOfReading({ ...reading, shown: reading.shownAt, reference: reading.referenceAt })), language),
  });
}

function clockText({ clock, zone, wording, events, disagreement, anchors }: ClockStatus): string {
  const words = screen[language].clock;
  const problems = anchors.flatMap(({ title, problem }) => (problem === null ? [] : [`“${title}”: ${words[`anchor.${problem}`]}`]));
  return [
    `${clock.name} (${words[`clock-kind.${clock.kind}`]}, ${clock.zone ?? fillSentence(words['zone.assumed'], { zone })})`,
    ...wording.map((sentence) => `  ${sentence}`),
    ...clock.readings.map(
      ({ shown, reference, referenceName, withdrawn }, index) =>
        `  ${index + 1}. ${shown} · ${reference} · ${referenceName}${withdrawn ? ` (${words.withdrawn})` : ''}`,
    ),
    ...(disagreement === null ? [] : [`  ${words[`flag.${disagreement}`]}`]),
    ...problems.map((problem) => `  ${problem}`),
    `  ${word('clock.events', { count: events })}`,
  ].join('\n');
}
