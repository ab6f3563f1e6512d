import { z } from 'zod';
import { language } from './language.ts';
import { caseId, sha256 } from '../model/identifier.ts';
import { trustedJob } from './conversation.ts';

export const timelineFormats = ['pdf', 'svg', 'csv', 'ics', 'timesketch-csv', 'timesketch-jsonl'] as const;
export const timelineFormat = z.enum(timelineFormats);
export type TimelineFormat = z.infer<typeof timelineFormat>;

/** Which events leave: all of a case, or those the picture shows. */
export const exportedTimeline = {
  caseId,
  format: timelineFormat,
  /** Matches titles, case-insensitively; empty for all. */
  filter: z.string().max(200).default(''),
  /** Only events on which accounts differ. */
  differing: z.boolean().default(false),
};

export const timelineExport = z.object({
  format: timelineFormat,
  events: z.int(),
  /** Events with no bound on either side: no picture and no calendar has a place for them. */
  unplaced: z.int(),
  bytes: z.int(),
  sha256,
  /** Why no ledger entry could be made: the vault is damaged and open for reading only. */
  unrecorded: z.string().optional(),
});
export type TimelineExport = z.infer<typeof timelineExport>;

export const timelineExportContract = {
  /** Writes the timeline to a new file (never overwrites), whole or not at all, and leaves an audit entry with its SHA-256. */
  'timeline.export': trustedJob(
    z.object({ ...exportedTimeline, path: z.string().min(1), language: language.default('en') }),
    timelineExport,
  ),
} as const;
