import type { AskedEvent } from '../../electron/core/domain/ports.ts';
import { toAskedMoment } from '../../electron/core/domain/question-event.ts';
import type { EventId, PartyId } from '../../shared/model/identifier.ts';
import { interpretMoment } from '../../shared/time/index.ts';

export const WU = '00000000-0000-4000-8000-000000000001' as PartyId;
export const LIN = '00000000-0000-4000-8000-000000000002' as PartyId;

interface Told extends Partial<Pick<AskedEvent, 'lane' | 'kind' | 'location' | 'parties'>> {
  readonly learned?: string;
}

/** An event as questions see it; its title is its identifier, its moment is read in UTC. */
export function asked(
  title: string,
  when: string,
  { lane = 'incident', kind = 'happening', location = '', parties = [], learned }: Told = {},
): AskedEvent {
  const read = (text: string) => toAskedMoment(interpretMoment(text, 'UTC'));
  return {
    id: title as EventId,
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
