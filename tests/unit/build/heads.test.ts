import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Shelves whose folders only repeat the rooms of another: one head says it for all. */
const SHELVES = ['electron/core/vault/database/tables', 'shared/locales'];

function rooms(): readonly string[] {
  const files = ['electron', 'renderer', 'shared'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((file) => `${top}/${file.replaceAll('\\', '/')}`),
  );
  const folders = files.filter((file) => /\.tsx?$/.test(file)).map((file) => dirname(file));
  return [...new Set(folders.map((folder) => SHELVES.find((shelf) => folder.startsWith(`${shelf}/`)) ?? folder))].toSorted();
}

/** The head of a room stands in its door where it has one, else in a page of its own. */
function headOf(room: string): string {
  const [page, door] = [join(root, room, 'README.md'), join(root, room, 'index.ts')];
  if (existsSync(page)) return readFileSync(page, 'utf8');
  return existsSync(door) ? (/^\/\*\*[\s\S]*?\*\//.exec(readFileSync(door, 'utf8'))?.[0] ?? '') : '';
}

describe('every room', () => {
  it.each(rooms())('%s says at its head what it is', (room) => {
    expect(headOf(room).length).toBeGreaterThan(60);
  });
});
