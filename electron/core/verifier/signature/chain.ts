import type { KeyObject } from 'node:crypto';
import { certificateAlgorithms } from './algorithms.ts';
import type { Certificate } from './certificate.ts';

/** What keeps certificates from vouching for a signature. `whose` is the certificate that shows it. */
export interface ChainFault {
  readonly fault: 'order' | 'issuer' | 'authority' | 'usage' | 'validity' | 'key' | 'algorithm';
  readonly whose: Certificate;
}

/**
 * The signer's certificate first, and each followed by its issuer up to where the signature carries them, as our signer writes
 * them: every issuer an authority that may sign certificates, everything valid at the claimed time, no key below what holds.
 */
export function checkChain(chain: readonly Certificate[], at: number): ChainFault | undefined {
  for (const [index, one] of chain.entries()) {
    const fault = checkOne(one, index, at) ?? checkIssuer(one, chain[index + 1]);
    if (fault) return { fault, whose: one };
    if (chain.slice(0, index).some((earlier) => earlier.der.equals(one.der))) return { fault: 'order', whose: one };
  }
  return undefined;
}

function checkOne(one: Certificate, index: number, at: number): ChainFault['fault'] | undefined {
  if (!isStrong(one.key)) return 'key';
  if (!(at >= one.validFrom && at <= one.validTo)) return 'validity';
  if (index === 0) return one.keyUsage && !one.keyUsage.signs ? 'usage' : undefined;
  if (!one.authority || (one.keyUsage && !one.keyUsage.certifies) || one.pathLength < index - 1) return 'authority';
  return undefined;
}

/** Also of the last one, where it made itself. */
function checkIssuer(one: Certificate, above: Certificate | undefined): ChainFault['fault'] | undefined {
  const issuer = above ?? (isOwnMade(one) ? one : undefined);
  if (!issuer) return undefined;
  if (!one.issuerName.equals(issuer.subjectName)) return 'order';
  if (!certificateAlgorithms.has(one.algorithm) && above) return 'algorithm';
  return one.parsed.verify(issuer.key) ? undefined : 'issuer';
}

export function isOwnMade(one: Certificate): boolean {
  return one.issuerName.equals(one.subjectName);
}

const leastRsaBits = 2048;
/** A longer modulus or exponent only costs time. */
const mostRsaBits = 16_384;
const mostExponent = 2n ** 64n;
const curves = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

/** What has been asked of keys for signing since 2014 (NIST SP 800-131A); any other kind of key is not one of ours. */
export function isStrong(key: KeyObject): boolean {
  const details = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ed25519') return true;
  if (key.asymmetricKeyType === 'ec') return curves.has(details.namedCurve ?? '');
  const { modulusLength = 0, publicExponent = 0n } = details;
  const isRsa = key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss';
  return isRsa && modulusLength >= leastRsaBits && modulusLength <= mostRsaBits && publicExponent >= 3n && publicExponent < mostExponent;
}
