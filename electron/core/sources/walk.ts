import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, resolve, sep } from 'node:path';
import { describeFailure, type Failure, FailureError } from '../../../shared/result.ts';
import type { OfferedFile, RefusedPath, WalkSources } from '../domain/evidence/index.ts';

/** Which files make a folder a vault. */
const VAULT_FILES = ['vault.json', 'case.db'].map((name) => Buffer.from(name));

type Found = OfferedFile | RefusedPath;

/** Implements `WalkSources` on the file system. Depth is bounded by the longest path the system allows. */
export const walkSources: WalkSources = async (paths, signal) => {
  const found: Found[] = [];
  for (const path of paths) await look(Buffer.from(resolve(path)), found, signal);
  return found;
};

async function look(raw: Buffer, found: Found[], signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw new FailureError('job.cancelled');
  const path = readable(raw);
  let stats: Stats;
  try {
    stats = await lstat(raw);
  } catch (error) {
    found.push({ kind: 'refused', path, failure: refusal(error, path) });
    return;
  }
  if (stats.isDirectory()) await lookInside(raw, path, found, signal);
  else if (stats.isSymbolicLink()) found.push({ kind: 'refused', path, failure: describeFailure('exhibit.source-link', { path }) });
  else if (!stats.isFile()) found.push({ kind: 'refused', path, failure: describeFailure('exhibit.source-special', { path }) });
  else
    found.push({
      kind: 'file',
      path,
      rawPath: isReadable(raw) ? null : new Uint8Array(raw),
      fileName: basename(path),
      bytes: stats.size,
      modifiedAt: Math.floor(stats.mtimeMs),
    });
}

async function lookInside(raw: Buffer, path: string, found: Found[], signal: AbortSignal): Promise<void> {
  let names: Buffer[];
  try {
    // Names come as bytes: a string would already have lost what is not UTF-8.
    const entries: Dirent<Buffer>[] = await readdir(raw, { withFileTypes: true, encoding: 'buffer' });
    names = entries.map((entry) => entry.name).sort(Buffer.compare);
  } catch (error) {
    found.push({ kind: 'refused', path, failure: refusal(error, path) });
    return;
  }
  // A case folder often holds the vault itself: sealing a vault into itself would only ever grow it.
  if (VAULT_FILES.every((file) => names.some((name) => name.equals(file)))) {
    found.push({ kind: 'refused', path, failure: describeFailure('exhibit.source-vault', { path }) });
    return;
  }
  const folder = raw.at(-1) === sep.charCodeAt(0) ? raw : Buffer.concat([raw, Buffer.from(sep)]);
  for (const name of names) await look(Buffer.concat([folder, name]), found, signal);
}

function refusal(error: unknown, path: string): Failure {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return describeFailure('exhibit.source-missing', { path });
  if (code === 'EACCES' || code === 'EPERM') return describeFailure('disk.denied', { path });
  return describeFailure('disk.failed', { path, problem: code ?? 'unknown' });
}

function isReadable(raw: Buffer): boolean {
  return Buffer.from(raw.toString('utf8')).equals(raw);
}

/** The path as text; every byte that is not UTF-8 as \xNN. */
function readable(raw: Buffer): string {
  if (isReadable(raw)) return raw.toString('utf8');
  let text = '';
  for (let at = 0; at < raw.length; ) {
    const width = [1, 2, 3, 4].find((count) => at + count <= raw.length && isReadable(raw.subarray(at, at + count)));
    text += width === undefined ? `\\x${raw.subarray(at, at + 1).toString('hex')}` : raw.subarray(at, at + width).toString('utf8');
    at += width ?? 1;
  }
  return text;
}
