import { createHash, createPrivateKey, createPublicKey, randomBytes, X509Certificate, type KeyObject } from 'node:crypto';
import { P12Signer } from '@libpdf/core';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import type { Instant } from '../../../shared/model/identifier.ts';
import { FailureError } from '../../../shared/result.ts';

const ORGANISATION = 'Casewright own certificate';
const YEARS = 10;
/** RFC 5280, upper bound of a common name. */
const COMMON_NAME_LIMIT = 64;

const oids = {
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
} as const;

export interface CertificateAndKey {
  /** DER, leaf first. */
  readonly chain: readonly Uint8Array[];
  /** PKCS#8 DER. */
  readonly privateKey: Uint8Array;
}

/**
 * A self-signed X.509 certificate on P-256 for a user who has none: it proves that the same key signed, not who holds it.
 * Valid for ten years from `now`.
 */
export async function createOwnCertificate(userName: string, now: Instant): Promise<CertificateAndKey> {
  const engine = new pkijs.CryptoEngine({ crypto, name: 'node' });
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ valueHex: createSerial() });
  certificate.subject = nameOf(userName);
  certificate.issuer = nameOf(userName);
  certificate.notBefore = time(new Date(now));
  certificate.notAfter = time(addYears(new Date(now), YEARS));
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine);
  certificate.extensions = extensions(certificate.subjectPublicKeyInfo);
  await certificate.sign(keys.privateKey, 'SHA-256', engine);
  return {
    chain: [new Uint8Array(certificate.toSchema(true).toBER())],
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', keys.privateKey)),
  };
}

/**
 * Reads a PKCS#12 file with AES or the older RC2 and 3DES encryption, RSA or EC key.
 * Throws identity.pkcs12 with what is wrong with it.
 */
export async function readPkcs12(bytes: Uint8Array, passphrase: string): Promise<CertificateAndKey> {
  const signer = await P12Signer.create(bytes, passphrase).catch((error: unknown) => {
    throw refused(describeProblem(error), error);
  });
  const privateKey = await exportKey(signer);
  const chain = orderChain([signer.certificate, ...signer.certificateChain], privateKey);
  return { chain, privateKey };
}

/** Throws identity.pkcs12 unless the chain's first certificate is readable and belongs to the private key. */
export function checkCertificate(identity: CertificateAndKey): void {
  const [leaf] = identity.chain;
  if (!leaf) throw refused('it holds no certificate');
  if (!belongs(parseCertificate(leaf), publicKeyOf(identity.privateKey))) throw refused('its private key does not belong to its certificate');
}

function createSerial(): ArrayBuffer {
  const serial = new Uint8Array(randomBytes(16));
  // Positive, and of full length without a leading zero, as DER wants it.
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial.buffer;
}

/** One attribute per relative name; the library's own way puts both into one. */
function nameOf(userName: string): pkijs.RelativeDistinguishedNames {
  const attributes = [
    [oids.organisation, ORGANISATION],
    [oids.commonName, [...userName].slice(0, COMMON_NAME_LIMIT).join('')],
  ].map(([type = '', value = '']) => new asn1.Set({ value: [new pkijs.AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) }).toSchema()] }));
  return new pkijs.RelativeDistinguishedNames({ schema: asn1.fromBER(new asn1.Sequence({ value: attributes }).toBER()).result });
}

/** RFC 5280: UTCTime through 2049, GeneralizedTime from then on; whole seconds. */
function time(date: Date): pkijs.Time {
  const value = new Date(Math.floor(date.getTime() / 1000) * 1000);
  return new pkijs.Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });
}

function addYears(date: Date, years: number): Date {
  const later = new Date(date);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

function extensions(publicKey: pkijs.PublicKeyInfo): pkijs.Extension[] {
  // RFC 7093, method 1: the leftmost 160 bits of the SHA-256 of the key.
  const bits = new Uint8Array(publicKey.subjectPublicKey.valueBlock.valueHexView);
  const identifier = new Uint8Array(createHash('sha256').update(bits).digest().subarray(0, 20));
  const keyIdentifier = new asn1.OctetString({ valueHex: identifier.buffer });
  const digitalSignatureAndNonRepudiation = new asn1.BitString({ valueHex: Uint8Array.of(0b1100_0000).buffer, unusedBits: 6 });
  return [
    extension(oids.basicConstraints, true, new pkijs.BasicConstraints({ cA: false }).toSchema()),
    extension(oids.keyUsage, true, digitalSignatureAndNonRepudiation),
    extension(oids.subjectKeyIdentifier, false, keyIdentifier),
    extension(oids.authorityKeyIdentifier, false, new pkijs.AuthorityKeyIdentifier({ keyIdentifier }).toSchema()),
  ];
}

function extension(extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
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
    last = open.find((candidate) => !chain.includes(candidate) && child.parsed.checkIssued(candidate.parsed) && child.parsed.verify(candidate.parsed.publicKey));
    if (last) chain.push(last);
  }
  return chain.map(({ der }) => der);
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
  if (/password/i.test(message)) return 'its passphrase is wrong, or the file is damaged';
  if (/no private key/i.test(message)) return 'it holds no private key';
  if (/no certificates/i.test(message)) return 'it holds no certificate';
  if (/unsupported key/i.test(message)) return 'its key is neither RSA nor ECDSA';
  return 'it is not a PKCS#12 file, or it is damaged';
}

function refused(problem: string, cause?: unknown): FailureError {
  return new FailureError('identity.pkcs12', { problem }, { cause });
}
