import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { instant, userId, vaultId } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import { box } from './box.ts';
import { diskFailure } from '../../disk/durable.ts';
import { discardFile, readFully, replaceFile, stageFile, type StagedFile } from '../../disk/replace-file.ts';

export const HEADER_FORMAT = 1;
const HEADER_FILE = 'vault.json';
/** The same header once more: without key slots nothing of the evidence could be read again. */
export const HEADER_COPY_FILE = 'vault.json.copy';
const HEADER_LIMIT_BYTES = 1024 * 1024;

/**
 * Bounded on both sides before they are used: a header edited to four gigabytes must not take the machine down,
 * and one edited below the floor must not pass for a slot we made.
 */
export const keyDerivation = z
  .strictObject({
    name: z.literal('argon2id'),
    memoryKibibytes: z.int().min(65_536).max(1_048_576),
    passes: z.int().min(3).max(16),
    lanes: z.int().min(1).max(16),
    salt: z.base64().min(24).max(88),
  })
  .readonly();
export type KeyDerivation = z.infer<typeof keyDerivation>;

const publicKey = z.base64().length(44);

export const userSlot = z
  .strictObject({
    kind: z.literal('user'),
    id: userId,
    name: z.string().min(1).max(120),
    createdAt: instant,
    kdf: keyDerivation,
    /** Vault key and slot key, under the passphrase. */
    wrapped: box,
    /** The user's signing key, certificate key and chain, under the slot key: other users, who know the vault key, cannot open it. */
    identity: box,
    /** Ed25519, raw 32 bytes. */
    publicKey,
    /** Keys this user signed with before a recovery, oldest first. */
    formerPublicKeys: z.array(publicKey).max(256).readonly(),
  })
  .readonly();
export type UserSlot = z.infer<typeof userSlot>;

/** Opened by the recovery code; wraps the vault key only, never anybody's signing key. */
export const recoverySlot = z
  .strictObject({ kind: z.literal('recovery'), id: z.uuid(), createdAt: instant, kdf: keyDerivation, wrapped: box })
  .readonly();
export type RecoverySlot = z.infer<typeof recoverySlot>;

const ciphers = z
  .strictObject({
    passphrase: z.literal('Argon2id'),
    slots: z.literal('AES-256-GCM'),
    keys: z.literal('HKDF-SHA256'),
    database: z.literal('SQLCipher 4'),
    objects: z.literal('AES256-GCM-HKDF-SHA256 streaming, 64 KiB segments'),
  })
  .readonly();

const headerBody = z.strictObject({
  format: z.literal(HEADER_FORMAT),
  vaultId,
  createdAt: instant,
  ciphers,
  slots: z
    .array(z.discriminatedUnion('kind', [userSlot, recoverySlot]))
    .min(1)
    .max(256)
    .readonly(),
});
export type HeaderBody = Readonly<z.infer<typeof headerBody>>;

/**
 * The public part of a vault, `vault.json`: no secret and no case title stands in it.
 * `checksum` (SHA-256, hex) tells damage before any passphrase; `seal` (HMAC-SHA256 by a key derived from the vault key, hex)
 * tells an edit by somebody without that key. Both cover the RFC 8785 form of every other field.
 */
const vaultHeader = headerBody
  .extend({ checksum: z.string().regex(/^[0-9a-f]{64}$/), seal: z.string().regex(/^[0-9a-f]{64}$/) })
  .readonly();
export type VaultHeader = z.infer<typeof vaultHeader>;

export const cipherNames: HeaderBody['ciphers'] = {
  passphrase: 'Argon2id',
  slots: 'AES-256-GCM',
  keys: 'HKDF-SHA256',
  database: 'SQLCipher 4',
  objects: 'AES256-GCM-HKDF-SHA256 streaming, 64 KiB segments',
};

/** Throws vault.missing, vault.header-damaged, vault.header-future, disk.denied. */
export function readHeader(folder: string, file = HEADER_FILE): VaultHeader {
  return parseHeader(readHeaderFile(folder, file));
}

export interface FoundHeader {
  readonly header: VaultHeader;
  /** Why it is the copy: what is wrong with `vault.json`. */
  readonly damage?: FailureError;
}

/** The header, or its copy where `vault.json` is damaged or gone. Throws what `readHeader` throws when the copy does not help. */
export function findHeader(folder: string): FoundHeader {
  try {
    return { header: readHeader(folder) };
  } catch (error) {
    const copy = findCopy(folder);
    if (!copy || !(error instanceof FailureError)) throw error;
    if (error.code === 'vault.missing') return { header: copy, damage: damaged('it is missing') };
    if (error.code === 'vault.header-damaged') return { header: copy, damage: error };
    throw error;
  }
}

/** The copy, where it is whole. */
export function findCopy(folder: string): VaultHeader | undefined {
  try {
    return readHeader(folder, HEADER_COPY_FILE);
  } catch {
    return undefined;
  }
}

/** Durable when it returns: the header on disk is the former or the new one at every moment, whatever fails. Throws disk.*. */
export function writeHeader(folder: string, header: VaultHeader): void {
  stageHeader(folder, header).commit();
}

/**
 * Header and copy, both proven beside their places before either takes it, so that a disk without room for both keeps both as they were.
 * No former header is kept, also not as the copy: after a change of passphrase it would still open the vault with the old one.
 * Throws disk.*.
 */
export function stageHeader(folder: string, header: VaultHeader): StagedFile {
  const content = textOf(header);
  const copyPath = join(folder, HEADER_COPY_FILE);
  const main = stageFile(join(folder, HEADER_FILE), [content]);
  const copy = stageCopy(copyPath, content, main);
  return {
    commit() {
      const follow = () => commitCopy(copy, copyPath);
      try {
        main.commit();
      } catch (error) {
        // It may have its name and only not be durable yet: the copy says what the header says, whatever that is.
        if (readsAs(folder, header)) follow();
        else copy.discard();
        throw error;
      }
      follow();
    },
    discard() {
      main.discard();
      copy.discard();
    },
  };
}

function stageCopy(path: string, content: string, main: StagedFile): StagedFile {
  try {
    return stageFile(path, [content]);
  } catch (error) {
    main.discard();
    throw error;
  }
}

function commitCopy(copy: StagedFile, path: string): void {
  try {
    copy.commit();
  } catch {
    // The header itself has its name; a copy that says what was before must not outlive it.
    discardFile(path);
  }
}

/** Whether this very header has the name. */
export function readsAs(folder: string, header: VaultHeader): boolean {
  try {
    return readHeader(folder).seal === header.seal;
  } catch {
    return false;
  }
}

/** Makes the copy say what the header says. Answers whether it had to; a disk without room for it is no reason to stop. */
export function writeCopy(folder: string, header: VaultHeader): boolean {
  const copy = findCopy(folder);
  if (copy?.checksum === header.checksum && copy.seal === header.seal) return false;
  try {
    replaceFile(join(folder, HEADER_COPY_FILE), textOf(header));
    return true;
  } catch {
    return false;
  }
}

function textOf(header: VaultHeader): string {
  return `${JSON.stringify(vaultHeader.parse(header), null, 2)}\n`;
}

export function sealHeader(body: HeaderBody, headerKey: Uint8Array): VaultHeader {
  const content = canonicalContent(body);
  return vaultHeader.parse({ ...body, checksum: hashOf(content), seal: createHmac('sha256', headerKey).update(content).digest('hex') });
}

/** Throws vault.header-damaged when the header was edited by somebody who did not know the vault key. */
export function checkSeal(header: VaultHeader, headerKey: Uint8Array): void {
  const expected = createHmac('sha256', headerKey).update(canonicalContent(header)).digest();
  if (!timingSafeEqual(expected, Buffer.from(header.seal, 'hex')))
    throw damaged('it was edited outside Casewright (its seal does not fit)');
}

/** The header as it would be written with other slots or fields, without checksum and seal. */
export function headerBodyOf(header: VaultHeader): HeaderBody {
  const { checksum: _checksum, seal: _seal, ...body } = header;
  return body;
}

function readHeaderFile(folder: string, name: string): string {
  const path = join(folder, name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readBounded(path));
  } catch (error) {
    if (error instanceof TypeError) throw damaged('it is not text in UTF-8');
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new FailureError('vault.missing', { folder });
    throw diskFailure(error, path);
  }
}

/** Whatever stands at the header's place (a link to an endless device, a pipe) can make us neither wait nor run out of memory. */
function readBounded(path: string): Buffer {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const status = fstatSync(handle);
    if (!status.isFile()) throw damaged('it is not an ordinary file');
    if (status.size > HEADER_LIMIT_BYTES) throw damaged(`it is ${status.size} bytes long`);
    const bytes = Buffer.alloc(status.size);
    return bytes.subarray(0, readFully(handle, bytes, 0));
  } finally {
    closeSync(handle);
  }
}

function parseHeader(text: string): VaultHeader {
  const raw = parseJson(text);
  // The checksum is looked at before the format number, or one flipped bit there would pass for a newer Casewright.
  if (typeof raw['checksum'] !== 'string' || raw['checksum'] !== hashOf(canonicalContent(raw)))
    throw damaged('its checksum does not fit its content');
  const format = raw['format'];
  if (typeof format === 'number' && Number.isInteger(format) && format > HEADER_FORMAT)
    throw new FailureError('vault.header-future', { format });
  const parsed = vaultHeader.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw damaged(`${issue?.path.join('.') || 'the header'} is out of its bounds`);
  }
  return parsed.data;
}

function parseJson(text: string): Record<string, unknown> {
  try {
    const raw: unknown = JSON.parse(text);
    if (raw !== null && typeof raw === 'object' && !Array.isArray(raw)) return { ...raw };
  } catch {
    // Said below, together with JSON of another shape.
  }
  throw damaged('it is cut short or is not JSON');
}

function canonicalContent(header: object): string {
  const { checksum: _checksum, seal: _seal, ...content } = header as Record<string, unknown>;
  const text = canonicalize(content);
  if (text === undefined) throw damaged('it cannot be written as canonical JSON');
  return text;
}

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

function damaged(problem: string): FailureError {
  return new FailureError('vault.header-damaged', { problem });
}
