import type { exhibitContract } from '../../../shared/contract/exhibit.ts';
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
import type { Handlers } from './handler.ts';

export const exhibitHandlers: Handlers<typeof exhibitContract> = {
  'exhibit.import': ({ work }, order) => importExhibits(work(), walkSources, order),
  'exhibit.list': ({ vault }, { caseId }) => listExhibits(vault(), caseId),
  'exhibit.dates': ({ vault }, { caseId }) => listOwnDates(vault(), caseId),
  'exhibit.get': ({ vault }, { exhibitId }) => getExhibit(vault(), exhibitId),
  'exhibit.citationCounts': ({ vault }, { caseId }) => countCitations(vault(), caseId),
  'exhibit.find': ({ vault }, { caseId, number }) => findExhibit(vault(), caseId, number),
  'exhibit.content': ({ vault }, { exhibitId }) => getContent(vault(), exhibitId),
  'exhibit.page': ({ work }, { exhibitId, page, width }) => drawExhibitPage(work(), exhibitId, page, width),
  'exhibit.bytes': ({ vault }, { exhibitId, from, to }) => readOriginalBytes(vault(), exhibitId, from, to),
  'exhibit.update': ({ vault }, change) => updateExhibit(vault(), change),
  'exhibit.uncover': ({ vault }, { exhibitId, purpose }) => uncoverExhibit(vault(), exhibitId, purpose),
  'exhibit.export': ({ work }, { exhibitId, path, purpose }) => exportExhibit(work(), exhibitId, path, purpose),
  'exhibit.verify': ({ work }, { caseId, exhibitIds }) => verifyExhibits(work(), caseId, exhibitIds),
  'exhibit.read': ({ work }, { caseId, exhibitIds }) => readExhibits(work(), caseId, exhibitIds),
};
