import { z } from 'zod';
import { trustedJob } from './conversation.ts';
import { vaultSession } from './vault.ts';
import { oneLine } from '../model/one-line.ts';

export const sampleContract = {
  /** Builds the sample case in a new vault at `folder` and leaves that vault open. */
  'sample.build': trustedJob(
    z.object({ folder: z.string().min(1), user: oneLine(120), passphrase: z.string().min(1).max(1024) }),
    vaultSession,
  ),
} as const;
