import { z } from 'zod';
import { language } from './language.ts';
import { caseId } from '../model/identifier.ts';
import { fingerprint } from '../model/fingerprint.ts';
import { gateCheck, knownSigner, release, verdict } from '../model/release.ts';
import { trustedJob, query } from './conversation.ts';

export const releaseContract = {
  /** What the gate would say now, without hashing anything again. */
  'release.gate': query(
    z.object({ caseId, language: language.default('en') }),
    z.object({ allowed: z.boolean(), checks: z.array(gateCheck).readonly() }),
    { of: ['exhibit', 'event', 'ledger'] },
  ),
  /** Verifies every exhibit, composes, signs and writes the case file; refuses to overwrite. */
  'release.caseFile': trustedJob(z.object({ caseId, path: z.string(), language: language.default('en') }), release),
  'release.list': query(z.object({ caseId }), z.array(release).readonly(), { of: ['release'] }),
  /** Needs no vault. */
  'release.verify': trustedJob(
    z.object({
      path: z.string(),
      language: language.default('en'),
      /** Of the signer's certificate, as the signer gave it: hexadecimal digits in any grouping. */
      fingerprint: fingerprint.optional(),
      /** Signers whose certificates were compared before. */
      known: z.array(knownSigner).max(10_000).default([]),
    }),
    verdict,
  ),
} as const;
