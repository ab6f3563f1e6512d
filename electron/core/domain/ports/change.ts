import type { ChangedNoun } from '../../../../shared/contract/index.ts';
import type { CaseId, EventId } from '../../../../shared/model/identifier.ts';

/** What one transaction wrote. Told once it is durable; of one that was rolled back nothing is told. */
export interface Change {
  readonly nouns: ReadonlySet<ChangedNoun>;
  /** Events that were added, changed, removed or brought back, by case; `many` where reading all of them again is the shorter way. */
  readonly events: ReadonlyMap<CaseId, ReadonlySet<EventId> | 'many'>;
}

export type Follower = (change: Change) => void;
