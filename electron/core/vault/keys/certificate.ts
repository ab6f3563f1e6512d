import { createPrivateKey, createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import type { P12Signer } from '@libpdf/core';
import type { Instant } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { CertificateAndKey } from './own-certificate.ts';

/** A self-signed certificate for a user who has none; see own-certificate.ts. */
export async function createOwnCertificate(userName: string, now: Instant): Promise<CertificateAndKey> {
  // Loaded on first use, like the reader below: opening a vault needs neither.
  const { makeOwnCertificate } = await import('./own-certificate.ts');
  return makeOwnCertificate(userName, now);
}

/**
 * Reads a PKCS#12 file with AES or the older RC2 and 3DES encryption, RSA or EC key.
 * Throws identity.pkcs12 with what is wrong with it.
 */
export async function readPkcs12(bytes: Uint8Array, passphrase: string): Promise<CertificateAndKey> {
  const { P12Signer: Reader } = await import('@libpdf/core');
  const signer = await Reader.create(bytes, passphrase).catch((error: unknown) => {
    throw refused(describeProblem(error), error);
  });
  const privateKey = await exportKey(signer);
  assertStrong(privateKey);
  const chain = orderChain([signer.certificate, ...signer.certificateChain], privateKey);
  return { chain, privateKey };
}

/** Throws identity.pkcs12 unless the chain's first certificate is readable and belongs to the private key. */
export function checkCertificate(identity: CertificateAndKey): void {
  const [leaf] = identity.chain;
  if (!leaf) throw refused('it holds no certificate');
  if (!belongs(parseCertificate(leaf), publicKeyOf(identity.privateKey)))
    throw refused('its private key does not belong to its certificate');
}

/** The reader keeps the key to itself; the vault has to wrap its bytes. */
async function exportKey(signer: P12Signer): Promise<Uint8Array> {
  const key: unknown = Reflect.get(signer, 'privateKey');
  if (!(key instanceof CryptoKey) || !key.extractable) throw refused('its private key cannot be taken out');
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', key));
}

/** Leaf first, each followed by its issuer; a file may hold them in any order, and others besides. */
function orderChain(certificates: readonly Uint8Array[], privateKey: Uint8Array): readonly Uint8Array[] {
  const open = certificates.map((der) => ({ der, parsed: parseCertificate(der) }));
  const publicKey = publicKeyOf(privateKey);
  const chain = open.filter(({ parsed }) => belongs(parsed, publicKey)).slice(0, 1);
  if (chain.length === 0) throw refused('its private key does not belong to any of its certificates');
  for (let last = chain[0]; last; ) {
    const child = last;
    last = open.find(
      (candidate) =>
        !chain.includes(candidate) && child.parsed.checkIssued(candidate.parsed) && child.parsed.verify(candidate.parsed.publicKey),
    );
    if (last) chain.push(last);
  }
  return chain.map(({ der }) => der);
}

/** NIST SP 800-131A disallows shorter RSA keys for signing since 2014; whoever contests the case file would point at one. */
const LEAST_RSA_BITS = 2048;

function assertStrong(privateKey: Uint8Array): void {
  const { asymmetricKeyType, asymmetricKeyDetails } = publicKeyOf(privateKey);
  const bits = asymmetricKeyDetails?.modulusLength ?? 0;
  if (asymmetricKeyType?.startsWith('rsa') && bits < LEAST_RSA_BITS)
    throw refused(`its RSA key has only ${bits} bits; a signature that must hold needs ${LEAST_RSA_BITS}`);
}

function parseCertificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch (error) {
    throw refused('a certificate in it cannot be read', error);
  }
}

function publicKeyOf(privateKey: Uint8Array): KeyObject {
  try {
    return createPublicKey(createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' }));
  } catch (error) {
    throw refused('its private key cannot be read', error);
  }
}

function belongs(certificate: X509Certificate, publicKey: KeyObject): boolean {
  return certificate.publicKey.equals(publicKey);
}

/** The reader's own words may quote bytes of the file; only what a person can act on is passed on. */
function describeProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/password|integrity/i.test(message)) return 'its passphrase is wrong, or the file is damaged';
  if (/no private key/i.test(message)) return 'it holds no private key';
  if (/no certificates/i.test(message)) return 'it holds no certificate';
  if (/unsupported key/i.test(message)) return 'its key is neither RSA nor ECDSA';
  return 'it is not a PKCS#12 file, or it is damaged';
}

function refused(problem: string, cause?: unknown): FailureError {
  return new FailureError('identity.pkcs12', { problem }, { cause });
}
