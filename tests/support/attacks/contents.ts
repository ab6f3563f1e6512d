import { createHash, sign } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import canonicalize from 'canonicalize';
import { createSigningKey } from '../../../electron/core/vault/keys/identity.ts';
import { formatCheckpoint } from '../../../electron/core/vault/ledger/checkpoint.ts';
import { appendLeaf, hashLeaf, memoryNodes, rootOf } from '../../../electron/core/vault/ledger/merkle.ts';
import type { ManifestOfForm2 } from '../../../electron/core/verifier/manifest.ts';
import type { VaultId } from '../../../shared/model/identifier.ts';
import type { Chain, LedgerBody } from '../../../shared/model/ledger.ts';
import type { Attack } from './attack.ts';
import { change, type FileModel, objectWith, putTogether, stream } from './file-model.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
/** Without its guards: an attacker writes what he likes. */
export type Loose<T> = { -readonly [K in keyof T]: T[K] extends string | number | boolean | null ? T[K] : Loose<T[K]> };
export type LooseManifest = Loose<ManifestOfForm2> & Record<string, unknown>;
export type Body = Loose<LedgerBody> & Record<string, unknown>;

/** The numbers of an attached file's specification and of its data. */
function placeOf(model: FileModel, name: string): number {
  const hex = Buffer.from(name, 'utf16le').swap16().toString('hex').toUpperCase();
  const { body } = objectWith(model, new RegExp(`^<<\\n/Type /Filespec[^]*${hex}`));
  return Number(/\/F (\d+) 0 R/.exec(body)?.[1]);
}

export function readAttached(model: FileModel, name: string): string {
  const body = model.objects.find(({ number }) => number === placeOf(model, name))?.body ?? '';
  const data = body.slice(body.indexOf('\nstream\n') + 8, -'\nendstream'.length);
  return inflateSync(Buffer.from(data, 'latin1')).toString('utf8');
}

function attach(model: FileModel, name: string, bytes: Buffer): FileModel {
  return change(model, placeOf(model, name), (body) => {
    const dictionary = body
      .slice(3, body.indexOf('/Length'))
      .replace(/\/Size \d+/, `/Size ${bytes.length}`)
      .replace(/\/CheckSum <[0-9A-Fa-f]+>/, `/CheckSum <${createHash('md5').update(bytes).digest('hex')}>`);
    const rest = body.slice(body.indexOf('/Length'), body.indexOf('>>\nstream')).replace(/\/Length \d+\n/, '');
    return stream(`${dictionary}${rest}`, deflateSync(bytes).toString('latin1'));
  });
}

/** What the manifest says of all that stands before its own object. */
function writtenBefore({ header, objects }: FileModel, own: number): { readonly bytes: number; readonly sha256: string } {
  const before = objects.slice(
    0,
    objects.findIndex(({ number }) => number === own),
  );
  const bytes = Buffer.from(`${header}${before.map(({ number, body }) => `${number} 0 obj\n${body}\nendobj\n`).join('')}`, 'latin1');
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Writes other bytes as the manifest, and signs the file. */
export const withManifestBytes =
  (by: (text: string) => string | Buffer): Attack['build'] =>
  ({ model, identity }) =>
    putTogether(attach(model, 'manifest.json', Buffer.from(by(readAttached(model, 'manifest.json')))), identity);

/** Changes the manifest, and writes it as it must be written. */
export const inManifest = (by: (manifest: LooseManifest) => void): Attack['build'] =>
  withManifestBytes((text) => {
    const manifest = JSON.parse(text) as LooseManifest;
    by(manifest);
    return canonicalize(manifest) as string;
  });

/** Writes another ledger, which the manifest names; its counts stay unless `by` changes them. */
export const withLedger =
  (by: (lines: string[], manifest: LooseManifest) => readonly string[] | string | Buffer): Attack['build'] =>
  ({ model, identity }) => {
    const manifest = JSON.parse(readAttached(model, 'manifest.json')) as LooseManifest;
    const written = by(readAttached(model, 'ledger.jsonl').split('\n').slice(0, -1), manifest);
    const bytes = Buffer.from(Array.isArray(written) ? written.map((line) => `${String(line)}\n`).join('') : (written as string));
    const sha256 = createHash('sha256').update(bytes).digest('hex') as never;
    manifest.ledger.sha256 = sha256;
    Object.assign(manifest.attachments[0] ?? {}, { sha256, bytes: bytes.length });
    const changed = attach(model, 'ledger.jsonl', bytes);
    Object.assign(manifest.before, writtenBefore(changed, placeOf(changed, 'manifest.json')));
    return putTogether(attach(changed, 'manifest.json', Buffer.from(canonicalize(manifest) as string)), identity);
  };

/** Changes one line as JSON, and writes it canonically. */
export const inLine = (index: number, by: (line: Record<string, Json>) => void): Attack['build'] =>
  withLedger((lines) =>
    lines.map((line, at) => {
      if (at !== (index < 0 ? lines.length + index : index)) return line;
      const value = JSON.parse(line) as Record<string, Json>;
      by(value);
      return canonicalize(value) as string;
    }),
  );

/**
 * Writes the whole ledger anew, as whoever holds a vault can: every entry signed, every link, the roots and the checkpoint right. What
 * is wrong in it is only what `by` did to the entries.
 */
export const withForgedLedger = (
  by: (custody: Body[], audit: Body[], manifest: LooseManifest) => void,
  after: (forged: { readonly lines: string[]; readonly manifest: LooseManifest }) => readonly string[] = ({ lines }) => lines,
): Attack['build'] =>
  withLedger((lines, manifest) => {
    const bodies = lines.map((line) => (JSON.parse(line) as { body: Body }).body);
    const [custody, audit] = (['custody', 'audit'] as const).map((chain) => bodies.filter((one) => one.chain === chain)) as [
      Body[],
      Body[],
    ];
    const [actor, log] = [createSigningKey(), createSigningKey()];
    const publicKey = Buffer.from(actor.publicKey).toString('base64');
    Object.assign(audit[0]?.detail ?? {}, { publicKey, checkpointKey: Buffer.from(log.publicKey).toString('base64') });
    by(custody, audit, manifest);
    const written: string[] = [];
    const heads = [...[['custody', custody] as const, ['audit', audit] as const]].map(([chain, entries]) => {
      const nodes = memoryNodes();
      let previous = '0'.repeat(64);
      for (const [index, entry] of entries.entries()) {
        const canonical = canonicalize({ ...entry, previous }) as string;
        previous = createHash('sha256').update(canonical).digest('hex');
        const signature = sign(null, Buffer.from(canonical), actor.key).toString('base64');
        appendLeaf(nodes, index, hashLeaf(canonical));
        written.push(`{"body":${canonical},"hash":"${previous}","publicKey":"${publicKey}","signature":"${signature}"}`);
      }
      return { chain: chain as Chain, size: entries.length, root: Buffer.from(rootOf(nodes, entries.length)).toString('base64') };
    });
    manifest.ledger.heads = heads as never;
    manifest.ledger.entries = written.length;
    manifest.ledger.checkpoint = heads.map((head) => formatCheckpoint(manifest.vault as VaultId, head, log)).join('\n');
    return after({ lines: written, manifest });
  });

/** Numbers the entries from 1 on. */
export function renumber(entries: Body[]): void {
  for (const [index, entry] of entries.entries()) entry.sequence = index + 1;
}
