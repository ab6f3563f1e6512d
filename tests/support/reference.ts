import { FailureError } from '../../shared/result.ts';
import type { Moment } from '../../shared/model/moment.ts';
import { interpretMoment, offsetAt, type TimeReference } from '../../shared/time/index.ts';

/** The date of an invented document, as something to count from. */
export function referenceOn(text: string, zone: string, name = 'EX-0004, 19 May 2031'): TimeReference {
  const { earliest, latest } = interpretMoment(text, zone);
  if (earliest === null || latest === null) throw new Error(`${text} is open`);
  return { earliest, latest, name };
}

/** An instant as the wall clock of a zone shows it, to the minute. */
export function wallText(instant: number | null, zone: string): string {
  return instant === null ? 'open' : new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 16);
}

/** Both bounds on the wall clock of the moment's own zone. */
export function boundsText({ earliest, latest, zone }: Moment): string {
  return `${wallText(earliest, zone)} to ${wallText(latest, zone)}`;
}

/** The stable name and the sentence of why a text is no moment. */
export function refusalOf(read: () => unknown): { readonly reason: string; readonly sentence: string } {
  try {
    read();
  } catch (error) {
    if (error instanceof FailureError && error.code === 'moment.invalid')
      return { reason: String(error.failure.values.reason), sentence: String(error.failure.values.problem) };
    throw error;
  }
  throw new Error('it was understood');
}
