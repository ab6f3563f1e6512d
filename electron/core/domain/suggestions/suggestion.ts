import type { PassageKey, SearchedExhibit, Suggestion } from '../../../../shared/contract/suggestion.ts';
import type { Language } from '../../../../shared/model/language.ts';
import type { Exhibit } from '../../../../shared/model/exhibit.ts';
import type { CaseId, ExhibitId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { DayOrder } from '../../../../shared/time/index.ts';
import { requireCase } from '../case/index.ts';
import type { Work } from '../ports/work.ts';
import { requireExhibit } from '../evidence/index.ts';
import type { Decision, ReadRecords } from '../ports/index.ts';
import { type Manner, type Searched, searchExhibit } from './search.ts';
import type { ScannedPassage } from '../../tasks/suggestion.ts';
import { suggestionWord } from '../../../../shared/words/suggestion-words.ts';

export interface SuggestionOrder {
  readonly caseId: CaseId;
  /** Without one, every exhibit of the case that is not covered. */
  readonly exhibitId?: ExhibitId | undefined;
  readonly dayOrder?: DayOrder | undefined;
  readonly language: Language;
}

/** Throws case.unknown, exhibit.unknown (also for an exhibit of another case) and job.cancelled. */
export async function listSuggestions(
  work: Work,
  { caseId, exhibitId, dayOrder, language }: SuggestionOrder,
): Promise<{ readonly exhibits: readonly SearchedExhibit[]; readonly suggestions: readonly Suggestion[] }> {
  const { read } = work.vault;
  const { zone } = requireCase(read, caseId);
  const manner: Manner = { zone, language, dayOrder };
  const wanted = exhibitId === undefined ? read.exhibits.list(caseId) : [exhibitOf(read, caseId, exhibitId)];
  const exhibits: SearchedExhibit[] = [];
  const suggestions: Suggestion[] = [];
  for (const exhibit of wanted) {
    if (work.job.signal.aborted) throw new FailureError('job.cancelled');
    // What is covered is looked at on purpose, one by one, never in a list of everything.
    if (exhibit.covered && exhibitId === undefined) {
      exhibits.push(coveredExhibit(exhibit, language));
      continue;
    }
    const searched = await searchExhibit(work, exhibit, manner);
    exhibits.push(describeSearch(exhibit, searched));
    suggestions.push(...withDecisions(read, exhibit, searched.scan.found));
  }
  return { exhibits, suggestions };
}

/** How many dated passages wait for a decision. Throws case.unknown and job.cancelled. */
export async function countSuggestions(work: Work, order: Omit<SuggestionOrder, 'exhibitId'>): Promise<{ readonly open: number }> {
  const { suggestions } = await listSuggestions(work, order);
  return { open: suggestions.filter(({ state }) => state === 'open').length };
}

/** An exhibit of this case. Throws exhibit.unknown. */
export function exhibitOf(records: Pick<ReadRecords, 'cases' | 'exhibits'>, caseId: CaseId, exhibitId: ExhibitId): Exhibit {
  const exhibit = requireExhibit(records, exhibitId);
  if (exhibit.caseId === caseId) return exhibit;
  throw new FailureError('exhibit.unknown', { number: exhibit.number, reference: requireCase(records, caseId).reference });
}

/** One passage among others of its exhibit. */
export function keyOf({ place, start, phrase }: Pick<PassageKey, 'place' | 'start' | 'phrase'>): string {
  return JSON.stringify([place, start, phrase]);
}

/** What was decided, by passage. An accepted passage whose event was taken out of the timeline is open again. */
export function decisionsOf(
  { suggestions, events }: Pick<ReadRecords, 'suggestions' | 'events'>,
  exhibitId: ExhibitId,
): ReadonlyMap<string, Decision> {
  const standing = suggestions.decisions(exhibitId).filter(({ decision, eventId }) => {
    const found = eventId === null ? undefined : events.find(eventId);
    return decision === 'dismissed' || (found !== undefined && !found.removed);
  });
  return new Map(standing.map((one) => [keyOf(one), one]));
}

function withDecisions(read: ReadRecords, exhibit: Exhibit, found: readonly ScannedPassage[]): readonly Suggestion[] {
  const decisions = decisionsOf(read, exhibit.id);
  return found.map((passage): Suggestion => {
    const decided = decisions.get(keyOf(passage));
    return {
      ...passage,
      exhibitId: exhibit.id,
      exhibit: exhibit.number,
      state: decided?.decision ?? 'open',
      eventId: decided?.eventId ?? null,
    };
  });
}

function describeSearch({ id, number, title }: Exhibit, { scan, date, unsearched }: Searched): SearchedExhibit {
  return { exhibitId: id, exhibit: number, title, date, rows: scan.rows, more: scan.more, unsearched };
}

function coveredExhibit({ id, number, title }: Exhibit, language: Language): SearchedExhibit {
  const date = { moment: null, statedBy: null, basis: '', proposals: [] };
  return { exhibitId: id, exhibit: number, title, date, rows: 0, more: 0, unsearched: suggestionWord(language, 'unsearched.covered') };
}
