import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VaultId } from '../../../../shared/model/identifier.ts';
import type { Chain, LedgerHead } from '../../../../shared/model/ledger.ts';
import { FailureError } from '../../../../shared/result.ts';
import type { Database } from '../database/database.ts';
import { damaged } from '../database/database-errors.ts';
import { diskFailure } from '../../disk/durable.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import type { SigningKey } from '../keys/identity.ts';
import { chains, lastEntry, rootAt } from './ledger.ts';
import { hashLeaf } from './merkle.ts';
import { openNote, signNote } from './signed-note.ts';

/**
 * The heads of both chains outside the database, so that an older database put back in its place is seen.
 *
 * The file holds two C2SP tlog-checkpoint notes, custody first, an empty line between them. They are signed with the
 * vault's log key (Ed25519, its seed derived from the vault key), whose public half stands in the first audit entry.
 * Whoever puts back the whole folder, this file included, is seen only by heads remembered elsewhere: the desktop's
 * preferences and every export keep them.
 *
 * A vault always has the file: it is written before the folder gets its name. A missing or unreadable one is therefore
 * treated like an older database: the vault is opened for reading only, until a person who has read what is wrong goes on, and the
 * ledger says who. Were it forgiven, deleting one file would switch the protection off, and that is the first thing an opponent would ask about.
 */
export type CheckpointHead = Pick<LedgerHead, 'chain' | 'size' | 'root'>;

export const CHECKPOINT_FILE = 'checkpoint';

export function originOf(vaultId: VaultId, chain: Chain): string {
  return `casewright/${vaultId}/${chain}`;
}

export function formatCheckpoint(vaultId: VaultId, head: CheckpointHead, key: SigningKey): string {
  const origin = originOf(vaultId, head.chain);
  return signNote(`${origin}\n${head.size}\n${head.root}\n`, origin, key);
}

/** Undefined for a note that is not a checkpoint of this chain of this vault, signed by its log key. */
export function parseCheckpoint(note: string, vaultId: VaultId, chain: Chain, publicKey: Uint8Array): CheckpointHead | undefined {
  const origin = originOf(vaultId, chain);
  const text = openNote(note, origin, publicKey);
  const [first, size, root, ...rest] = text?.split('\n') ?? [];
  if (first !== origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? '') || root === undefined || rest.length !== 1) return undefined;
  if (Buffer.from(root, 'base64').length !== 32) return undefined;
  return { chain, size: Number(size), root };
}

export function writeCheckpoint(folder: string, vaultId: VaultId, heads: readonly CheckpointHead[], key: SigningKey): void {
  replaceFile(join(folder, CHECKPOINT_FILE), heads.map((head) => formatCheckpoint(vaultId, head, key)).join('\n'));
}

/** Throws vault.checkpoint-missing, vault.checkpoint-damaged, disk.*. */
export function readCheckpoint(folder: string, vaultId: VaultId, publicKey: Uint8Array): CheckpointHead[] {
  const notes = splitNotes(readFile(join(folder, CHECKPOINT_FILE)));
  return chains.map((chain, index) => {
    const head = notes.length === chains.length ? parseCheckpoint(notes[index] as string, vaultId, chain, publicKey) : undefined;
    if (!head) throw new FailureError('vault.checkpoint-damaged');
    return head;
  });
}

/** Throws vault.ledger-short, vault.ledger-other unless both chains equal or extend every given head. */
export function assertExtends(database: Database, heads: readonly CheckpointHead[]): void {
  for (const { chain, size, root } of heads) {
    const present = lastEntry(database, chain).size;
    if (present < size) throw new FailureError('vault.ledger-short', { chain, present, known: size });
    if (rootAt(database, chain, size) !== root) throw new FailureError('vault.ledger-other', { chain, size });
  }
}

/** Throws vault.database-damaged when rows and Merkle tree end differently: one of them was put back without the other. */
export function assertWholeTail(database: Database): void {
  for (const chain of chains) {
    const { size } = lastEntry(database, chain);
    const leaves =
      database.get<{ last: number | null }>('SELECT MAX(position) AS last FROM merkle_node WHERE chain = ? AND level = 0', chain)?.last ??
      -1;
    if (leaves !== size - 1) throw damaged(`the ${chain} ledger has ${size} entries and ${leaves + 1} leaves`);
    if (size === 0) continue;
    const row = database.get<{ body: string; hash: Buffer }>(
      `SELECT body, (SELECT hash FROM merkle_node WHERE chain = ? AND level = 0 AND position = sequence - 1) AS hash FROM ${chain}_entry WHERE sequence = ?`,
      chain,
      size,
    );
    if (!row || Buffer.compare(row.hash, hashLeaf(row.body)) !== 0)
      throw damaged(`the last entry of the ${chain} ledger is not the one its tree was built on`);
  }
}

/** The notes of the file; each ends with its signature line, and an empty line stands between them. */
function splitNotes(text: string): string[] {
  return text.split(/(?<=\n— [^\n]+\n)\n/u);
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new FailureError('vault.checkpoint-missing');
    throw diskFailure(error, path);
  }
}
