import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PDFDocument } from 'pdf-lib';
import { canonicalText } from '../../../electron/core/verifier/manifest.ts';
import { appendLeaf, hashLeaf, inclusionProof, memoryNodes } from '../../../electron/core/vault/ledger/merkle.ts';
import { describeSigner } from '../../../electron/core/release/sign.ts';
import { createChainCheck } from '../../../electron/core/verifier/ledger-check.ts';
import { leafOf, provesInclusion } from '../../../electron/core/verifier/ledger-of-form-1.ts';
import { readableTime } from '../../../electron/core/verifier/stated-time.ts';
import { verifyCaseFile } from '../../../electron/core/verifier/verify-case-file.ts';
import { findSignedRanges } from '../../support/signed-range.ts';
import { grouped } from '../../../shared/model/fingerprint.ts';
import type { Verdict } from '../../../shared/model/release.ts';
import { FailureError } from '../../../shared/result.ts';
import { contentFrom, party, picture, sha256, signedCaseFile, textPdf } from '../../support/case-file.ts';
import { chanceFrom } from '../../support/random.ts';

let made: Awaited<ReturnType<typeof contentFrom>>;
let file: Uint8Array;

beforeAll(async () => {
  made = await contentFrom({
    parties: (caseId) => [party(caseId, 'Lin Qiao 林桥', 'complainant', 'account manager')],
    originals: [
      { fileName: 'account.pdf', title: 'Written account 书面陈述', mediaType: 'application/pdf', bytes: await textPdf(2) },
      {
        fileName: 'chat 华东.txt',
        title: 'Chat',
        mediaType: 'text/plain',
        bytes: Buffer.from('23:02 Lin: 到了'),
        passages: [{ place: 'line=1', text: '23:02 Lin: 到了' }],
      },
      { fileName: 'private.jpg', title: 'Covered', mediaType: 'image/jpeg', bytes: picture(30, 30, 'image/jpeg'), covered: true },
    ],
    events: [
      {
        when: '2031-05-14T23:33:55',
        title: 'Someone enters',
        lane: 'incident',
        cites: [
          { exhibit: 1, place: 'page=2' },
          { exhibit: 2, place: 'line=1' },
        ],
      },
    ],
  });
  file = await signedCaseFile(made);
});

const outcomes = (verdict: Verdict) => Object.fromEntries(verdict.checks.map((check) => [check.name, check.outcome]));

/** Not intact: a verdict that says so, or the clear refusal of what is not a signed PDF any more. */
async function isRefused(bytes: Uint8Array): Promise<boolean> {
  try {
    return !['identified', 'not-identified'].includes((await verifyCaseFile(bytes)).reason);
  } catch (error) {
    if (error instanceof FailureError && ['verify.not-pdf', 'verify.unsigned'].includes(error.code)) return true;
    throw error;
  }
}

describe('a sound case file', () => {
  test('is valid, names its signer, and claims no more than it knows', async () => {
    const verdict = await verifyCaseFile(file);
    expect(verdict).toMatchObject({
      outcome: 'undecided',
      reason: 'not-identified',
      signer: '',
      claimedSigner: 'Inés Marlow 英内斯',
      reference: 'HR-2031-014',
      releaseNumber: 1,
      claimedSigningTime: '2031-06-12T07:30:05Z',
    });
    expect(verdict.certificateSha256).toBe(
      createHash('sha256')
        .update(made.identity.chain[0] as Uint8Array)
        .digest('hex'),
    );
    expect(outcomes(verdict)).toEqual({
      form: 'passed',
      agreement: 'passed',
      signature: 'passed',
      digest: 'passed',
      coverage: 'passed',
      certificate: 'warning',
      manifest: 'passed',
      attachments: 'passed',
      ledger: 'passed',
      exhibits: 'passed',
    });
    expect(verdict.exhibits.map((one) => one.outcome)).toEqual(['not-included', 'matches', 'not-included']);
    expect(verdict.summary).not.toContain('Marlow');
    expect(verdict.advice).toContain(grouped(verdict.certificateSha256));
  });

  test('is explained in Chinese as well', async () => {
    expect((await verifyCaseFile(file, { language: 'zh-CN' })).summary).toContain('签署人未确认');
  });

  test('is the same file when it is made again from the same content, but for the place of the signature', async () => {
    const again = await signedCaseFile(made);
    const [one, other] = [file, again].map((bytes) => {
      const [range] = findSignedRanges(Buffer.from(bytes));
      return range ? sha256(Buffer.concat([bytes.subarray(0, range.gap[0]), bytes.subarray(range.gap[1])])) : '';
    });
    expect(one).toBe(other);
  });
});

test('a case file of the first format verifies for ever, by the form of its time', async () => {
  const verdict = await verifyCaseFile(readFileSync(new URL('fixtures/format-1.pdf', import.meta.url)));
  expect(verdict.checks.filter((check) => check.outcome === 'failed')).toEqual([]);
  expect(verdict).toMatchObject({ reason: 'not-identified', form: 1, reference: 'HR-2031-014', releaseNumber: 1 });
});

describe('a changed file', () => {
  test('is refused whichever single bit of it was flipped', async () => {
    const chance = chanceFrom(31);
    const [range] = findSignedRanges(Buffer.from(file));
    const slot = range?.gap ?? [0, 0];
    for (let round = 0; round < 160; round++) {
      // Half of the hits go into the signature itself, which no digest covers.
      const at = round % 2 === 0 ? chance.whole(0, file.length - 1) : chance.whole(slot[0], slot[1] - 1);
      const changed = Uint8Array.from(file);
      changed[at] = (changed[at] as number) ^ (1 << chance.whole(0, 7));
      expect(await isRefused(changed), `bit at ${at}`).toBe(true);
    }
  }, 120_000);

  test('is refused when anything was added, and says what', async () => {
    const added = async (tail: string) =>
      (await verifyCaseFile(Buffer.concat([file, Buffer.from(tail)]))).checks.find((check) => check.name === 'coverage');
    expect(await added('\n')).toMatchObject({ outcome: 'passed', detail: expect.stringContaining('line end') });
    expect(await added('9 0 obj<</Type/Page>>endobj\n%%EOF')).toMatchObject({
      outcome: 'warning',
      detail: expect.stringContaining('pages: 1'),
    });
    expect(await added('GIF89a')).toMatchObject({ outcome: 'warning', detail: expect.stringContaining('6 bytes after it were added') });
  });

  test('is refused when it was cut short or saved again by another program', async () => {
    for (const length of [200, 5000, file.length - 1, file.length - 400]) expect(await isRefused(file.slice(0, length))).toBe(true);
    expect(await isRefused(await (await PDFDocument.load(file)).save())).toBe(true);
  });
});

describe('what is no case file', () => {
  test('is refused in one clear sentence', async () => {
    await expect(verifyCaseFile(Buffer.from('hello'), { path: 'a.txt' })).rejects.toMatchObject({ code: 'verify.not-pdf' });
    await expect(verifyCaseFile(await textPdf(1), { path: 'a.pdf' })).rejects.toMatchObject({ code: 'verify.unsigned' });
  });
});

describe('a file whose signer was dishonest', () => {
  test('who attached another original is found out by the exhibit’s hash', async () => {
    const verdict = await verifyCaseFile(
      await signedCaseFile({ ...made, originals: [{ number: 'EX-0002', bytes: Buffer.from('23:02 Lin: 没到') }] }),
    );
    expect(verdict).toMatchObject({ outcome: 'altered', reason: 'contradictory' });
    expect(outcomes(verdict)).toMatchObject({ signature: 'passed', digest: 'passed', coverage: 'passed', exhibits: 'failed' });
    expect(verdict.exhibits[1]?.outcome).toBe('differs');
    expect(verdict.summary).toContain('does not agree');
  });

  test('who left a ledger entry out, put one in or exchanged two is found out', async () => {
    const [first, second, ...rest] = made.lines;
    if (!first || !second) throw new Error('two entries are needed');
    for (const lines of [
      [second, first, ...rest],
      [{ ...first, body: { ...first.body, at: first.body.at + 1 } }, second, ...rest],
      [second, ...rest],
    ]) {
      expect(outcomes(await verifyCaseFile(await signedCaseFile({ ...made, lines })))).toMatchObject({
        signature: 'passed',
        ledger: 'failed',
      });
    }
  });

  test('with a ledger entry changed is caught by the entry’s own signature', () => {
    const custody = made.lines.filter((line) => line.body.chain === 'custody');
    const [first, second] = custody;
    if (!first || !second) throw new Error('two entries are needed');
    const honest = createChainCheck('custody');
    expect(custody.map((line) => honest.next(line))).toEqual(custody.map(() => null));
    expect(honest.root()).toBe(made.content.heads[0]?.root);
    const altered = { ...first, body: { ...first.body, detail: { ...first.body.detail, source: 'nobody' } } };
    expect(createChainCheck('custody').next(altered)).toBe('hash');
    expect(createChainCheck('custody').next({ ...altered, hash: sha256(Buffer.from(canonicalText(altered.body))) })).toBe('signature');
    expect(createChainCheck('custody').next(second)).toBe('order');
  });

  test('cannot prove an entry that is not in the ledger', () => {
    const { size, root } = made.content.heads[0] as { size: number; root: string };
    const custody = made.lines.filter((one) => one.body.chain === 'custody');
    const nodes = memoryNodes();
    for (const [index, { body }] of custody.entries()) appendLeaf(nodes, index, hashLeaf(canonicalText(body)));
    for (const [index, entry] of custody.entries()) {
      const proof = inclusionProof(nodes, index, size).map((hash) => Buffer.from(hash).toString('base64'));
      const line = { ...entry, proof };
      expect(provesInclusion(leafOf(line.body), line.body.sequence, size, line.proof, root)).toBe(true);
      expect(provesInclusion(leafOf({ ...line.body, at: 1 }), line.body.sequence, size, line.proof, root)).toBe(false);
      expect(provesInclusion(leafOf(line.body), line.body.sequence + 1, size, line.proof, root)).toBe(false);
      expect(provesInclusion(leafOf(line.body), line.body.sequence, size, line.proof.slice(1), root)).toBe(line.proof.length === 0);
    }
  });
});

describe('an issued certificate', () => {
  test('with an RSA key and its chain is signed with and verified', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'casewright-chain-'));
    try {
      const identity = issueChain(folder);
      const now = Date.now();
      const content = {
        ...made.content,
        release: { ...made.content.release, at: now },
        signer: describeSigner(identity, now, 'Inés Marlow'),
      };
      const verdict = await verifyCaseFile(await signedCaseFile({ ...made, content, identity }));
      expect(verdict).toMatchObject({ reason: 'not-identified', claimedSigner: 'Legal Office' });
      expect(verdict.checks.find((check) => check.name === 'certificate')?.detail).toContain('issued by Tallow Root');
      expect(() => describeSigner(identity, now + 400 * 864e5, 'Inés Marlow')).toThrow(/cannot sign any more/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('PDF times are read with their zone', () => {
  expect(readableTime('D:20310602091503Z')).toBe('2031-06-02T09:15:03Z');
  expect(readableTime("D:20310602091503+08'00'")).toBe('2031-06-02T09:15:03+08:00');
  expect(readableTime('yesterday')).toBe('');
});

function issueChain(folder: string) {
  const run = (...given: string[]) => execFileSync('openssl', given, { cwd: folder, stdio: 'pipe' });
  run(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
    '-days',
    '300',
    '-subj',
    '/CN=Tallow Root',
  );
  run('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=Legal Office');
  run('x509', '-req', '-in', 'leaf.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-out', 'leaf.pem', '-days', '300');
  for (const name of ['leaf', 'root']) run('x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`);
  run('pkcs8', '-topk8', '-nocrypt', '-in', 'leaf.key', '-outform', 'DER', '-out', 'leaf.p8');
  const read = (name: string) => Uint8Array.from(readFileSync(join(folder, name)));
  return { chain: [read('leaf.der'), read('root.der')], privateKey: read('leaf.p8'), ownMade: false };
}
