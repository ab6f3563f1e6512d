import type { Citation, Stance } from '../../../../shared/model/citation.ts';
import type { Exhibit, ExhibitContent } from '../../../../shared/model/exhibit.ts';
import type { CaseId, CitationId, ExhibitId } from '../../../../shared/model/identifier.ts';
import { formatPlace, liesInside, parsePlace, type Place } from '../../../../shared/model/place.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { ReadRecords } from '../ports/index.ts';

export interface CitationDraft {
  readonly exhibitId: ExhibitId;
  readonly place: string;
  readonly stance: Stance;
  readonly quote: string;
}

/**
 * Citations as they are kept: the place in its one normal form, and known to lie inside its exhibit. A citation that stays the
 * same keeps its identifier, so that whatever refers to it still finds it. `contents` remembers what exhibits hold, for whoever asks often.
 * Throws citation.invalid, citation.place-outside and exhibit.unknown (also for an exhibit of another case).
 */
export function resolveCitations(
  { cases, exhibits }: Pick<ReadRecords, 'cases' | 'exhibits'>,
  caseId: CaseId,
  drafts: readonly CitationDraft[],
  known: readonly Citation[] = [],
  contents = new Map<ExhibitId, ExhibitContent | null>(),
): readonly Citation[] {
  const kept = [...known];
  return drafts.map((draft) => {
    const exhibit = exhibits.find(draft.exhibitId);
    if (exhibit?.caseId !== caseId) {
      throw new FailureError('exhibit.unknown', {
        number: exhibit?.number ?? draft.exhibitId,
        reference: cases.find(caseId)?.reference ?? caseId,
      });
    }
    const place = parsePlace(draft.place);
    if (!contents.has(exhibit.id)) contents.set(exhibit.id, exhibits.content(exhibit.id));
    assertInside(exhibit, contents.get(exhibit.id) ?? null, place);
    const text = formatPlace(place);
    const same = kept.findIndex(
      (one) => one.exhibitId === exhibit.id && one.place === text && one.stance === draft.stance && one.quote === draft.quote,
    );
    const [before] = same < 0 ? [] : kept.splice(same, 1);
    return before ?? { ...draft, id: crypto.randomUUID() as CitationId, exhibitNumber: exhibit.number, place: text };
  });
}

/** `EX-0001#page=3`, the key by which a citation is named in every export. */
export function citationKey({ exhibitNumber, place }: Pick<Citation, 'exhibitNumber' | 'place'>): string {
  return place === '' ? exhibitNumber : `${exhibitNumber}#${place}`;
}

function assertInside(exhibit: Exhibit, content: ExhibitContent | null, place: Place): void {
  if (!liesInside({ exhibit, content }, place))
    throw new FailureError('citation.place-outside', { exhibit: exhibit.number, place: formatPlace(place) });
}
