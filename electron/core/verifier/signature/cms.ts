import { createHash } from 'node:crypto';
import { oid } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { tag, writeDer, writeIdentifier, writeInteger } from './der.ts';

export interface SignatureParts {
  /** The signer's first; each once. */
  readonly chain: readonly Certificate[];
  /** Of the bytes that are signed: SHA-256. */
  readonly digest: Uint8Array;
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
}

/**
 * The one encoding of a case file's signature (docs/formats.md). A verifier that encodes what it read must get the same bytes
 * again: then no bit of them is without meaning, and nothing stands in them twice or besides.
 */
export function encodeSignature({ chain, digest, signatureAlgorithm, signature }: SignatureParts): Buffer {
  const leaf = chain[0];
  if (!leaf) throw new Error('a signature needs its certificate');
  const sha256 = algorithm(oid.sha256);
  const version = writeInteger(Buffer.of(1));
  const signer = writeDer(
    tag.sequence,
    version,
    writeDer(tag.sequence, leaf.issuerName, writeDer(tag.integer, leaf.serial)),
    sha256,
    writeDer(0xa0, ...signedAttributes(leaf, digest)),
    algorithm(signatureAlgorithm),
    writeDer(tag.octets, signature),
  );
  const signed = writeDer(
    tag.sequence,
    version,
    writeDer(tag.set, sha256),
    writeDer(tag.sequence, writeIdentifier(oid.data)),
    writeDer(0xa0, ...chain.map((one) => one.der)),
    writeDer(tag.set, signer),
  );
  return writeDer(tag.sequence, writeIdentifier(oid.signedData), writeDer(0xa0, signed));
}

/** The bytes the key signs: the attributes as an explicit SET OF (RFC 5652, 5.4). */
export function attributesToSign(leaf: Certificate, digest: Uint8Array): Buffer {
  return writeDer(tag.set, ...signedAttributes(leaf, digest));
}

/** In the order of their encodings, as DER wants a SET OF. There is no signing-time: that of PAdES stands in the dictionary. */
function signedAttributes(leaf: Certificate, digest: Uint8Array): readonly Buffer[] {
  const attribute = (type: string, value: Uint8Array): Buffer => writeDer(tag.sequence, writeIdentifier(type), writeDer(tag.set, value));
  return [
    attribute(oid.contentType, writeIdentifier(oid.data)),
    attribute(oid.messageDigest, writeDer(tag.octets, digest)),
    attribute(oid.signingCertificateV2, certificateReference(leaf)),
  ].sort((one, other) => Buffer.compare(one, other));
}

/** RFC 5035: the hash of the certificate, so that it cannot be exchanged for another one with the same key. */
function certificateReference(leaf: Certificate): Buffer {
  const hash = writeDer(tag.octets, createHash('sha256').update(leaf.der).digest());
  // SHA-256 is the default of the structure and is therefore left out.
  const issuer = writeDer(tag.sequence, writeDer(tag.sequence, writeDer(0xa4, leaf.issuerName)), writeDer(tag.integer, leaf.serial));
  return writeDer(tag.sequence, writeDer(tag.sequence, writeDer(tag.sequence, hash, issuer)));
}

function algorithm(identifier: string): Buffer {
  return writeDer(tag.sequence, writeIdentifier(identifier));
}
