import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { CaseId, EventId } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { reachOf } from '../../../../shared/time/index.ts';
import type { AskedEvent, AskedMoment, Change, Vault } from '../ports/index.ts';
import { projection } from '../ports/projection.ts';
import { SilenceRows } from './rows.ts';
import { nextTurn } from '../ports/turn.ts';

/** More named events than these are not kept between two askings: they would weigh more than the timeline's own index. */
const MOST_KEPT = 50_000;

/** Rows read at a time: a few milliseconds, so that whoever pans the picture meanwhile is answered at once. */
const SLICE = 4000;

/** What the questions of one case are asked of. */
export class Asked {
  readonly silences = new SilenceRows();
  /** Events that name somebody, and memory gaps. */
  readonly named = new Map<EventId, AskedEvent>();
  /** Changed while the rest was still being read: they are as they are now. */
  readonly changed = new Set<EventId>();

  add(event: AskedEvent): void {
    this.silences.add(event);
    if (event.parties.length > 0 || event.kind === 'memory-gap') this.named.set(event.id, event);
  }

  remove(id: EventId): void {
    this.silences.remove(id);
    this.named.delete(id);
  }
}

interface Known {
  readonly asked: Asked;
  /** Every event is in it. */
  readonly whole: Promise<Asked>;
}

/** What was read of every case that was asked about, kept up with what is written. */
const readings = projection(() => new Map<CaseId, Known>(), followChange);

/**
 * Everything the questions of a case are asked of: read once, in slices between which others are answered, and kept up with every change
 * from then on. Rows of logs that name nobody and told nobody anything are passed over.
 */
export async function askedOf(vault: Vault, caseId: CaseId): Promise<Asked> {
  const cases = readings(vault);
  const found = cases.get(caseId) ?? startReading(vault, caseId);
  cases.set(caseId, found);
  try {
    const asked = await found.whole;
    if (asked.named.size > MOST_KEPT) cases.delete(caseId);
    // So much was changed meanwhile that it was forgotten: what was read is not what stands there.
    else if (cases.get(caseId) !== found) return await askedOf(vault, caseId);
    return asked;
  } catch (error) {
    if (cases.get(caseId) === found) cases.delete(caseId);
    throw error;
  }
}

/** Of a moment, when it can have begun and ended. */
export function toAskedMoment(moment: Moment): AskedMoment {
  return { ...reachOf(moment), doubtful: moment.uncertain };
}

function followChange(cases: Map<CaseId, Known>, { events }: Change, { read }: Vault): void {
  for (const [caseId, written] of events) {
    const asked = cases.get(caseId)?.asked;
    if (!asked) continue;
    if (written === 'many') cases.delete(caseId);
    else
      for (const id of written) {
        const found = read.events.find(id);
        asked.changed.add(id);
        asked.remove(id);
        if (found && !found.removed) asked.add(toAsked(found.event));
      }
  }
}

function startReading(vault: Vault, caseId: CaseId): Known {
  const asked = new Asked();
  return { asked, whole: readAll(vault, caseId, asked) };
}

async function readAll({ read }: Vault, caseId: CaseId, asked: Asked): Promise<Asked> {
  // The last row is asked for anew each time: an event entered meanwhile is noted, and rows of a log imported meanwhile are read.
  for (let from = 0; from < read.questions.lastOrdinal(); from += SLICE) {
    if (from > 0) await nextTurn();
    for (const event of read.questions.scan(caseId, from, from + SLICE)) if (!asked.changed.has(event.id)) asked.add(event);
  }
  asked.changed.clear();
  return asked;
}

function toAsked({ id, title, lane, kind, location, happened, learned, parties }: CaseEvent): AskedEvent {
  return { id, title, lane, kind, location, happened: toAskedMoment(happened), learned: learned && toAskedMoment(learned), parties };
}
