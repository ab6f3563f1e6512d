import { type CaseEvent, eventKind, lane, standing, tag } from '../../../../shared/model/event.ts';
import { facts, type Facts, verbatim } from '../../../../shared/model/fact.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';
import type { MomentColumn, OwnColumn } from '../../../../shared/model/log-columns.ts';
import { type Moment, precision } from '../../../../shared/model/moment.ts';
import { stance } from '../../../../shared/model/citation.ts';
import { describeBasis, interpretMoment } from '../../../../shared/time/index.ts';
import type { KeyedCitation } from '../../tasks/log.ts';

const LONGEST_FACTS = 10_000;

export interface OwnEvent extends Pick<CaseEvent, 'title' | 'description' | 'lane' | 'standing' | 'kind' | 'location' | 'tags'> {
  readonly happened: Moment;
  readonly recorded: Moment | null;
  readonly learned: Moment | null;
  readonly people: readonly string[];
  readonly citations: readonly KeyedCitation[];
}

/** A row of Casewright's own export; null where it was altered so that it no longer says one thing. Throws moment.invalid. */
export function readOwnRow(cell: (name: OwnColumn | 'message') => string): OwnEvent | null {
  const happened = readMoment(cell, '');
  if (!happened) return null;
  const own = {
    lane: lane.safeParse(cell('lane')),
    standing: standing.safeParse(cell('standing')),
    kind: eventKind.safeParse(cell('kind') || 'happening'),
  };
  if (!own.lane.success || !own.standing.success || !own.kind.success) return null;
  const [recorded, learned] = (['recorded_', 'learned_'] as const).map((prefix) =>
    cell(`${prefix}zone`) === '' ? 'none' : readMoment(cell, prefix),
  ) as [Moment | 'none' | null, Moment | 'none' | null];
  if (recorded === null || learned === null) return null;
  return {
    title: cell('message'),
    description: cell('description'),
    lane: own.lane.data,
    standing: own.standing.data,
    kind: own.kind.data,
    location: cell('location'),
    happened,
    recorded: recorded === 'none' ? null : recorded,
    learned: learned === 'none' ? null : learned,
    people: listOf(cell('parties')).filter((name) => typeof name === 'string'),
    tags: listOf(cell('tags')).flatMap((one) => {
      const read = tag.safeParse(one);
      return read.success ? [read.data] : [];
    }),
    citations: listOf(cell('citations')).flatMap((one) => keyed(one) ?? []),
  };
}

/** The bounds must be what their EDTF says: one of them alone may have been edited since. */
function readMoment(cell: (name: OwnColumn) => string, prefix: '' | 'recorded_' | 'learned_'): Moment | null {
  const at = (name: MomentColumn): string => cell(`${prefix}${name}`);
  const bounds = [instantOf(at('earliest')), instantOf(at('latest'))];
  const [earliest, latest] = bounds;
  const said = precision.safeParse(at('precision'));
  if (earliest === undefined || latest === undefined || !said.success || at('zone') === '') return null;
  const edtf = at('edtf');
  const read = edtf === '' ? { earliest: null, latest: null } : interpretMoment(edtf, at('zone'));
  if (read.earliest !== earliest || read.latest !== latest) return null;
  return {
    earliest,
    latest,
    edtf,
    phrase: at('phrase'),
    zone: at('zone'),
    precision: said.data,
    approximate: at('approximate') === 'true',
    uncertain: at('uncertain') === 'true',
    basis: basisOf(at('facts'), at('basis')),
  };
}

/** The facts are believed where they say what stands beside them in words: one of the two alone may have been edited since. */
function basisOf(text: string, sentence: string): Facts {
  try {
    const read = facts.parse(JSON.parse(text.slice(0, LONGEST_FACTS)));
    if (describeBasis(read, 'en') === sentence) return read;
  } catch {
    // What is no JSON of facts says nothing.
  }
  return verbatim(sentence);
}

/** Undefined for what is no instant. */
function instantOf(text: string): Instant | null | undefined {
  if (text === '') return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|\+00:00)$/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

function listOf(text: string): readonly unknown[] {
  if (text === '') return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.slice(0, 500) : [];
  } catch {
    return [];
  }
}

function keyed(value: unknown): KeyedCitation | null {
  if (typeof value !== 'object' || value === null) return null;
  const { key, stance: said, quote } = value as Record<string, unknown>;
  const read = stance.safeParse(said);
  if (typeof key !== 'string' || !read.success) return null;
  return { key, stance: read.data, quote: typeof quote === 'string' ? quote.slice(0, 2000) : '' };
}
