import type { ChangedNoun } from '../../../../shared/contract/index.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { CaseId, EventId } from '../../../../shared/model/identifier.ts';
import type { Change } from '../../domain/ports/index.ts';

/** Each event moves every later row of an index of them; beyond this many, reading all again is the shorter way. */
const MOST_ONE_BY_ONE = 250;

/** What the running transaction has written so far. */
export class Notes {
  #nouns = new Set<ChangedNoun>();
  #events = new Map<CaseId, Set<EventId> | 'many'>();

  noun(noun: ChangedNoun): void {
    this.#nouns.add(noun);
  }

  event({ id, caseId }: Pick<CaseEvent, 'id' | 'caseId'>): void {
    this.noun('event');
    const known = this.#events.get(caseId) ?? new Set();
    if (known === 'many') return;
    known.add(id);
    this.#events.set(caseId, known.size > MOST_ONE_BY_ONE ? 'many' : known);
  }

  manyEvents(caseId: CaseId): void {
    this.noun('event');
    this.#events.set(caseId, 'many');
  }

  /** What was written since it was last asked for; null where nothing was. */
  take(): Change | null {
    const change = this.#nouns.size === 0 ? null : { nouns: this.#nouns, events: this.#events };
    this.#nouns = new Set();
    this.#events = new Map();
    return change;
  }
}
