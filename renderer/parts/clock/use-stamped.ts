import { useMemo } from 'react';
import type { ClockStatus } from '../../../shared/contract/clock.ts';
import type { CaseId, ClockId } from '../../../shared/model/identifier.ts';
import { type Failure, FailureError } from '../../../shared/result.ts';
import { type KnownClock, openClock, type StampedMoments, stampMoments } from '../../../shared/time/index.ts';
import { useQuery } from '../../ask/queries.ts';
import { useLanguage } from '../../ui/words.ts';

/** A source clock of the case; undefined for none, and while it is asked for. */
export function useClock(caseId: CaseId, clockId: ClockId | null): ClockStatus | undefined {
  const language = useLanguage();
  const clocks = useQuery('clock.list', clockId === null ? null : { caseId, language }).data;
  return clocks?.find(({ clock }) => clock.id === clockId);
}

/** The clock with all that follows from what is known of it; undefined like `useClock`. */
export function useKnownClock(caseId: CaseId, clockId: ClockId | null): KnownClock | undefined {
  const status = useClock(caseId, clockId);
  return useMemo(() => status && openClock(status.clock, status.zone), [status]);
}

/** What a text that a clock showed stands for, recorded and corrected, or the failure that explains why it stands for nothing. */
export function useStamped(caseId: CaseId, clockId: ClockId | null, text: string): StampedMoments | Failure | null {
  const known = useKnownClock(caseId, clockId);
  const language = useLanguage();
  return useMemo(() => {
    if (!known || text.trim() === '') return null;
    try {
      return stampMoments(known, text, language);
    } catch (caught) {
      if (caught instanceof FailureError) return caught.failure;
      throw caught;
    }
  }, [known, text, language]);
}
