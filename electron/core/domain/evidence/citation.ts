import type { Citation, Stance } from '../../../../shared/model/citation.ts';
import type { Exhibit, ExhibitContent } from '../../../../shared/model/exhibit.ts';
import type { CaseId, CitationId, ExhibitId } from '../../../../shared/model/identifier.ts';
import { formatPlace, parsePlace, type Place, type RowPlace } from '../../../../shared/model/place.ts';
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
  if (!liesInside(exhibit, content, place))
    throw new FailureError('citation.place-outside', { exhibit: exhibit.number, place: formatPlace(place) });
}

/** What is not known cannot be refused: an exhibit that was not read, or only in part, takes any place of a kind it may have. */
function liesInside(exhibit: Exhibit, content: ExhibitContent | null, place: Place): boolean {
  switch (place.kind) {
    case 'whole':
      return true;
    case 'page':
      return exhibit.pages === null ? exhibit.reading !== 'read' : place.page <= exhibit.pages;
    case 'time':
      return mayPlay(exhibit, 'audio');
    case 'frame':
      return mayPlay(exhibit, 'video');
    case 'row':
      return mayHaveRow(exhibit, content, place);
    default: {
      if (exhibit.reading !== 'read' || content === null) return true;
      const last = lastNumber(content, place.kind);
      return place.number <= last || (last > 0 && exhibit.readingNote !== '');
    }
  }
}

/** A row may hold several lines, never a line several rows: a text has at most as many rows as lines. Sheets are counted by nobody yet. */
function mayHaveRow(exhibit: Exhibit, content: ExhibitContent | null, { number, sheet }: RowPlace): boolean {
  if (exhibit.kind === 'image' || exhibit.kind === 'video' || exhibit.kind === 'audio' || exhibit.kind === 'message') return false;
  if (exhibit.reading !== 'read' || content === null) return true;
  const lines = lastNumber(content, 'line');
  if (lines === 0) return exhibit.readingNote !== '';
  return sheet === undefined && (number <= lines || exhibit.readingNote !== '');
}

function mayPlay({ kind }: Exhibit, least: 'audio' | 'video'): boolean {
  return kind === 'video' || kind === 'data' || kind === 'other' || kind === least;
}

/** Empty lines are counted but not kept, so the highest number is what tells how far a text goes. */
function lastNumber(content: ExhibitContent, kind: string): number {
  const start = `${kind}=`;
  return content.passages.reduce(
    (last, { place }) => (place.startsWith(start) ? Math.max(last, Number.parseInt(place.slice(start.length), 10)) : last),
    0,
  );
}
