import type { Language } from '../../../shared/model/language.ts';
import type { KnownBefore, Verdict } from '../../../shared/model/release.ts';
import { MEBIBYTE, type Task, type TermsOf } from './task.ts';

export interface VerifyInput extends KnownBefore {
  readonly path: string;
  /** Its size. */
  readonly bytes: number;
  readonly language: Language;
}

export type VerifyTasks = {
  /** What a stranger can know from a case file alone. Throws verify.not-pdf, verify.unsigned and disk.failed. */
  'verify.caseFile': Task<VerifyInput, Verdict>;
};

export const verifyTerms: TermsOf<VerifyTasks> = {
  // Of an honest file 70 MiB and 1.3 times its size were measured; what is attached to it may unpack to a gibibyte more.
  'verify.caseFile': { lane: 'foreign', seconds: 600, megabytes: ({ bytes }) => 2048 + Math.ceil((2 * bytes) / MEBIBYTE) },
};
