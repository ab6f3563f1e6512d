import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRawVault, type RawVault } from '../support/raw-vault.ts';

/** A Python with the `sqlcipher3` module (Zetetic's own SQLCipher); CASEWRIGHT_SQLCIPHER_PYTHON names one elsewhere. */
const python = process.env['CASEWRIGHT_SQLCIPHER_PYTHON'] ?? 'python3';
const available = (() => {
  try {
    execFileSync(python, ['-c', 'import sqlcipher3'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const SCRIPT = `
import json, os, sqlcipher3, sys
db = sqlcipher3.connect(sys.argv[1])
db.execute("PRAGMA key = \\"x'" + os.environ['DATABASE_KEY'] + "'\\"")
print(json.dumps({
  'entries': db.execute('SELECT act FROM audit_entry ORDER BY sequence').fetchall(),
  'seals': db.execute('PRAGMA cipher_integrity_check').fetchall(),
  'integrity': db.execute('PRAGMA integrity_check').fetchall(),
}))`;

let vault: RawVault;
beforeEach(async () => {
  vault = await openRawVault();
});
afterEach(() => vault.dispose());

describe('case.db in other hands', () => {
  it('opens in another SQLCipher, which finds every page sealed and whole', ({ skip }) => {
    skip(!available, 'Python has no sqlcipher3 module; CASEWRIGHT_SQLCIPHER_PYTHON names one that has');
    vault.addCase('R-1');
    vault.close();
    const env = { ...process.env, DATABASE_KEY: Buffer.from(vault.databaseKey).toString('hex') };
    const answer: unknown = JSON.parse(execFileSync(python, ['-c', SCRIPT, `${vault.folder}/case.db`], { env, encoding: 'utf8' }));
    expect(answer).toEqual({
      entries: [['vault.created'], ['vault.opened'], ['case.created'], ['vault.locked']],
      seals: [],
      integrity: [['ok']],
    });
  });
});
