import { createHash, sign, verify } from 'node:crypto';
import { type SigningKey, verifyingKeyFrom } from '../keys/identity.ts';

/** The part of a C2SP signed note that is signed; it ends with a line feed and has no empty line. */
export type NoteText = string;

const ED25519 = 1;
const SIGNATURE_LINE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u;

/** C2SP signed-note: the text, an empty line, and one Ed25519 signature line under `name`. */
export function signNote(text: NoteText, name: string, key: SigningKey): string {
  const signature = Buffer.concat([keyIdentifier(name, key.publicKey), sign(null, Buffer.from(text), key.key)]);
  return `${text}\n— ${name} ${signature.toString('base64')}\n`;
}

/** The text of a note that carries a valid signature of `name` by this key; undefined for anything else. */
export function openNote(note: string, name: string, publicKey: Uint8Array): NoteText | undefined {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return undefined;
  const text = note.slice(0, split + 1);
  const identifier = keyIdentifier(name, publicKey);
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const [, signer, encoded] = SIGNATURE_LINE.exec(line) ?? [];
    if (signer === undefined || encoded === undefined) return undefined;
    const bytes = Buffer.from(encoded, 'base64');
    if (signer !== name || bytes.length !== 68 || !bytes.subarray(0, 4).equals(identifier)) continue;
    return verify(null, Buffer.from(text), verifyingKeyFrom(publicKey), bytes.subarray(4)) ? text : undefined;
  }
  return undefined;
}

/** First four bytes of SHA-256(name, line feed, algorithm, public key). */
function keyIdentifier(name: string, publicKey: Uint8Array): Buffer {
  return createHash('sha256').update(name).update(Uint8Array.of(10, ED25519)).update(publicKey).digest().subarray(0, 4);
}
