import { beforeAll, expect, it } from 'vitest';
import { verifyCaseFile } from '../../../../electron/core/verifier/verify-case-file.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { Given } from '../../../support/attacks/attack.ts';
import { honestFile } from '../../../support/attacks/honest-file.ts';
import { mutate } from '../../../support/attacks/mutations.ts';
import { chanceFrom } from '../../../support/random.ts';

let given: Given;
/** A longer search: CASEWRIGHT_TRIES=5000. */
const tries = Number(process.env.CASEWRIGHT_TRIES ?? 300);

beforeAll(async () => {
  given = await honestFile();
}, 120_000);

it('no change of objects, lengths, table, streams or end is called sound, though it is signed anew', async () => {
  const fooled: string[] = [];
  let changed = 0;
  for (let seed = 1; seed <= tries; seed++) {
    const mutated = mutate(given, chanceFrom(seed));
    if (!mutated) continue;
    changed += 1;
    if (await isSound(mutated.bytes)) fooled.push(`${seed}: ${mutated.how}`);
  }
  expect(fooled).toEqual([]);
  expect(changed).toBeGreaterThan(tries * 0.8);
}, 3_600_000);

async function isSound(bytes: Uint8Array): Promise<boolean> {
  try {
    return ['identified', 'not-identified'].includes((await verifyCaseFile(bytes)).reason);
  } catch (error) {
    if (error instanceof FailureError) return false;
    throw error;
  }
}
