import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { verifyCaseFile } from '../../../electron/core/verifier/verify-case-file.ts';
import type { Given } from '../../support/attacks/attack.ts';
import { putTogether, takeApart } from '../../support/attacks/file-model.ts';
import { type Answered, answerAll, attacksPage } from '../../support/attacks/page.ts';
import { honestFile } from '../../support/attacks/honest-file.ts';

const page = fileURLToPath(new URL('../../../docs/attacks.md', import.meta.url));

let given: Given;
let answered: readonly Answered[];

beforeAll(async () => {
  given = await honestFile();
  answered = await answerAll(given);
}, 240_000);

it('the honest file is sound, and still is when it is taken apart, put together and signed again', async () => {
  for (const bytes of [given.bytes, putTogether(takeApart(given.bytes), given.identity)])
    expect((await verifyCaseFile(bytes)).reason).toBe('not-identified');
});

it('no file that was built is called sound', () => {
  expect(answered.filter(({ answer }) => answer === undefined)).toEqual([]);
});

it('each of at least 200 files is another one', () => {
  expect(new Set(answered.map(({ family, done }) => `${family} ${done}`)).size).toBe(answered.length);
  expect(answered.length).toBeGreaterThanOrEqual(200);
});

it('docs/attacks.md says of each what the verifier says', async () => {
  await expect(attacksPage(answered)).toMatchFileSnapshot(page);
});
