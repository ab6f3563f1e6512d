import { z } from 'zod';
import type { Input } from '../../../shared/contract/index.ts';
import { citation, type Stance, stance } from '../../../shared/model/citation.ts';
import type { Case } from '../../../shared/model/case.ts';
import {
  caseEvent,
  type CaseEvent,
  type EventKind,
  eventKind,
  type Lane,
  lanes,
  type Standing,
  standing,
} from '../../../shared/model/event.ts';
import type { PartyId } from '../../../shared/model/identifier.ts';
import { formatPlace, parseCitationKey } from '../../../shared/model/place.ts';
import { describeBasis, formatMoment } from '../../../shared/time/index.ts';
import { findClock } from './clock-options.ts';
import { type Command, CommandError, type CommandContext, UsageError, defineCommand } from '../command.ts';
import { caseReference, opening, vaultFolder } from '../options.ts';
import { suggest } from './event-suggest.ts';
import { table } from '../table.ts';
import { language, word } from '../words.ts';

/** An event with its moments in words, as the case file prints them, and its citations under their keys. */
const listedEvent = caseEvent.unwrap().extend({
  moment: z.string(),
  recordedMoment: z.string().nullable(),
  learnedMoment: z.string().nullable(),
  citations: z.array(citation.unwrap().extend({ key: z.string() })),
});

const add = defineCommand({
  name: 'event add',
  arguments: [vaultFolder],
  options: {
    case: caseReference,
    title: { value: 'T', help: word('option.title'), required: true },
    when: { value: 'EDTF', help: word('option.when') },
    'relative-to': { value: 'WHAT', help: word('option.relative-to') },
    clock: { value: 'NAME', help: word('option.event.clock') },
    recorded: { value: 'WHEN', help: word('option.recorded') },
    learned: { value: 'WHEN', help: word('option.learned') },
    kind: { value: 'KIND', help: word('option.event.kind'), choices: eventKind.options },
    tag: { value: 'T', help: word('option.tag'), many: true },
    zone: { value: 'Z', help: word('option.zone.event') },
    cite: { value: 'KEY', help: word('option.cite'), many: true },
    stance: { value: 'S', help: word('option.stance'), many: true, choices: stance.options },
    quote: { value: 'TEXT', help: word('option.quote'), many: true },
    lane: { value: 'LANE', help: word('option.lane'), choices: lanes },
    standing: { value: 'S', help: word('option.standing'), choices: standing.options },
    party: { value: 'NAME', help: word('option.party'), many: true },
    location: { value: 'TEXT', help: word('option.location') },
    description: { value: 'TEXT', help: word('option.description') },
    ...opening,
  },
  output: listedEvent,
  async run(context) {
    const { ask, option, required, values } = context;
    const citations = readCitations(values('cite'), values('stance'), values('quote'));
    const found = await context.openCase();
    const zone = option('zone');
    const clock = option('clock') === undefined ? null : (await findClock(context, found, required('clock'))).clock;
    const { when, recorded } = readTimes(context);
    const learned = option('learned');
    const added = await ask('event.add', {
      caseId: found.id,
      title: required('title'),
      when,
      clockId: clock?.id ?? null,
      recorded,
      learned: learned === undefined ? null : { when: learned },
      kind: (option('kind') ?? 'happening') as EventKind,
      tags: [...values('tag')],
      language,
      ...(zone === undefined ? {} : { zone }),
      ...(await findGround(context, found)),
      lane: (option('lane') ?? 'incident') as Lane,
      standing: (option('standing') ?? 'asserted') as Standing,
      location: option('location') ?? '',
      description: option('description') ?? '',
      parties: await findParties(context, found, values('party')),
      citations: await findExhibits(context, found, citations),
    });
    const shown = eventJson(added, found);
    const told = added.recorded ? [word('event.recorded', { phrase: added.recorded.phrase, moment: shown.recordedMoment ?? '' })] : [];
    const text = [
      word('done.event-added', { moment: shown.moment, title: added.title }),
      ...told,
      describeBasis(added.happened.basis, language),
    ].join('\n');
    return { json: shown, text };
  },
});

const list = defineCommand({
  name: 'event list',
  arguments: [vaultFolder],
  options: { case: caseReference, ...opening },
  output: z.array(listedEvent),
  async run({ openCase, ask }) {
    const found = await openCase();
    const events = (await ask('event.list', { caseId: found.id })).map((event) => eventJson(event, found));
    const rows = events.map((event) => [
      event.moment,
      event.lane,
      event.standing,
      event.title,
      event.citations.map(({ key }) => key).join(' '),
    ]);
    const headings = [word('column.moment'), word('column.lane'), word('column.standing'), word('column.title'), word('column.citations')];
    return { json: events, text: events.length === 0 ? word('none') : table(headings, rows) };
  },
});

/** With a clock, --recorded is what it showed, and so is --when. */
function readTimes({ option, required }: CommandContext): Pick<Input<'event.add'>, 'when' | 'recorded'> {
  const recorded = option('recorded');
  if (option('clock') === undefined) return { when: required('when'), recorded: recorded === undefined ? null : { when: recorded } };
  const when = option('when') ?? recorded ?? required('when');
  if (recorded !== undefined && recorded !== when) throw new UsageError(word('problem.recorded-twice'));
  return { when, recorded: null };
}

export const eventCommands: readonly Command[] = [add, list, suggest];

interface Cited {
  readonly exhibitNumber: string;
  readonly place: string;
  readonly stance: Stance;
  readonly quote: string;
}

/** One stance for all citations or one for each; quotes one for each. */
function readCitations(keys: readonly string[], stances: readonly string[], quotes: readonly string[]): readonly Cited[] {
  const refuse = (name: string, given: number): never => {
    throw new UsageError(word('problem.cite-count', { name, given, citations: keys.length }));
  };
  if (stances.length > 1 && stances.length !== keys.length) refuse('--stance', stances.length);
  if (stances.length === 1 && keys.length === 0) refuse('--stance', 1);
  if (quotes.length > 0 && quotes.length !== keys.length) refuse('--quote', quotes.length);
  return keys.map((key, index) => {
    const { exhibitNumber, place } = parseCitationKey(key);
    return {
      exhibitNumber,
      place: formatPlace(place),
      stance: (stances[stances.length === 1 ? 0 : index] ?? 'supports') as Stance,
      quote: quotes[index] ?? '',
    };
  });
}

async function findExhibits({ ask }: CommandContext, { id }: Case, citations: readonly Cited[]) {
  const found = [];
  for (const { exhibitNumber, ...rest } of citations)
    found.push({ ...rest, exhibitId: (await ask('exhibit.find', { caseId: id, number: exhibitNumber })).id });
  return found;
}

/** What relative words are counted from: an exhibit by its number, or an event. */
async function findGround({ ask, option }: CommandContext, { id }: Case) {
  const text = option('relative-to');
  if (text === undefined) return {};
  if (/^EX-\d{4,}$/.test(text)) return { relativeTo: { exhibitId: (await ask('exhibit.find', { caseId: id, number: text })).id } };
  return { relativeTo: { eventId: await ask('event.find', { caseId: id, text }) } };
}

async function findParties({ ask }: CommandContext, { id, reference }: Case, names: readonly string[]): Promise<PartyId[]> {
  if (names.length === 0) return [];
  const parties = await ask('party.list', { caseId: id });
  return names.map((name) => {
    const [found, another] = parties.filter((party) => party.name === name);
    if (!found) throw new CommandError('party.not-found', word('problem.party-unknown', { name, reference }));
    if (another) throw new CommandError('party.ambiguous', word('problem.party-ambiguous', { name, reference }));
    return found.id;
  });
}

function eventJson(event: CaseEvent, { zone }: Case) {
  return {
    ...event,
    /** As the case file prints it. */
    moment: formatMoment(event.happened, { language, zone }),
    recordedMoment: event.recorded && formatMoment(event.recorded, { language, zone }),
    learnedMoment: event.learned && formatMoment(event.learned, { language, zone }),
    citations: event.citations.map((one) => ({ ...one, key: one.place === '' ? one.exhibitNumber : `${one.exhibitNumber}#${one.place}` })),
  };
}
