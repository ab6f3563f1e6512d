import type { AskedEvent } from '../../electron/core/domain/ports/index.ts';
import { toAskedMoment } from '../../electron/core/domain/questions/asked.ts';
import { findSilences, type Silence } from '../../electron/core/domain/questions/silence.ts';
import { SilenceRows } from '../../electron/core/domain/questions/rows.ts';
import type { EventId, PartyId } from '../../shared/model/identifier.ts';
import { interpretMoment } from '../../shared/time/index.ts';

export const WU = '00000000-0000-4000-8000-000000000001' as PartyId;
export const LIN = '00000000-0000-4000-8000-000000000002' as PartyId;

interface Told extends Partial<Pick<AskedEvent, 'lane' | 'kind' | 'location' | 'parties'>> {
  readonly learned?: string;
}

const titles = new Map<string, EventId>();

/** The identifier of the event with this title. */
export function idOf(title: string): EventId {
  const known = titles.get(title) ?? (`00000000-0000-4000-9000-${String(titles.size).padStart(12, '0')}` as EventId);
  titles.set(title, known);
  return known;
}

export function titleOf(id: EventId): string {
  return [...titles].find(([, one]) => one === id)?.[0] ?? '';
}

/** What each linked event is to a question: `notice told`. */
export const parts = (draft: Pick<Silence, 'links'> | undefined): readonly string[] =>
  draft?.links.map(({ id, part }) => `${part} ${titleOf(id)}`) ?? [];

export function silencesOf(events: readonly AskedEvent[], recordEnds: number | null): readonly Silence[] {
  const rows = new SilenceRows();
  for (const event of events) rows.add(event);
  return findSilences(rows, recordEnds);
}

/** An event as questions see it; its moment is read in UTC. */
export function asked(
  title: string,
  when: string,
  { lane = 'incident', kind = 'happening', location = '', parties = [], learned }: Told = {},
): AskedEvent {
  const read = (text: string) => toAskedMoment(interpretMoment(text, 'UTC'));
  return {
    id: idOf(title),
    title,
    lane,
    kind,
    location,
    parties,
    happened: read(when),
    learned: learned === undefined ? null : read(learned),
  };
}

export const notice = (title: string, when: string): AskedEvent => asked(title, when, { lane: 'knowledge' });
export const act = (title: string, when: string): AskedEvent => asked(title, when, { lane: 'institution' });

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
