import { verdict } from '../../../shared/model/release.ts';
import { defineCommand } from '../command.ts';
import { fields, table } from '../table.ts';
import { language, word } from '../words.ts';

export const verifyCommand = defineCommand({
  name: 'verify',
  arguments: [{ name: 'FILE', help: word('argument.FILE') }],
  output: verdict,
  async run({ argument, path, ask }) {
    const found = await ask('release.verify', { path: path(argument('FILE')), language });
    const { valid, summary, signer, certificateSha256, claimedSigningTime, reference, releaseNumber, checks, exhibits } = found;
    const described = fields([
      [word('field.signer'), signer],
      [word('field.certificate'), certificateSha256],
      [word('field.signingTime'), claimedSigningTime],
      [word('field.reference'), reference],
      [word('field.release'), releaseNumber],
    ]);
    const checked = table(
      [word('column.check'), word('column.outcome'), word('column.detail')],
      checks.map(({ name, outcome, detail }) => [name, outcome, detail]),
    );
    const listed = table(
      [word('column.exhibit'), word('column.outcome'), word('column.sha256')],
      exhibits.map(({ number, outcome, sha256 }) => [number, outcome, sha256]),
    );
    const text = [
      `${word(valid ? 'done.valid' : 'done.invalid')}: ${summary}`,
      described,
      checked,
      ...(exhibits.length === 0 ? [] : [listed]),
    ].join('\n\n');
    return valid
      ? { json: found, text }
      : { json: found, text, problem: { code: 'verify.invalid', sentence: word('problem.verdict', { summary }) } };
  },
});
