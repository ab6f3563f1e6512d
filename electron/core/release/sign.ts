import { createHash, createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { Constructed, Integer, ObjectIdentifier, OctetString, Sequence, type BaseBlock } from 'asn1js';
import { Attribute, Certificate, SignedAndUnsignedAttributes } from 'pkijs';
import type { Sha256 } from '../../../shared/model/identifier.ts';
import { FailureError } from '../../../shared/result.ts';
import type { SigningIdentity } from '../domain/ports/index.ts';
import { attributesToSign, bufferOf, encodeSignature, oid } from '../verifier/cms.ts';
import type { SignerFacts } from '../tasks/case-file.ts';

/** Room to reserve for a signature by this identity. */
export function signatureRoom(identity: Pick<SigningIdentity, 'chain'>): number {
  return 3072 + identity.chain.reduce((sum, certificate) => sum + certificate.length, 0);
}

/** What the case file says about its signer. Throws identity.expired before anything is signed with a certificate that no longer may. */
export function describeSigner(identity: SigningIdentity, at: number, user: string): SignerFacts {
  const leaf = identity.chain[0];
  if (!leaf) throw new FailureError('identity.pkcs12', { problem: 'no certificate' });
  const certificate = new X509Certificate(leaf);
  const facts: SignerFacts = {
    subject: commonName(certificate.subject),
    issuer: commonName(certificate.issuer),
    sha256: createHash('sha256').update(leaf).digest('hex') as Sha256,
    ownMade: identity.ownMade,
    validFrom: Date.parse(certificate.validFrom),
    validTo: Date.parse(certificate.validTo),
  };
  if (at > facts.validTo) throw new FailureError('identity.expired', { user, date: new Date(facts.validTo).toISOString().slice(0, 10) });
  return facts;
}

/**
 * A detached CMS signature as PAdES baseline B-B asks for it (ETSI EN 319 142-1, 6.3): content type, message digest and
 * the certificate's hash are signed, the whole chain is enclosed, and there is no signing-time attribute: the time of a
 * PAdES signature stands in its dictionary, and is a claim there.
 */
export function signDigest(digestHex: string, identity: SigningIdentity): Uint8Array {
  const leafDer = identity.chain[0];
  if (!leafDer) throw new FailureError('identity.pkcs12', { problem: 'no certificate' });
  const leaf = Certificate.fromBER(Uint8Array.from(leafDer));
  const key = createPrivateKey({ key: Buffer.from(identity.privateKey), format: 'der', type: 'pkcs8' });
  const attributes = new SignedAndUnsignedAttributes({
    type: 0,
    // DER wants a SET OF in the order of its encodings.
    attributes: [
      attribute(oid.contentType, new ObjectIdentifier({ value: oid.data })),
      attribute(oid.messageDigest, new OctetString({ valueHex: bufferOf(Buffer.from(digestHex, 'hex')) })),
      attribute(oid.signingCertificateV2, certificateReference(leafDer, leaf)),
    ].sort((one, other) => Buffer.compare(Buffer.from(one.toSchema().toBER()), Buffer.from(other.toSchema().toBER()))),
  });
  return encodeSignature({
    chain: identity.chain,
    attributes,
    signatureAlgorithm: key.asymmetricKeyType === 'ec' ? oid.ecdsaWithSha256 : oid.rsaWithSha256,
    signature: sign('sha256', attributesToSign(attributes), key),
  });
}

/** RFC 5035: the hash of the certificate, so that it cannot be exchanged for another one with the same key. */
function certificateReference(der: Uint8Array, leaf: Certificate): BaseBlock {
  const hash = createHash('sha256').update(der).digest();
  // SHA-256 is the default of the structure and is therefore left out.
  const issuer = new Sequence({
    value: [
      new Sequence({ value: [directoryName(leaf)] }),
      new Integer({ valueHex: bufferOf(Buffer.from(leaf.serialNumber.valueBlock.valueHexView)) }),
    ],
  });
  return new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [new OctetString({ valueHex: bufferOf(hash) }), issuer] })] })],
  });
}

function directoryName(leaf: Certificate): BaseBlock {
  return new Constructed({ idBlock: { tagClass: 3, tagNumber: 4 }, value: [leaf.issuer.toSchema()] });
}

function attribute(type: string, value: BaseBlock): Attribute {
  return new Attribute({ type, values: [value] });
}

function commonName(name: string): string {
  return /(?:^|\n)CN=(.*)/.exec(name)?.[1] ?? name.replaceAll('\n', ', ');
}
