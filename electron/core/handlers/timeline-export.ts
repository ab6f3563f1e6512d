import type { timelineExportContract } from '../../../shared/contract/timeline-export.ts';
import type { Handlers } from './handler.ts';

export const timelineExportHandlers: Handlers<typeof timelineExportContract> = {
  'timeline.export': async ({ vault, workers, job, now, version, changed }, order) => {
    const { exportTimeline } = await import('../timeline-files/export-timeline.ts');
    return exportTimeline({ vault: vault(), workers, job, now, version, changed }, order);
  },
};
