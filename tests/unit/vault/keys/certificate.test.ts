import { createPrivateKey, sign, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, describe, test } from 'vitest';
import { checkCertificate, createOwnCertificate, readPkcs12 } from '../../../../electron/core/vault/keys/certificate.ts';

const now = Date.UTC(2026, 10, 21, 8, 0, 0, 750);

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
}

function open(chain: readonly Uint8Array[]): X509Certificate[] {
  return chain.map((der) => new X509Certificate(der));
}

describe('an own certificate', () => {
  test('is a self-signed leaf on P-256 for signing only, valid for ten years', async () => {
    const { chain, privateKey } = await createOwnCertificate('Inés 林', now);
    const [leaf] = open(chain);
    expect(leaf?.subject).toBe('O=Casewright own certificate\nCN=Inés 林');
    expect(leaf?.issuer).toBe(leaf?.subject);
    expect(leaf?.ca).toBe(false);
    expect(leaf?.verify(leaf.publicKey)).toBe(true);
    expect(leaf?.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    expect(leaf?.validFromDate).toEqual(new Date(Date.UTC(2026, 10, 21, 8)));
    expect(leaf?.validToDate).toEqual(new Date(Date.UTC(2036, 10, 21, 8)));
    expect(leaf?.serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
    expect(leaf?.checkPrivateKey(createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' }))).toBe(true);
  });

  test('says critically what its key may do', async () => {
    const { chain } = await createOwnCertificate('Ada', now);
    const der = Buffer.from(chain[0] ?? []).toString('hex');
    // RFC 5280: keyUsage, critical, digitalSignature and nonRepudiation; basicConstraints, critical, empty.
    expect(der).toContain('0603551d0f0101ff0404030206c0');
    expect(der).toContain('0603551d130101ff04023000');
  });

  test('cuts a name at what a common name may hold', async () => {
    const { chain } = await createOwnCertificate('林'.repeat(120), now);
    expect(open(chain)[0]?.subject.split('CN=')[1]).toBe('林'.repeat(64));
  });
});

describe('a PKCS#12 file', () => {
  test.each(['rsa-aes', 'rsa-rc2-3des', 'ec-aes', 'ec-rc2-3des'])('gives leaf, issuer and key: %s', async (name) => {
    const { chain, privateKey } = await readPkcs12(fixture(`${name}.p12`), 'fixture passphrase');
    const certificates = open(chain);
    expect(certificates.map(({ subject }) => subject)).toEqual([
      'O=Example Firm\nCN=Ada Example',
      'O=Example Authority\nCN=Example Authority Root',
    ]);
    const signature = sign('sha256', Buffer.from('text'), { key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
    expect(verify('sha256', Buffer.from('text'), certificates[0]?.publicKey ?? '', signature)).toBe(true);
  });

  test('opens with a passphrase in any script', async () => {
    const { chain } = await readPkcs12(fixture('ec384-unicode.p12'), '口令 passé');
    expect(open(chain)[0]?.publicKey.asymmetricKeyDetails?.namedCurve).toBe('secp384r1');
  });

  test.each([
    ['another passphrase', 'rsa-aes.p12', 'another', 'its passphrase is wrong'],
    ['another passphrase for the older encryption', 'ec-rc2-3des.p12', '', 'its passphrase is wrong'],
    ['no key', 'no-key.p12', 'fixture passphrase', 'it holds no private key'],
    ['a key that cannot sign a PDF', 'ed25519.p12', 'fixture passphrase', 'neither RSA nor ECDSA'],
  ])('with %s is refused and says so', async (_, name, passphrase, problem) => {
    await expect(readPkcs12(fixture(name), passphrase)).rejects.toMatchObject({
      code: 'identity.pkcs12',
      message: expect.stringContaining(problem),
    });
  });

  test('may be closed without a passphrase', async () => {
    expect(open((await readPkcs12(fixture('ec-no-passphrase.p12'), '')).chain)[0]?.subject).toBe('CN=EC Signer');
  });

  test('with a key that nobody should trust any more is refused', async () => {
    await expect(readPkcs12(fixture('rsa-1024.p12'), 'fixture passphrase')).rejects.toMatchObject({
      code: 'identity.pkcs12',
      message: expect.stringContaining('only 1024 bits'),
    });
  });

  test('cut short, or something else altogether, is refused', async () => {
    const whole = fixture('rsa-aes.p12');
    for (const bytes of [whole.subarray(0, 900), new Uint8Array(0), Buffer.from('%PDF-1.7')]) {
      await expect(readPkcs12(bytes, 'fixture passphrase')).rejects.toMatchObject({ code: 'identity.pkcs12' });
    }
  });

  test('is not taken apart: a key of another certificate is refused', async () => {
    const { chain } = await readPkcs12(fixture('rsa-aes.p12'), 'fixture passphrase');
    const { privateKey } = await readPkcs12(fixture('ec-aes.p12'), 'fixture passphrase');
    expect(() => checkCertificate({ chain, privateKey })).toThrow('does not belong');
    expect(() => checkCertificate({ chain: [], privateKey })).toThrow('no certificate');
  });
});
