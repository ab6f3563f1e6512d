import { oid } from './algorithms.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { type Der, DerError, identifierOf, octetsOf, readDer, tag, writeDer } from './der.ts';

/** A CMS signature as it was read: what it says, not whether that is so. */
export interface ReadSignature {
  /** The encoding without the zeros behind it. */
  readonly der: Buffer;
  readonly certificates: readonly Certificate[];
  readonly signer: Certificate;
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly signatureParameters: Der | undefined;
  readonly signature: Buffer;
  /** As the key signed them; undefined where it signed the content itself. */
  readonly attributes: Buffer | undefined;
  /** Of the signed bytes, as the attributes state it. */
  readonly statedDigest: Buffer | undefined;
  /** What the signature encloses instead of pointing to it. */
  readonly content: Buffer | undefined;
  readonly contentType: string;
  /** Hashes of the signer's certificate that the attributes state. */
  readonly named: readonly { readonly algorithm: string; readonly hash: Buffer }[];
}

/** Reads what any program may have written. Throws an Error that says what cannot be read. */
export function readSignature(contents: Buffer): ReadSignature {
  const outer = readDer(contents);
  if (identifierOf(outer.parts[0]) !== oid.signedData) throw new DerError('no signed data');
  const fields = outer.parts[1]?.parts[0]?.parts ?? [];
  const signers = fields.at(-1);
  if (signers?.tag !== tag.set || signers.parts.length !== 1) throw new DerError(`${signers?.parts.length ?? 0} signers`);
  const certificates = (fields.find((field) => field.tag === 0xa0)?.parts ?? [])
    .filter((one) => one.tag === tag.sequence)
    .map((one) => readCertificate(one.bytes));
  const info = signers.parts[0]?.parts ?? [];
  const [, id, digest, ...rest] = info;
  const attributes = rest[0]?.tag === 0xa0 ? rest.shift() : undefined;
  const [algorithm, signature] = rest;
  if (!id || !digest || !algorithm || !signature) throw new DerError('no signer');
  const signer = certificates.find((one) => isSigner(one, id));
  if (!signer) throw new DerError('no certificate of the signer');
  const inner = fields[2]?.parts ?? [];
  const content = inner[1]?.parts[0];
  return {
    der: outer.bytes,
    certificates,
    signer,
    digestAlgorithm: identifierOf(digest.parts[0]),
    signatureAlgorithm: identifierOf(algorithm.parts[0]),
    signatureParameters: algorithm.parts[1],
    signature: octetsOf(signature),
    // In the signature the attributes carry an implicit tag; what was signed is a SET (RFC 5652, 5.4).
    attributes: attributes && writeDer(tag.set, ...attributes.parts.map((one) => one.bytes)),
    statedDigest: valueOf(attributes, oid.messageDigest)?.content,
    content: content && octetsOf(content),
    contentType: identifierOf(inner[0]),
    named: namedCertificates(attributes),
  };
}

/** By issuer and serial number; a signer named by a key identifier only is the first certificate, as every program writes it. */
function isSigner(certificate: Certificate, id: Der): boolean {
  if (id.tag !== tag.sequence) return true;
  const [issuer, serial] = id.parts;
  return Boolean(issuer && serial && issuer.bytes.equals(certificate.issuerName) && serial.content.equals(certificate.serial));
}

function valueOf(attributes: Der | undefined, type: string): Der | undefined {
  const found = (attributes?.parts ?? []).filter((one) => identifierOf(one.parts[0]) === type);
  const values = found[0]?.parts[1]?.parts ?? [];
  return found.length === 1 && values.length === 1 ? values[0] : undefined;
}

/** RFC 5035 and, with SHA-1, RFC 2634: the first reference is the signer's. */
function namedCertificates(attributes: Der | undefined): ReadSignature['named'] {
  const found: { algorithm: string; hash: Buffer }[] = [];
  for (const type of [oid.signingCertificate, oid.signingCertificateV2]) {
    const reference = valueOf(attributes, type)?.parts[0]?.parts[0];
    if (!reference) continue;
    const [first, second] = reference.parts;
    const stated = first?.tag === tag.sequence ? first.parts[0] : undefined;
    const hash = stated ? second : first;
    const usual = type === oid.signingCertificate ? oid.sha1 : oid.sha256;
    if (hash?.tag === tag.octets) found.push({ algorithm: stated ? identifierOf(stated) : usual, hash: hash.content });
  }
  return found;
}
