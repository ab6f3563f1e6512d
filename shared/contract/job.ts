import { z } from 'zod';
import { jobId } from '../model/identifier.ts';
import { command } from './conversation.ts';

export const jobContract = {
  /** Asks a running job to stop at the next safe point; `false` when there is no such job any more. */
  'job.cancel': command(z.object({ jobId }), z.object({ cancelled: z.boolean() })),
} as const;
