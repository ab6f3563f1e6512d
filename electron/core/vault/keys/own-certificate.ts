import { createHash, randomBytes } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import type { Instant } from '../../../../shared/model/identifier.ts';

export interface CertificateAndKey {
  /** DER, leaf first. */
  readonly chain: readonly Uint8Array[];
  /** PKCS#8 DER. */
  readonly privateKey: Uint8Array;
}

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

/**
 * A self-signed X.509 certificate on P-256 for a user who has none: it proves that the same key signed, not who holds it.
 * Valid for ten years from `now`.
 */
export async function makeOwnCertificate(userName: string, now: Instant): Promise<CertificateAndKey> {
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
  ].map(
    ([type = '', value = '']) =>
      new asn1.Set({ value: [new pkijs.AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) }).toSchema()] }),
  );
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
