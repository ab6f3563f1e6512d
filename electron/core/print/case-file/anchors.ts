import { parsePlace } from '../../../../shared/model/place.ts';
import type { Citation } from '../../../../shared/model/citation.ts';
import type { CaseFileContent, ExhibitContentEntry } from '../../tasks/case-file.ts';

/** Names of the places links go to; each becomes a destination in the file. */
export const anchors = {
  event: (position: number) => `event/${position}`,
  exhibit: (number: string) => `exhibit/${number}`,
  exhibitPage: (number: string, page: number) => (page === 1 ? `exhibit/${number}` : `exhibit/${number}/page/${page}`),
  passage: (number: string, place: string) => `exhibit/${number}/at/${place}`,
  custody: (number: string) => `custody/${number}`,
  signature: 'certification/signature',
} as const;

/** How many passages of an exhibit are printed: a log of a hundred thousand lines belongs in its attachment. */
export const printedPassages = 400;
const printedCharacters = 60_000;

/** The passages a case file prints, and how many it leaves to the attachment. */
export function passagesShown(entry: ExhibitContentEntry): { readonly shown: ExhibitContentEntry['passages']; readonly left: number } {
  if (entry.appearance.as === 'pages' || entry.appearance.reason === 'covered') return { shown: [], left: 0 };
  let characters = 0;
  let count = 0;
  for (const one of entry.passages.slice(0, printedPassages)) {
    characters += one.text.length;
    if (characters > printedCharacters) break;
    count += 1;
  }
  return { shown: entry.passages.slice(0, count), left: entry.passages.length - count };
}

/** Finds, for a citation, the anchor of the very page that shows the cited place. */
export function citationAnchors(content: CaseFileContent): (citation: Citation) => string {
  const byId = new Map(
    content.exhibits.map((entry) => [entry.exhibit.id, { entry, places: new Set(passagesShown(entry).shown.map((one) => one.place)) }]),
  );
  return (citation) => {
    const found = byId.get(citation.exhibitId);
    const whole = anchors.exhibit(citation.exhibitNumber);
    if (!found) return whole;
    if (found.places.has(citation.place)) return anchors.passage(citation.exhibitNumber, citation.place);
    if (found.entry.appearance.as !== 'pages') return whole;
    const place = parsePlace(citation.place);
    if (place.kind !== 'page' || place.page > found.entry.appearance.pages.length) return whole;
    return anchors.exhibitPage(citation.exhibitNumber, place.page);
  };
}
