import type { exhibitContract } from '../../../shared/contract/exhibit.ts';
import type { Work } from '../domain/ports/work.ts';
import {
  countCitations,
  drawExhibitPage,
  exportExhibit,
  findExhibit,
  getContent,
  getExhibit,
  importExhibits,
  listExhibits,
  listOwnDates,
  readExhibits,
  readOriginalBytes,
  uncoverExhibit,
  updateExhibit,
  verifyExhibits,
} from '../domain/evidence/index.ts';
import { walkSources } from '../sources/walk.ts';
import type { HandlerContext, Handlers } from './handler.ts';

export const exhibitHandlers: Handlers<typeof exhibitContract> = {
  'exhibit.import': (context, order) => importExhibits(workOf(context), walkSources, order),
  'exhibit.list': ({ vault }, { caseId }) => listExhibits(vault(), caseId),
  'exhibit.dates': ({ vault }, { caseId, locale }) => listOwnDates(vault(), caseId, locale),
  'exhibit.get': ({ vault }, { exhibitId }) => getExhibit(vault(), exhibitId),
  'exhibit.citationCounts': ({ vault }, { caseId }) => countCitations(vault(), caseId),
  'exhibit.find': ({ vault }, { caseId, number }) => findExhibit(vault(), caseId, number),
  'exhibit.content': ({ vault }, { exhibitId }) => getContent(vault(), exhibitId),
  'exhibit.page': (context, { exhibitId, page, width }) => drawExhibitPage(workOf(context), exhibitId, page, width),
  'exhibit.bytes': ({ vault }, { exhibitId, from, to }) => readOriginalBytes(vault(), exhibitId, from, to),
  'exhibit.update': ({ vault, changed }, change) => {
    const updated = updateExhibit(vault(), change);
    changed('exhibit', 'ledger');
    return updated;
  },
  'exhibit.uncover': ({ vault, changed }, { exhibitId, purpose }) => {
    const answer = uncoverExhibit(vault(), exhibitId, purpose);
    changed('ledger');
    return answer;
  },
  'exhibit.export': (context, { exhibitId, path, purpose }) => exportExhibit(workOf(context), exhibitId, path, purpose),
  'exhibit.verify': (context, { caseId, exhibitIds }) => verifyExhibits(workOf(context), caseId, exhibitIds),
  'exhibit.read': (context, { caseId, exhibitIds }) => readExhibits(workOf(context), caseId, exhibitIds),
};

/** The vault is asked for once: a work that outlives a lock must not find its way into the next vault. */
function workOf({ vault, workers, job, now, version, changed }: HandlerContext): Work {
  return { vault: vault(), workers, job, now, version, changed };
}
