import { Set as Asn1Set, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  type SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

export const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ecdsaWithSha384: '1.2.840.10045.4.3.3',
  ecdsaWithSha512: '1.2.840.10045.4.3.4',
  rsa: '1.2.840.113549.1.1.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  rsaWithSha384: '1.2.840.113549.1.1.12',
  rsaWithSha512: '1.2.840.113549.1.1.13',
} as const;

export interface SignatureParts {
  /** DER, the signer's first. */
  readonly chain: readonly Uint8Array[];
  readonly attributes: SignedAndUnsignedAttributes;
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
}

/** The one encoding of a case file's signature: a verifier that encodes what it read must get the same bytes again. */
export function encodeSignature({ chain, attributes, signatureAlgorithm, signature }: SignatureParts): Uint8Array {
  const certificates = chain.map((der) => Certificate.fromBER(Uint8Array.from(der)));
  const leaf = certificates[0];
  if (!leaf) throw new Error('a signature needs its certificate');
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: oid.sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: leaf.issuer, serialNumber: leaf.serialNumber }),
        digestAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.sha256 }),
        signedAttrs: attributes,
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: signatureAlgorithm }),
        signature: new OctetString({ valueHex: bufferOf(signature) }),
      }),
    ],
  });
  return new Uint8Array(new ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) }).toSchema().toBER());
}

/** The bytes the key signs: the attributes as an explicit SET OF (RFC 5652, 5.4). */
export function attributesToSign(attributes: SignedAndUnsignedAttributes): Buffer {
  return Buffer.from(new Asn1Set({ value: attributes.attributes.map((one) => one.toSchema()) }).toBER());
}

export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
