import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import { algorithms, digests, nameOfAlgorithm, nameOfDigest, oid } from './algorithms.ts';
import { encodeSignature } from './cms.ts';
import { type Der, identifierOf, readDer } from './der.ts';
import { hasLowS } from './low-s.ts';
import { type ReadSignature, readSignature } from './read-cms.ts';

/** `unknown` is what Casewright cannot compute: it says nothing about the file. */
export type Answer = 'holds' | 'differs' | 'unknown';

export interface CheckedSignature extends ReadSignature {
  /** `ECDSA, SHA-256` and so on. */
  readonly algorithm: string;
  /** Digest of the signed bytes, by name. */
  readonly digest: string;
  /** Whether the signed bytes are those of which the signature gives the digest. */
  readonly bytes: Answer;
  /** Whether the key of the certificate made the signature. */
  readonly key: Answer;
  readonly reference: 'matches' | 'differs' | 'absent';
}

/** Reads and checks a CMS signature over the parts of a file. Throws an Error that says what cannot be read. */
export function checkSignature(contents: Buffer, signed: readonly Buffer[]): CheckedSignature {
  const read = readSignature(contents);
  return {
    ...read,
    algorithm: nameOfAlgorithm(read.signatureAlgorithm),
    digest: nameOfDigest(read.digestAlgorithm),
    bytes: checkBytes(read, signed),
    key: checkKey(read, signed),
    reference: checkReference(read),
  };
}

/**
 * Whether the signature is in the one form our signer writes. `form` 1 is from before the smaller of the two signatures that
 * hold together was chosen.
 */
export function isOurs({ der, certificates, statedDigest, signatureAlgorithm, signature, signer }: CheckedSignature, form: 1 | 2): boolean {
  const known = signatureAlgorithm === oid.ecdsaWithSha256 || signatureAlgorithm === oid.rsaWithSha256;
  if (!known || !statedDigest || signer !== certificates[0]) return false;
  if (form !== 1 && !hasLowS(signature, signer.key)) return false;
  return encodeSignature({ chain: certificates, digest: statedDigest, signatureAlgorithm, signature }).equals(der);
}

function checkBytes(read: ReadSignature, signed: readonly Buffer[]): Answer {
  const algorithm = digests[read.digestAlgorithm];
  if (algorithm === undefined) return 'unknown';
  const actual = digestOf(algorithm, signed);
  // Without attributes the key signed the bytes themselves, and its answer is the one there is.
  if (!read.attributes) return read.content ? same(read.content, digestOf('sha1', signed)) : checkKey(read, signed);
  if (!read.content) return read.statedDigest ? same(read.statedDigest, actual) : 'differs';
  const enclosed = enclosedDigest(read, signed);
  if (enclosed !== 'holds') return enclosed;
  return read.statedDigest ? same(read.statedDigest, createHash(algorithm).update(read.content).digest()) : 'differs';
}

/** What an enclosed content says of the file: a time stamp its digest, the oldest signatures their SHA-1. */
function enclosedDigest({ content, contentType }: ReadSignature, signed: readonly Buffer[]): Answer {
  if (!content) return 'unknown';
  if (contentType === oid.data) return same(content, digestOf('sha1', signed));
  if (contentType !== oid.timeStamp) return 'unknown';
  const stamped = stampedDigest(content);
  const algorithm = stamped && digests[stamped.algorithm];
  return algorithm === undefined ? 'unknown' : same(stamped?.digest ?? Buffer.alloc(0), digestOf(algorithm, signed));
}

/** RFC 3161: the imprint is the third field of what is stamped. */
function stampedDigest(content: Buffer): { readonly algorithm: string; readonly digest: Buffer } | undefined {
  try {
    const imprint = readDer(content).parts[2]?.parts;
    const digest = imprint?.[1]?.content;
    return digest && { algorithm: identifierOf(imprint[0]?.parts[0]), digest };
  } catch {
    return undefined;
  }
}

/** A digest of another length is not one of the algorithm that is named: then the signature contradicts itself, not the file. */
function same(stated: Buffer, actual: Buffer): Answer {
  if (stated.length !== actual.length) return 'unknown';
  return stated.equals(actual) ? 'holds' : 'differs';
}

function digestOf(algorithm: string, parts: readonly Buffer[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function checkKey(read: ReadSignature, signed: readonly Buffer[]): Answer {
  const { signer, signature } = read;
  const way = wayOf(read, signer.key);
  if (!way || !isBounded(signer.key)) return 'unknown';
  const message = read.attributes ?? read.content ?? Buffer.concat(signed);
  try {
    return verify(way.hash, message, way.key, signature) ? 'holds' : 'differs';
  } catch {
    return 'unknown';
  }
}

interface Way {
  readonly hash: string | null;
  readonly key: KeyObject | { readonly key: KeyObject; readonly padding: number; readonly saltLength: number };
}

function wayOf(read: ReadSignature, key: KeyObject): Way | undefined {
  if (read.signatureAlgorithm === oid.rsaPss) return wayOfPss(read.signatureParameters, key);
  const algorithm = algorithms[read.signatureAlgorithm];
  if (!algorithm || key.asymmetricKeyType !== algorithm.kind) return undefined;
  if (algorithm.kind === 'ed25519') return { hash: null, key };
  const hash = algorithm.hash ?? digests[read.digestAlgorithm];
  return hash === undefined ? undefined : { hash, key };
}

/** RFC 4055, 3.1: the defaults are SHA-1, the mask made with it, and 20 bytes of salt. */
function wayOfPss(parameters: Der | undefined, key: KeyObject): Way | undefined {
  const field = (tagged: number): Der | undefined => parameters?.parts.find((part) => part.tag === tagged)?.parts[0];
  const named = (value: Der | undefined): string => (value ? identifierOf(value.parts[0]) : oid.sha1);
  const hash = digests[named(field(0xa0))];
  const mask = field(0xa1)?.parts[1];
  const salt = field(0xa2)?.content;
  const saltLength = salt && salt.length <= 2 ? salt.readUIntBE(0, salt.length) : 20;
  // Node computes the mask with the digest of the message; any other is one it does not know.
  if (hash === undefined || digests[named(mask)] !== hash || !key.asymmetricKeyType?.startsWith('rsa')) return undefined;
  return { hash, key: { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength } };
}

/** A key made to cost time is not computed with. */
function isBounded(key: KeyObject): boolean {
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
  return modulusLength <= 16_384 && publicExponent < 2n ** 64n;
}

function checkReference({ named, signer }: ReadSignature): CheckedSignature['reference'] {
  if (named.length === 0) return 'absent';
  const agrees = named.every(({ algorithm, hash }) => {
    const known = digests[algorithm];
    return known !== undefined && createHash(known).update(signer.der).digest().equals(hash);
  });
  return agrees ? 'matches' : 'differs';
}
