import type { ClockOutcome, ClockStatus } from '../../../shared/contract/clock.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { useQuery } from '../../ask/queries.ts';
import { useLanguage } from '../../ui/words.ts';
import { useSettled } from '../../ui/use-settled.ts';

type Change = Input<'clock.preview'>['change'];

/** Working out what becomes of so many events takes a second or more: not while somebody is still typing. */
const MANY = 10_000;

interface Preview {
  readonly outcome: ClockOutcome | undefined;
  readonly reading: Output<'clock.preview'>['reading'];
  readonly error: Error | null;
  /** Whether it is about what is entered now, and not still about what was entered a moment ago. */
  readonly current: boolean;
}

/** What a change would do to everything a clock stamped, once it is entered; null asks nothing. */
export function usePreview({ clock, events }: ClockStatus, change: Change | null): Preview {
  const language = useLanguage();
  const settled = useSettled(change, events > MANY ? 1500 : 350);
  const { data, error } = useQuery('clock.preview', settled && { clockId: clock.id, change: settled, language });
  const current = JSON.stringify(settled) === JSON.stringify(change);
  return { outcome: current ? data : undefined, reading: (current && data?.reading) || null, error: current ? error : null, current };
}
