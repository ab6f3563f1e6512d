/**
 * Exhibits from the path that was dropped to the sealed original, what was found in it, its export, and the citation of a place in it.
 * Whatever cites an exhibit cites it through this door.
 * May ask: case, entries, ports.
 * Tests: tests/integration/evidence.test.ts, suggestion.test.ts.
 */
export { type CitationDraft, citationKey, resolveCitations } from './citation.ts';
export { documentDate, listOwnDates, referenceOfDocument } from './document-date.ts';
export {
  countCitations,
  findExhibit,
  getContent,
  getExhibit,
  listExhibits,
  requireExhibit,
  uncoverExhibit,
  updateExhibit,
} from './exhibit.ts';
export { exportExhibit } from './export.ts';
export { importExhibits } from './import.ts';
export { copyOriginal, readOriginalBytes } from './original.ts';
export { drawExhibitPage } from './page-image.ts';
export { readExhibits } from './findings.ts';
export { listQuarantine, takeIn } from './quarantine.ts';
export type { OfferedFile, RefusedPath, WalkSources } from './sources.ts';
export { referenceOf } from './time-reference.ts';
export { verifyExhibits } from './verification.ts';
