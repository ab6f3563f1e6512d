import { open } from 'node:fs/promises';
import type { Verdict } from '../../../shared/model/release.ts';
import { FailureError } from '../../../shared/result.ts';
import type { VerifyInput } from '../tasks/verify.ts';
import { verifyCaseFile } from '../verifier/verify-case-file.ts';

/** A larger file is not a case file of ours, and is not read. */
const mostBytes = 2 ** 31 - 1;

/** Worker task: fetches the bytes for the verifier, which itself knows no disk. Throws verify.not-pdf, verify.unsigned and disk.failed. */
export async function verifyCaseFileTask({ path, ...asked }: VerifyInput): Promise<Verdict> {
  return await verifyCaseFile(await readBounded(path), { ...asked, path });
}

async function readBounded(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > mostBytes) throw new FailureError('disk.failed', { path, problem: `${size} bytes` });
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw new FailureError('disk.failed', { path, problem: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}
