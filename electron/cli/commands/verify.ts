import { fingerprint as fingerprintSchema } from '../../../shared/model/fingerprint.ts';
import { type Verdict, verdict } from '../../../shared/model/release.ts';
import { FailureError } from '../../../shared/result.ts';
import { defineCommand, UsageError } from '../command.ts';
import { problemOf, verdictText } from '../verdict.ts';
import { failureSentence, language, word } from '../words.ts';

export const verifyCommand = defineCommand({
  name: 'verify',
  arguments: [{ name: 'FILE', help: word('argument.FILE') }],
  options: { fingerprint: { value: 'SHA256', help: word('option.fingerprint') } },
  output: verdict,
  async run({ argument, option, path, ask }) {
    const fingerprint = readFingerprint(option('fingerprint'));
    try {
      const found = await ask('release.verify', { path: path(argument('FILE')), language, ...(fingerprint && { fingerprint }) });
      return { json: found, text: verdictText(found), ...problemOf(found) };
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.code === 'input.invalid') throw error;
      // What cannot be read is answered in the same shape: nothing can be said about it.
      const sentence = await failureSentence(error.failure);
      return { json: unread(sentence), text: '', problem: { code: error.failure.code, sentence, status: 2 } };
    }
  },
});

function readFingerprint(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const read = fingerprintSchema.safeParse(given);
  if (!read.success) throw new UsageError(word('problem.fingerprint', { given }));
  return read.data;
}

function unread(summary: string): Verdict {
  return {
    outcome: 'undecided',
    reason: 'unread',
    summary,
    advice: '',
    form: null,
    signer: '',
    claimedSigner: '',
    certificateSha256: '',
    comparison: null,
    claimedSigningTime: '',
    reference: '',
    releaseNumber: null,
    checks: [],
    exhibits: [],
  };
}
