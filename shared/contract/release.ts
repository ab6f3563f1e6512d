import { z } from 'zod';
import { caseId } from '../model/identifier.ts';
import { gateCheck, release, verdict } from '../model/release.ts';
import { trustedJob, query } from './conversation.ts';

export const reportLocale = z.enum(['en', 'zh-CN']);
export type ReportLocale = z.infer<typeof reportLocale>;

export const releaseContract = {
  /** What the gate would say now, without hashing anything again. */
  'release.gate': query(
    z.object({ caseId, locale: reportLocale.default('en') }),
    z.object({ allowed: z.boolean(), checks: z.array(gateCheck) }),
  ),
  /** Verifies every exhibit, composes, signs and writes the case file; refuses to overwrite. */
  'release.caseFile': trustedJob(z.object({ caseId, path: z.string(), locale: reportLocale.default('en') }), release),
  'release.list': query(z.object({ caseId }), z.array(release)),
  /** Needs no vault. */
  'release.verify': trustedJob(z.object({ path: z.string(), locale: reportLocale.default('en') }), verdict),
} as const;
