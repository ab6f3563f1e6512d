import { join } from 'node:path';
import type { CoreName, Input, Output } from '../../../shared/contract/index.ts';
import type { VaultSession } from '../../../shared/contract/vault.ts';
import { parseCitationKey, formatPlace } from '../../../shared/model/place.ts';
import type { AllegationId, CaseId, ClockId, EventId, ExhibitId, PartyId } from '../../../shared/model/identifier.ts';
import { FailureError } from '../../../shared/result.ts';
import { readStory, type Story } from './story.ts';

/** Asks a conversation as any caller would; rejects with its failure. */
export type Ask = <N extends CoreName>(name: N, input: Input<N>) => Promise<Output<N>>;

export interface SampleOptions {
  readonly folder: string;
  readonly user: string;
  readonly passphrase: string;
}

/** What is being built now: the `done`-th of `total` steps, counted from 0. */
export interface SampleStep {
  readonly kind: 'vault' | 'case' | 'party' | 'allegation' | 'exhibit' | 'clock' | 'event' | 'claim';
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

/** Builds the sample case through the same conversations everybody uses, and leaves its vault open. Throws job.cancelled. */
export async function buildSampleCase(
  ask: Ask,
  options: SampleOptions,
  tell: (step: SampleStep) => void,
  signal?: AbortSignal,
): Promise<{ readonly session: VaultSession; readonly caseId: CaseId }> {
  const { story, evidence } = readStory();
  const total =
    2 +
    [story.parties, story.allegations, story.evidence, story.clocks, story.events, story.claims].reduce(
      (sum, list) => sum + list.length,
      0,
    );
  let done = 0;
  const step = (kind: SampleStep['kind'], name: string): void => {
    if (signal?.aborted) throw new FailureError('job.cancelled');
    tell({ kind, name, done, total });
    done += 1;
  };

  step('vault', options.user);
  const { session } = await ask('vault.create', options);
  step('case', story.case.reference);
  const { id: caseId } = await ask('case.create', story.case);
  const parties = new Map<string, PartyId>();
  for (const party of story.parties) {
    step('party', party.name);
    parties.set(party.name, (await ask('party.add', { ...party, caseId })).id);
  }
  const allegations: AllegationId[] = [];
  for (const { respondent, ...allegation } of story.allegations) {
    step('allegation', allegation.title);
    allegations.push((await ask('allegation.add', { ...allegation, caseId, respondent: partyNamed(parties, respondent) })).id);
  }
  for (const { file, source, dated } of story.evidence) {
    step('exhibit', file);
    const { files } = await ask('exhibit.import', {
      caseId,
      paths: [join(evidence, file)],
      source,
      dated,
    });
    for (const one of files) if (one.status === 'failed') throw new Error(`sample evidence ${one.file}: ${one.message}`);
  }
  const exhibits = new Map((await ask('exhibit.list', { caseId })).map((exhibit) => [exhibit.number, exhibit.id]));
  const clocks = new Map<string, ClockId>();
  for (const { readings, ...clock } of story.clocks) {
    step('clock', clock.name);
    const { id } = (await ask('clock.add', { ...clock, caseId })).clock;
    clocks.set(clock.name, id);
    for (const reading of readings.filter(({ anchor }) => anchor === undefined)) await readClock(ask, exhibits, id, reading, null);
  }
  const events = new Map<string, EventId>();
  for (const event of story.events) {
    step('event', event.title);
    events.set(event.title, await addEvent(ask, { caseId, parties, allegations, exhibits, clocks }, event));
  }
  for (const { name, readings } of story.clocks)
    for (const reading of readings)
      if (reading.anchor !== undefined) await readClock(ask, exhibits, named(clocks, name), reading, named(events, reading.anchor));
  for (const { earlier, later, at, quote } of story.claims) {
    step('claim', earlier);
    await ask('order-claim.add', { earlier: named(events, earlier), later: named(events, later), ...cite(exhibits, at), quote });
  }
  return { session, caseId };
}

interface Known {
  readonly caseId: CaseId;
  readonly parties: ReadonlyMap<string, PartyId>;
  readonly allegations: readonly AllegationId[];
  readonly exhibits: ReadonlyMap<string, ExhibitId>;
  readonly clocks: ReadonlyMap<string, ClockId>;
}

async function addEvent(ask: Ask, known: Known, told: Story['events'][number]): Promise<EventId> {
  const { cite: cites, clock, recorded, learned, allegations, parties, ...event } = told;
  const citations = cites.map((cited) => {
    const { at, stance, quote } = typeof cited === 'string' ? { at: cited, stance: 'supports' as const, quote: '' } : cited;
    return { ...cite(known.exhibits, at), stance, quote };
  });
  const added = await ask('event.add', {
    ...event,
    caseId: known.caseId,
    clockId: clock === undefined ? null : named(known.clocks, clock),
    recorded: recorded === '' ? null : { when: recorded },
    learned: learned === '' ? null : { when: learned },
    allegations: known.allegations.filter((_, index) => allegations.includes(index)),
    parties: parties.map((part) => partyNamed(known.parties, part)),
    citations,
  });
  return added.id;
}

async function readClock(
  ask: Ask,
  exhibits: ReadonlyMap<string, ExhibitId>,
  clockId: ClockId,
  { at, anchor: _anchor, ...reading }: Story['clocks'][number]['readings'][number],
  anchor: EventId | null,
): Promise<void> {
  await ask('clock.read', { ...reading, clockId, anchor, ...cite(exhibits, at) });
}

function cite(exhibits: ReadonlyMap<string, ExhibitId>, at: string): { readonly exhibitId: ExhibitId; readonly place: string } {
  const { exhibitNumber, place } = parseCitationKey(at);
  return { exhibitId: named(exhibits, exhibitNumber), place: formatPlace(place) };
}

/** By any part of the name that no other party shares. */
function partyNamed(parties: ReadonlyMap<string, PartyId>, part: string): PartyId {
  return named(parties, [...parties.keys()].find((name) => name.includes(part)) ?? part);
}

function named<Id>(known: ReadonlyMap<string, Id>, name: string): Id {
  const found = known.get(name);
  if (found === undefined) throw new Error(`the sample story has no ${name}`);
  return found;
}
