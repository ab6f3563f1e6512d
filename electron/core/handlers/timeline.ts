import type { timelineContract } from '../../../shared/contract/timeline.ts';
import { measureTimeline, measureView, stepInTimeline, viewTimeline } from '../domain/timeline/index.ts';
import type { Handlers } from './handler.ts';

export const timelineHandlers: Handlers<typeof timelineContract> = {
  'timeline.extent': ({ vault }, { caseId, columns }) => measureTimeline(vault(), caseId, columns),
  'timeline.view': ({ vault }, { caseId, ...viewport }) => viewTimeline(vault(), caseId, viewport),
  'timeline.measured': ({ vault }, { caseId, ...viewport }) => measureView(vault(), caseId, viewport),
  'timeline.step': ({ vault }, { caseId, ...step }) => stepInTimeline(vault(), caseId, step),
};
