import type { DateProposal, DocumentDate } from '../../../../shared/contract/suggestion.ts';
import type { Language } from '../../../../shared/model/language.ts';
import { everywhere } from '../../../../shared/locales/everywhere.ts';
import type { Exhibit, ExhibitContent } from '../../../../shared/model/exhibit.ts';
import { FailureError, fillSentence } from '../../../../shared/result.ts';
import type { DayOrder, TimeReference } from '../../../../shared/time/index.ts';
import type { Scan } from '../../tasks/suggestion.ts';
import { documentDate, referenceOfDocument } from '../evidence/index.ts';
import type { Work } from '../ports/work.ts';
import { projection } from '../ports/projection.ts';
import { suggestionWord } from '../../../../shared/words/suggestion-words.ts';

/** How an exhibit's text is to be read. */
export interface Manner {
  readonly zone: string;
  readonly language: Language;
  readonly dayOrder: DayOrder | undefined;
}

export interface Searched {
  readonly scan: Scan;
  readonly date: DocumentDate;
  /** What relative words of the document itself are counted from. */
  readonly reference: TimeReference | null;
  /** Why the text was not searched; empty when it was. */
  readonly unsearched: string;
}

const NOTHING: Scan = { found: [], more: 0, rows: 0, datelines: [] };
const MOST_KEPT = 200;

/** What was found last. A text that was read anew is searched anew. */
const searches = projection(() => new Map<string, Promise<Scan>>());

/** Searches an exhibit's text for dated passages, off the main thread. What cannot be searched says why. */
export async function searchExhibit(work: Work, exhibit: Exhibit, manner: Manner): Promise<Searched> {
  const { zone, language } = manner;
  const content = work.vault.read.exhibits.content(exhibit.id);
  const date = documentDate(exhibit, content ?? { metadata: [] }, zone, language);
  const reference = referenceOfDocument(exhibit, date, zone);
  if (content === null) return { scan: NOTHING, date, reference, unsearched: suggestionWord(language, 'unsearched.unread') };
  try {
    const scan = await scanOnce(work, exhibit, content, reference, manner);
    return { scan, date: { ...date, proposals: [...datelines(scan, date), ...date.proposals] }, reference, unsearched: '' };
  } catch (error) {
    if (!(error instanceof FailureError) || error.code === 'job.cancelled' || error.code === 'vault.locked') throw error;
    const { code, values } = error.failure;
    return { scan: NOTHING, date, reference, unsearched: fillSentence(everywhere[language].failure[code], values) };
  }
}

function scanOnce(
  { vault, workers, job }: Work,
  exhibit: Exhibit,
  { passages }: ExhibitContent,
  reference: TimeReference | null,
  { zone, language, dayOrder }: Manner,
): Promise<Scan> {
  if (passages.length === 0) return Promise.resolve(NOTHING);
  const length = passages.reduce((sum, { text }) => sum + text.length, 0);
  const key = JSON.stringify([exhibit.id, exhibit.kind, passages.length, length, reference, zone, language, dayOrder]);
  const scans = searches(vault);
  const known = scans.get(key);
  if (known) return known;
  const order = { passages, kind: exhibit.kind, zone, language, dayOrder, reference };
  const scan = workers.run('suggestion.scan', order, { signal: job.signal });
  scans.set(key, scan);
  scan.catch(() => scans.delete(key));
  for (const oldest of scans.keys()) {
    if (scans.size <= MOST_KEPT) break;
    scans.delete(oldest);
  }
  return scan;
}

/** A whole date at the head or foot may be the document's own, unless that is what it says already. */
function datelines({ datelines: found }: Scan, { moment }: DocumentDate): readonly DateProposal[] {
  return found
    .filter(({ edtf }) => edtf !== moment?.edtf)
    .map(({ place, phrase, edtf }) => ({ statedBy: 'dateline', when: edtf, detail: phrase, place }));
}
