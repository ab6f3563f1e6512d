import { createHash, verify } from 'node:crypto';
import { ed25519Key } from './ledger-check.ts';
import type { LedgerHeadInFile } from './ledger-file.ts';

/** C2SP signed-note: the number of Ed25519 among the kinds of signature. */
const kindOfSignature = 1;

/**
 * Whether the checkpoint is, byte for byte, one C2SP tlog-checkpoint of each of these heads of this vault, in their order, an empty
 * line between them, each with one signature by the vault's log key (raw, base64).
 */
export function checkpointSays(checkpoint: string, vault: string, heads: readonly LedgerHeadInFile[], logKey: string): boolean {
  const key = Buffer.from(logKey, 'base64');
  return followNotes(checkpoint, vault, heads, (encoded, origin, text) => signs(encoded, origin, text, key));
}

/** The same, but for the signatures: by whose key they are cannot be told where the vault's first entry is not in the file. */
export function namesHeads(checkpoint: string, vault: string, heads: readonly LedgerHeadInFile[]): boolean {
  return followNotes(checkpoint, vault, heads, (encoded) => bytesOf(encoded) !== undefined);
}

function followNotes(
  checkpoint: string,
  vault: string,
  heads: readonly LedgerHeadInFile[],
  holds: (encoded: string, origin: string, text: string) => boolean,
): boolean {
  let rest = checkpoint;
  for (const [index, { chain, size, root }] of heads.entries()) {
    const origin = `casewright/${vault}/${chain}`;
    const text = `${origin}\n${size}\n${root}\n`;
    const before = `${index === 0 ? '' : '\n'}${text}\n— ${origin} `;
    const end = rest.indexOf('\n', before.length);
    if (!rest.startsWith(before) || end < 0 || !holds(rest.slice(before.length, end), origin, text)) return false;
    rest = rest.slice(end + 1);
  }
  return rest === '';
}

/** Four bytes that name the key, and the signature. One spelling only: what decodes to the same bytes must be the same characters. */
function bytesOf(encoded: string): Buffer | undefined {
  const bytes = Buffer.from(encoded, 'base64');
  return bytes.length === 68 && bytes.toString('base64') === encoded ? bytes : undefined;
}

function signs(encoded: string, origin: string, text: string, key: Buffer): boolean {
  const bytes = bytesOf(encoded);
  if (!bytes) return false;
  const identifier = createHash('sha256').update(origin).update(Uint8Array.of(10, kindOfSignature)).update(key).digest().subarray(0, 4);
  if (!bytes.subarray(0, 4).equals(identifier)) return false;
  try {
    return verify(null, Buffer.from(text), ed25519Key(key), bytes.subarray(4));
  } catch {
    return false;
  }
}
