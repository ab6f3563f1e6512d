import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Everything a file brings along when it is loaded, itself included; what is imported as type or only when wanted brings nothing. */
function loadedWith(file: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  if (!/\.tsx?$/.test(file)) return loaded;
  for (const [statement, target = ''] of readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export)\s[^;]*?'([^']+)';$/gm)) {
    const named = /^import\s*\{([^}]*)\}/
      .exec(statement)?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '');
    if (/^(?:import|export) type\s/.test(statement) || named?.every((name) => name.trim().startsWith('type '))) continue;
    loadedWith(target.startsWith('.') ? normalize(join(dirname(file), target)) : target, loaded);
  }
  return loaded;
}

describe('what is read before a passphrase can be typed', () => {
  const loaded = loadedWith('renderer/app/main.tsx');

  it('is the lock screen, and neither the router nor a schema', () => {
    expect([...loaded]).toContain('renderer/features/vault/UnlockVault.tsx');
    expect([...loaded].filter((file) => /^(zod|@tanstack\/react-router|@tanstack\/react-virtual)$/.test(file))).toEqual([]);
    expect([...loaded].filter((file) => /^(shared\/contract|renderer\/parts)\//.test(file))).toEqual([]);
  });

  it('is where the bundler is told to look for it', () => {
    const config = readFileSync(join(root, 'build/bundle/electron.vite.config.ts'), 'utf8');
    const told = [...config.matchAll(/'(renderer|shared)\/([\w/]*)\(([\w|]+)\)/g)].flatMap(([, top = '', inside = '', names = '']) =>
      names.split('|').map((name) => join(top, inside, name)),
    );
    expect(told.length).toBeGreaterThan(8);
    const found = (start: string) => ['', '.ts', '.tsx'].some((end) => existsSync(join(root, start + end)));
    expect(told.filter((start) => !found(start))).toEqual([]);
  });
});
