import type { Case } from '../../../../shared/model/case.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { AllegationId, CaseId, ClockId, PartyId } from '../../../../shared/model/identifier.ts';
import { pageEvents } from './page.ts';
import type { Vault } from '../ports/index.ts';

/** What stands beside an event by its identifier, in words. */
export interface ExportNames {
  readonly parties: ReadonlyMap<PartyId, string>;
  readonly allegations: ReadonlyMap<AllegationId, string>;
  readonly clocks: ReadonlyMap<ClockId, string>;
}

export interface ExportSelection {
  readonly filter: string;
  readonly differing: boolean;
}

/** Events read at a time. */
const AT_ONCE = 500;

export function exportNames({ read }: Vault, caseId: CaseId): ExportNames {
  return {
    parties: new Map(read.parties.list(caseId).map(({ id, name }) => [id, name])),
    allegations: new Map(read.allegations.list(caseId).map(({ id, number }) => [id, number])),
    clocks: new Map(read.clocks.list(caseId).map(({ id, name }) => [id, name])),
  };
}

/** Events in the order of time, some at a time, with how many there are. */
export function* exportedEvents(
  vault: Vault,
  { id: caseId }: Case,
  selection: ExportSelection,
): Generator<{ readonly events: readonly CaseEvent[]; readonly total: number }> {
  for (let from = 0; ; from += AT_ONCE) {
    const page = pageEvents(vault, { caseId, ...selection, by: 'happened', descending: false }, from, AT_ONCE);
    if (page.events.length > 0) yield page;
    if (from + AT_ONCE >= page.total) return;
  }
}

/** Has no place in time: neither of its bounds is known. */
export function isUnplaced({ happened }: Pick<CaseEvent, 'happened'>): boolean {
  return happened.earliest === null && happened.latest === null;
}

/** Known to the second and not called in doubt: the only thing that may be shown as a point. */
export function isExact({ happened }: Pick<CaseEvent, 'happened'>): boolean {
  const { earliest, latest, approximate, uncertain } = happened;
  return earliest !== null && latest !== null && latest - earliest <= 1000 && !approximate && !uncertain;
}
