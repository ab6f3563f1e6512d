import { zipEncryption } from './zip.ts';

const SECTOR = 512;
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** How an office document, an archive or a file is encrypted that no reader opens; empty where it is not, or nothing shows it. */
export function encryptionOf(bytes: Uint8Array, mediaType: string): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === 'application/pgp-encrypted') return 'OpenPGP';
  if (mediaType === 'application/x-cfb') return compoundEncryption(view);
  return view.subarray(0, 2).toString('latin1') === 'PK' ? zipEncryption(bytes) : '';
}

/** A compound file: either a package of today inside an envelope, or a document of old with its own mark. */
function compoundEncryption(view: Buffer): string {
  if (view.includes(wide('DRMEncryptedDataSpace')) || view.includes(wide('DRMContent'))) return 'Microsoft Office, rights management';
  if (view.includes(wide('EncryptedPackage'))) {
    const cipher = /keyBits="(\d{2,4})"[^>]{0,200}cipherAlgorithm="(\w{2,12})"/.exec(agileInfo(view));
    return cipher ? `Microsoft Office, ${cipher[2] ?? ''} ${cipher[1] ?? ''}` : 'Microsoft Office, AES';
  }
  if (view.includes(wide('EncryptedSummary'))) return 'Microsoft PowerPoint, RC4';
  return olderMark(view);
}

function agileInfo(view: Buffer): string {
  const at = view.indexOf('<keyData');
  return at < 0 ? '' : view.toString('latin1', at, at + 1000);
}

/** Streams begin where sectors do: a Word document says it in its first words, a workbook in the record after its first. */
function olderMark(view: Buffer): string {
  for (let at = SECTOR; at + 32 <= view.length; at += SECTOR) {
    const first = view.readUInt16LE(at);
    if (first === 0xa5ec) {
      const flags = view.readUInt16LE(at + 10);
      if ((flags & 0x0100) !== 0) return (flags & 0x8000) === 0 ? 'Microsoft Word, RC4' : 'Microsoft Word, XOR';
    }
    if (first === 0x0809 && view.readUInt16LE(at + 2) <= 16) {
      const next = at + 4 + view.readUInt16LE(at + 2);
      if (view.readUInt16LE(next) === 0x002f) return 'Microsoft Excel';
    }
  }
  return '';
}
