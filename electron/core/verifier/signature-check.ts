import { createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { encodeSignature, oid } from './cms.ts';

export interface CheckedSignature {
  readonly derLength: number;
  readonly leaf: X509Certificate;
  readonly leafSha256: string;
  /** `sha256` and so on. */
  readonly digestAlgorithm: string;
  /** Hex, as the signed attributes state it. */
  readonly statedDigest: string;
  readonly algorithm: string;
  /** Whether the key of the certificate made the signature. */
  readonly holds: boolean;
  readonly reference: 'matches' | 'differs' | 'absent';
  /** Undefined when the certificates form a chain, else what breaks it. */
  readonly chainProblem: string | undefined;
  readonly issuer: string;
  readonly ownMade: boolean;
  /** Whether our own encoder gives these very bytes: then no bit of them is without meaning. */
  readonly canonical: boolean;
}

const digests: Readonly<Record<string, string>> = { [oid.sha256]: 'sha256', [oid.sha384]: 'sha384', [oid.sha512]: 'sha512' };
const algorithms: Readonly<Record<string, { readonly hash: string | null; readonly kind: 'ec' | 'rsa'; readonly name: string }>> = {
  [oid.ecdsaWithSha256]: { hash: 'sha256', kind: 'ec', name: 'ECDSA, SHA-256' },
  [oid.ecdsaWithSha384]: { hash: 'sha384', kind: 'ec', name: 'ECDSA, SHA-384' },
  [oid.ecdsaWithSha512]: { hash: 'sha512', kind: 'ec', name: 'ECDSA, SHA-512' },
  [oid.rsa]: { hash: null, kind: 'rsa', name: 'RSA' },
  [oid.rsaWithSha256]: { hash: 'sha256', kind: 'rsa', name: 'RSA, SHA-256' },
  [oid.rsaWithSha384]: { hash: 'sha384', kind: 'rsa', name: 'RSA, SHA-384' },
  [oid.rsaWithSha512]: { hash: 'sha512', kind: 'rsa', name: 'RSA, SHA-512' },
};

/** Reads and checks a detached CMS signature. Throws an Error that says what cannot be read; `weak` algorithms are such an error. */
export function checkSignature(contents: Buffer): CheckedSignature {
  const parsed = fromBER(Uint8Array.from(contents));
  if (parsed.offset <= 0) throw new Error('no DER');
  const der = contents.subarray(0, parsed.offset);
  const signed = new SignedData({ schema: new ContentInfo({ schema: parsed.result }).content });
  const info = signed.signerInfos[0];
  if (!info || signed.signerInfos.length !== 1) throw new Error(`${signed.signerInfos.length} signers`);
  const certificates = (signed.certificates ?? [])
    .filter((one) => one instanceof Certificate)
    .map((one) => new X509Certificate(Buffer.from(one.toSchema().toBER())));
  const leaf = findLeaf(info, signed, certificates);
  if (!leaf) throw new Error('no certificate of the signer');
  const digestAlgorithm = digests[info.digestAlgorithm.algorithmId];
  const algorithm = algorithms[info.signatureAlgorithm.algorithmId];
  if (!digestAlgorithm) throw new WeakAlgorithm(info.digestAlgorithm.algorithmId);
  if (!algorithm) throw new WeakAlgorithm(info.signatureAlgorithm.algorithmId);
  const attributes = info.signedAttrs;
  const stated = attributeValue(info, oid.messageDigest);
  const type = attributeValue(info, oid.contentType);
  if (!attributes || !(stated instanceof OctetString) || !(type instanceof ObjectIdentifier) || type.valueBlock.toString() !== oid.data)
    throw new Error('no signed attributes');
  const signature = Buffer.from(info.signature.valueBlock.valueHexView);
  const { problem, issuer, ownMade } = followChain(leaf, certificates);
  return {
    derLength: parsed.offset,
    leaf,
    leafSha256: createHash('sha256').update(leaf.raw).digest('hex'),
    digestAlgorithm,
    statedDigest: Buffer.from(stated.valueBlock.valueHexView).toString('hex'),
    algorithm: algorithm.name,
    holds:
      (algorithm.hash === null || algorithm.hash === digestAlgorithm) &&
      holds(leaf.publicKey, algorithm.kind, digestAlgorithm, Buffer.from(attributes.encodedValue), signature),
    reference: checkReference(info, leaf),
    chainProblem: problem,
    issuer,
    ownMade,
    canonical: sameEncoding(der, signed, info, signature),
  };
}

export class WeakAlgorithm extends Error {}

export function commonName(name: string): string {
  return /(?:^|\n)CN=(.*)/.exec(name)?.[1] ?? name.replaceAll('\n', ', ');
}

function findLeaf(info: SignerInfo, signed: SignedData, certificates: readonly X509Certificate[]): X509Certificate | undefined {
  const { sid } = info;
  if (!(sid instanceof IssuerAndSerialNumber)) return undefined;
  const index = (signed.certificates ?? [])
    .filter((one) => one instanceof Certificate)
    .findIndex((one) => one.serialNumber.isEqual(sid.serialNumber) && one.issuer.isEqual(sid.issuer));
  return certificates[index];
}

function attributeValue(info: SignerInfo, type: string): unknown {
  const found = info.signedAttrs?.attributes.filter((one) => one.type === type) ?? [];
  return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : undefined;
}

function holds(key: KeyObject, kind: 'ec' | 'rsa', hash: string, attributes: Buffer, signature: Buffer): boolean {
  if (key.asymmetricKeyType !== kind) return false;
  // In the signature the attributes carry an implicit tag; what was signed is a SET (RFC 5652, 5.4).
  attributes[0] = 0x31;
  try {
    return verify(hash, attributes, key, signature);
  } catch {
    return false;
  }
}

/** RFC 5035, signing-certificate-v2: the first entry must be the signer's certificate. */
function checkReference(info: SignerInfo, leaf: X509Certificate): CheckedSignature['reference'] {
  const value = attributeValue(info, oid.signingCertificateV2);
  const first = value instanceof Sequence ? value.valueBlock.value[0] : undefined;
  const reference = first instanceof Sequence ? first.valueBlock.value[0] : undefined;
  const parts = reference instanceof Sequence ? reference.valueBlock.value : [];
  const [algorithm, hash] = parts[0] instanceof OctetString ? [undefined, parts[0]] : [parts[0], parts[1]];
  if (!(hash instanceof OctetString)) return 'absent';
  const named =
    algorithm instanceof Sequence && algorithm.valueBlock.value[0] instanceof ObjectIdentifier
      ? digests[algorithm.valueBlock.value[0].valueBlock.toString()]
      : 'sha256';
  if (!named) return 'differs';
  return createHash(named).update(leaf.raw).digest().equals(Buffer.from(hash.valueBlock.valueHexView)) ? 'matches' : 'differs';
}

/** From the signer's certificate upwards, as far as the signature carries issuers. */
function followChain(
  leaf: X509Certificate,
  certificates: readonly X509Certificate[],
): { readonly problem: string | undefined; readonly issuer: string; readonly ownMade: boolean } {
  const ownMade = leaf.subject === leaf.issuer && leaf.verify(leaf.publicKey);
  let below = leaf;
  const used = new Set([leaf.fingerprint256]);
  for (;;) {
    if (below.subject === below.issuer) {
      const sound = below.verify(below.publicKey);
      return { problem: sound ? unused(certificates, used) : commonName(below.subject), issuer: commonName(leaf.issuer), ownMade };
    }
    const above = certificates.find((one) => !used.has(one.fingerprint256) && below.checkIssued(one) && below.verify(one.publicKey));
    if (!above) return { problem: unused(certificates, used), issuer: commonName(leaf.issuer), ownMade };
    used.add(above.fingerprint256);
    below = above;
  }
}

function unused(certificates: readonly X509Certificate[], used: ReadonlySet<string>): string | undefined {
  const stray = certificates.find((one) => !used.has(one.fingerprint256));
  return stray && commonName(stray.subject);
}

function sameEncoding(der: Buffer, signed: SignedData, info: SignerInfo, signature: Uint8Array): boolean {
  if (!info.signedAttrs || info.unsignedAttrs || signed.crls?.length) return false;
  try {
    const chain = (signed.certificates ?? []).map((one) => new Uint8Array(one.toSchema().toBER()));
    return Buffer.from(
      encodeSignature({ chain, attributes: info.signedAttrs, signatureAlgorithm: info.signatureAlgorithm.algorithmId, signature }),
    ).equals(der);
  } catch {
    return false;
  }
}
