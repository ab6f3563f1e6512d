import type { jobContract } from '../../../shared/contract/job.ts';
import type { Handlers } from './handler.ts';

export const jobHandlers: Handlers<typeof jobContract> = {
  'job.cancel': ({ cancel }, { jobId }) => ({ cancelled: cancel(jobId) }),
};
