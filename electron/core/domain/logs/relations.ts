import { nameKey } from '../../../../shared/model/name-key.ts';
import { parseCitationKey, formatPlace } from '../../../../shared/model/place.ts';
import type { Citation, Stance } from '../../../../shared/model/citation.ts';
import type { CaseId, ExhibitId, PartyId } from '../../../../shared/model/identifier.ts';
import type { ExhibitContent } from '../../../../shared/model/exhibit.ts';
import { FailureError } from '../../../../shared/result.ts';
import { resolveCitations } from '../evidence/index.ts';
import type { ReadRecords, RelatedRecords } from '../ports/index.ts';

/** What rows name, looked up in the case; what it does not know is counted and named, never invented. */
export interface RelationFinder {
  find(people: readonly string[], citations: readonly KeyedCitation[]): RelatedRecords | null;
  /** Names no party bears, the most frequent first. */
  strangers(): { readonly name: string; readonly rows: number }[];
  /** Citations whose exhibit, or whose place in it, this case does not have. */
  lostCitations(): number;
}

interface KeyedCitation {
  readonly key: string;
  readonly stance: Stance;
  readonly quote: string;
}

const MOST_STRANGERS = 10_000;
const TOLD = 200;

export function findRelations(records: Pick<ReadRecords, 'cases' | 'exhibits' | 'parties'>, caseId: CaseId): RelationFinder {
  const parties = new Map<string, PartyId | null>();
  for (const party of records.parties.list(caseId)) {
    const name = nameKey(party.name);
    // Two parties of one name: which of them is meant, no log can say.
    parties.set(name, parties.has(name) ? null : party.id);
  }
  const strangers = new Map<string, number>();
  const contents = new Map<ExhibitId, ExhibitContent | null>();
  let lost = 0;
  const cite = ({ key, stance, quote }: KeyedCitation): readonly Citation[] => {
    try {
      const { exhibitNumber, place } = parseCitationKey(key);
      const exhibit = records.exhibits.findByNumber(caseId, exhibitNumber);
      if (exhibit)
        return resolveCitations(records, caseId, [{ exhibitId: exhibit.id, place: formatPlace(place), stance, quote }], [], contents);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
    }
    lost += 1;
    return [];
  };
  return {
    find(people, citations) {
      const ids = new Set<PartyId>();
      for (const name of people) {
        const id = parties.get(nameKey(name));
        if (id) ids.add(id);
        else if (strangers.has(name) || strangers.size < MOST_STRANGERS) strangers.set(name, (strangers.get(name) ?? 0) + 1);
      }
      const cited = citations.flatMap(cite);
      return ids.size === 0 && cited.length === 0 ? null : { parties: [...ids], citations: cited };
    },
    strangers: () =>
      [...strangers]
        .map(([name, rows]) => ({ name, rows }))
        .sort((one, other) => other.rows - one.rows)
        .slice(0, TOLD),
    lostCitations: () => lost,
  };
}
