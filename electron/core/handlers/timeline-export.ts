import type { timelineExportContract } from '../../../shared/contract/timeline-export.ts';
import type { Handlers } from './handler.ts';

export const timelineExportHandlers: Handlers<typeof timelineExportContract> = {
  'timeline.export': async ({ work }, order) => (await import('../timeline-files/export-timeline.ts')).exportTimeline(work(), order),
};
