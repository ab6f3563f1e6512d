import { createHash, X509Certificate, type KeyObject } from 'node:crypto';
import { type Der, DerError, identifierOf, octetsOf, readDer, tag } from './der.ts';

/** What a certificate says of itself. */
export interface Certificate {
  readonly der: Buffer;
  readonly sha256: string;
  /** As people write it: its common name, or whatever else names it. */
  readonly subject: string;
  readonly issuer: string;
  /** DER, to be compared. */
  readonly subjectName: Buffer;
  readonly issuerName: Buffer;
  /** The content of the whole number. */
  readonly serial: Buffer;
  readonly validFrom: number;
  readonly validTo: number;
  readonly algorithm: string;
  readonly parsed: X509Certificate;
  readonly key: KeyObject;
  /** Of the extension; undefined where there is none. */
  readonly keyUsage: { readonly signs: boolean; readonly certifies: boolean } | undefined;
  readonly authority: boolean;
  /** How many authorities may stand between this one and the signer. */
  readonly pathLength: number;
}

export function readCertificate(der: Buffer): Certificate {
  const parsed = new X509Certificate(der);
  const [body, algorithm] = readDer(der).parts;
  const fields = body?.parts ?? [];
  const at = fields[0]?.tag === 0xa0 ? 1 : 0;
  const [serial, , issuer, validity, subject] = fields.slice(at);
  if (!serial || !issuer || !validity || !subject || !algorithm) throw new DerError('no certificate');
  const extensions = readExtensions(fields.find((field) => field.tag === 0xa3));
  const constraints = extensions.get('2.5.29.19');
  const usage = extensions.get('2.5.29.15');
  return {
    der,
    sha256: createHash('sha256').update(der).digest('hex'),
    subject: readName(subject),
    issuer: readName(issuer),
    subjectName: subject.bytes,
    issuerName: issuer.bytes,
    serial: serial.content,
    validFrom: Date.parse(parsed.validFrom),
    validTo: Date.parse(parsed.validTo),
    algorithm: identifierOf(algorithm.parts[0]),
    parsed,
    key: parsed.publicKey,
    keyUsage: usage && readUsage(usage),
    authority: constraints?.parts[0]?.tag === 0x01 && constraints.parts[0].content[0] === 0xff,
    pathLength: pathLength(constraints?.parts.find((part) => part.tag === tag.integer)),
  };
}

function pathLength(value: Der | undefined): number {
  return value ? value.content.reduce((sum, byte) => sum * 256 + byte, 0) : Infinity;
}

function readExtensions(value: Der | undefined): ReadonlyMap<string, Der> {
  const found = new Map<string, Der>();
  for (const extension of value?.parts[0]?.parts ?? []) {
    const content = extension.parts.at(-1);
    if (!content || content.tag !== tag.octets) continue;
    const name = identifierOf(extension.parts[0]);
    if (found.has(name)) throw new DerError('an extension twice');
    if (name === '2.5.29.19' || name === '2.5.29.15') found.set(name, readDer(content.content));
  }
  return found;
}

/** RFC 5280, 4.2.1.3: digitalSignature and nonRepudiation are bits 0 and 1, keyCertSign is bit 5. */
function readUsage(value: Der): { readonly signs: boolean; readonly certifies: boolean } {
  const bits = value.tag === tag.bitString ? (value.content[1] ?? 0) : 0;
  return { signs: (bits & 0b1100_0000) !== 0, certifies: (bits & 0b0000_0100) !== 0 };
}

const commonName = '2.5.4.3';

/** The common name as its owner wrote it; without one, every part of the name in its own order. */
export function readName(name: Der): string {
  const parts = name.parts.flatMap((set) => set.parts.map((one) => ({ type: identifierOf(one.parts[0]), text: textOf(one.parts[1]) })));
  const common = parts.filter((one) => one.type === commonName && one.text !== '').at(-1);
  return common?.text ?? parts.map((one) => one.text).join(', ');
}

function textOf(value: Der | undefined): string {
  if (!value) return '';
  const octets = octetsOf(value);
  if (value.tag === 0x1e) return new TextDecoder('utf-16be').decode(octets);
  if (value.tag === 0x1c) return octets.length % 4 === 0 ? wide(octets) : '';
  // What is no UTF-8 is of the old sort, which wrote Latin letters.
  return value.tag === 0x0c ? octets.toString('utf8') : octets.toString('latin1');
}

function wide(octets: Buffer): string {
  const points = Array.from({ length: octets.length / 4 }, (_, index) => octets.readUInt32BE(index * 4));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : '';
}
