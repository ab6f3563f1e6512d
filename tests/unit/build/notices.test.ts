import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), 'utf8');

describe('the third-party notices', () => {
  const notices = read('THIRD-PARTY-NOTICES.md');
  const sections = notices.split(/^## /m).slice(1);

  it('name every package the product is made of, by its real name and version', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { readonly dependencies: Readonly<Record<string, string>> };
    const named = sections.flatMap((section) => (section.split('\n')[0] as string).split(', '));
    for (const [name, version] of Object.entries(dependencies)) {
      const [, real = name, exact = version] = /^npm:(.+)@(.+)$/.exec(version) ?? [];
      expect(named).toContain(`${real} ${exact}`);
    }
  });

  it('give for each a licence, and none that would forbid what we do with it', () => {
    for (const section of sections) {
      const licence = section.split('\n')[2] as string;
      expect(licence, section.slice(0, 80)).not.toBe('');
      expect(licence).not.toMatch(/\b(A?GPL|SSPL|BUSL|UNLICENSED)\b/i);
    }
  });
});
