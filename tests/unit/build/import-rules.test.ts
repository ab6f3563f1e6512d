import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { checkImports } from '../../../build/layers/check-imports.js';
import { DOMAIN_LADDER } from '../../../build/layers/domain-ladder.js';
import { importRules } from '../../../build/layers/import-rules.js';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A tree of tiny files; each imports what is listed for it. Packages and files that are imported exist as well. */
function tree(files: Readonly<Record<string, readonly string[]>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-rules-'));
  folders.push(folder);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: 'a' });
  };
  write(
    'package.json',
    JSON.stringify({ type: 'module', dependencies: { zod: '1', electron: '1', 'better-sqlite3': '1' }, devDependencies: { vitest: '1' } }),
  );
  for (const [path, imports] of Object.entries(files)) {
    for (const [index, target] of imports.entries()) {
      const local = target.includes('/') && !target.startsWith('node:');
      if (local) write(target, 'export const there = 1;\n');
      else if (!target.startsWith('node:')) {
        write(`node_modules/${target}/index.js`, 'export const there = 1;\n');
        writeFileSync(
          join(folder, `node_modules/${target}/package.json`),
          JSON.stringify({ name: target, type: 'module', main: 'index.js' }),
        );
      }
      const up = '../'.repeat(path.split('/').length - 1);
      const from = local ? (up || './') + target : target;
      // A style sheet is imported for what it does to the screen, and gives nothing.
      if (target.endsWith('.css')) write(path, `import '${from}';\nexport const dressed${index} = true;\n`);
      else write(path, `import * as part${index} from '${from}';\nexport const use${index} = part${index};\n`);
    }
  }
  return folder;
}

async function broken(files: Readonly<Record<string, readonly string[]>>): Promise<readonly string[]> {
  const { violations, unseen } = await checkImports(tree(files));
  expect(unseen).toEqual([]);
  return [...new Set(violations.map((violation) => violation.rule))].toSorted();
}

/** For each rule a file that breaks it, and one beside it that may do what it does. */
const BREACHES: Readonly<Record<string, { readonly file: string; readonly may: readonly string[]; readonly mustNot: readonly string[] }>> =
  {
    'shared-stands-alone': {
      file: 'shared/a.ts',
      may: ['zod', 'shared/b.ts'],
      mustNot: ['node:crypto', 'react', 'electron/core/version.ts'],
    },
    'domain-knows-no-machine': {
      file: 'electron/core/domain/a.ts',
      may: ['shared/b.ts', 'zod'],
      mustNot: ['node:fs', 'electron/core/vault/b.ts', 'fflate'],
    },
    ...Object.fromEntries(
      Object.entries(DOMAIN_LADDER).map(([room, { asks }]) => [
        `domain-ladder-${room}`,
        {
          file: `electron/core/domain/${room}/a.ts`,
          may: [
            `electron/core/domain/${room}/b.ts`,
            'electron/core/domain/ports/index.ts',
            ...asks.map((below) => `electron/core/domain/${below}/index.ts`),
          ],
          mustNot: Object.keys(DOMAIN_LADDER)
            .filter((other) => other !== room && !asks.includes(other))
            .map((other) => `electron/core/domain/${other}/index.ts`),
        },
      ]),
    ),
    'domain-rooms-have-one-door': {
      file: 'electron/core/domain/events/a.ts',
      may: ['electron/core/domain/events/b.ts', 'electron/core/domain/case/index.ts', 'electron/core/domain/ports/work.ts'],
      mustNot: ['electron/core/domain/case/b.ts', 'electron/core/domain/case/deep/index.js'],
    },
    'domain-is-entered-by-its-doors': {
      file: 'electron/core/handlers/a.ts',
      may: ['electron/core/domain/case/index.ts'],
      mustNot: ['electron/core/domain/case/b.ts'],
    },
    'time-has-one-door': {
      file: 'electron/core/a.ts',
      may: ['shared/time/index.ts'],
      mustNot: ['shared/time/zone.ts', 'shared/time/phrase/read.ts'],
    },
    'handlers-only-pass-on': {
      file: 'electron/core/handlers/a.ts',
      may: ['electron/core/domain/case/index.ts', 'electron/core/release/b.ts', 'shared/b.ts'],
      mustNot: ['electron/core/vault/b.ts', 'electron/core/readers/b.ts', 'better-sqlite3'],
    },
    'handlers-touch-no-machine': {
      file: 'electron/core/handlers/a.ts',
      may: ['electron/core/domain/case/index.ts'],
      mustNot: ['node:fs', 'node:child_process'],
    },
    'vault-decides-nothing': {
      file: 'electron/core/vault/a.ts',
      may: ['electron/core/domain/ports/index.ts', 'node:fs', 'node:crypto', 'better-sqlite3'],
      mustNot: ['electron/core/domain/b.ts', 'electron/core/handlers/b.ts'],
    },
    'readers-see-no-vault': {
      file: 'electron/core/readers/a.ts',
      may: ['fflate', 'shared/b.ts'],
      mustNot: ['electron/core/vault/b.ts', 'electron/core/domain/b.ts'],
    },
    'readers-start-nothing': {
      file: 'electron/core/readers/a.ts',
      may: ['node:buffer'],
      mustNot: ['node:child_process', 'node:net', 'node:https'],
    },
    'readers-run-in-threads': {
      file: 'electron/core/release/a.ts',
      may: ['electron/core/tasks/exhibit.ts', 'electron/core/domain/ports/index.ts'],
      mustNot: ['electron/core/readers/read.ts', 'electron/core/readers/pdf/pdf.ts'],
    },
    'tasks-are-types': {
      file: 'electron/core/tasks/a.ts',
      may: ['electron/core/tasks/b.ts', 'shared/b.ts'],
      mustNot: ['electron/core/readers/b.ts', 'electron/core/domain/ports/index.ts', 'electron/core/print/b.ts', 'node:fs', 'zod'],
    },
    'foreign-pages-run-in-threads': {
      file: 'electron/core/print/case-file/a.ts',
      may: ['electron/core/print/press/b.ts'],
      mustNot: ['electron/core/print/foreign/b.ts'],
    },
    'foreign-pages-open-no-vault': {
      file: 'electron/core/print/foreign/a.ts',
      may: ['electron/core/readers/pdf/pdf-engine.ts', 'electron/core/print/press/b.ts', 'electron/core/tasks/pages.ts'],
      mustNot: ['electron/core/vault/door.ts', 'electron/core/release/b.ts', 'electron/core/print/case-file/b.ts', 'better-sqlite3'],
    },
    'print-opens-no-vault': {
      file: 'electron/core/print/press/a.ts',
      may: ['electron/core/tasks/print.ts', 'electron/core/verifier/manifest.ts', 'shared/b.ts', 'node:fs', 'pdf-lib'],
      mustNot: [
        'electron/core/vault/database/database.ts',
        'electron/core/vault/door.ts',
        'electron/core/readers/b.ts',
        'electron/core/domain/ports/index.ts',
        'electron/core/release/b.ts',
        'better-sqlite3',
      ],
    },
    'only-release-has-both': {
      file: 'electron/core/handlers/a.ts',
      may: ['electron/core/release/b.ts', 'electron/core/domain/case/index.ts'],
      mustNot: ['electron/core/print/b.ts', 'electron/core/print/press/b.ts'],
    },
    'verifier-runs-anywhere': {
      file: 'electron/core/verifier/a.ts',
      may: ['electron/core/verifier/b.ts', 'shared/b.ts', 'pkijs', 'node:crypto'],
      mustNot: [
        'electron/core/vault/ledger/b.ts',
        'electron/core/tasks/b.ts',
        'electron/core/print/b.ts',
        'node:fs',
        'node:fs/promises',
        'node:https',
        'node:worker_threads',
      ],
    },
    'vault-has-one-door': {
      file: 'electron/core/timeline-files/a.ts',
      may: ['electron/core/vault/door.ts', 'electron/core/disk/durable.ts'],
      mustNot: ['electron/core/vault/enter.ts', 'electron/core/vault/folder/b.ts', 'electron/core/vault/keys/slots.ts'],
    },
    'threads-seal-and-read': {
      file: 'electron/core/workers/registry.ts',
      may: [
        'electron/core/vault/objects/sealing.ts',
        'electron/core/readers/read.ts',
        'electron/core/readers/logs/log-row.ts',
        'electron/core/print/b.ts',
      ],
      mustNot: ['electron/core/vault/keys/slots.ts', 'electron/core/vault/door.ts', 'electron/core/readers/pdf/pdf.ts'],
    },
    'vault-folder-is-the-ground': {
      file: 'electron/core/vault/folder/a.ts',
      may: ['electron/core/vault/folder/b.ts', 'electron/core/disk/durable.ts', 'node:fs'],
      mustNot: ['electron/core/vault/keys/b.ts', 'electron/core/vault/database/b.ts', 'electron/core/vault/enter.ts'],
    },
    'vault-ground-knows-no-ledger': {
      file: 'electron/core/vault/objects/a.ts',
      may: ['electron/core/vault/folder/b.ts', 'electron/core/vault/keys/b.ts', 'electron/core/vault/database/b.ts'],
      mustNot: ['electron/core/vault/ledger/b.ts', 'electron/core/vault/enter.ts'],
    },
    'ledger-knows-no-opening': {
      file: 'electron/core/vault/ledger/a.ts',
      may: ['electron/core/vault/keys/b.ts', 'electron/core/vault/database/b.ts'],
      mustNot: ['electron/core/vault/objects/b.ts', 'electron/core/vault/vault.ts'],
    },
    'only-the-vault-speaks-sql': { file: 'electron/core/print/a.ts', may: ['zod'], mustNot: ['better-sqlite3'] },
    'core-without-electron': { file: 'electron/core/a.ts', may: ['node:fs'], mustNot: ['electron', 'electron/main/b.ts', 'renderer/b.ts'] },
    'cli-asks-the-core': {
      file: 'electron/cli/a.ts',
      may: ['electron/core/index.ts', 'electron/cli/b.ts', 'shared/b.ts', 'zod'],
      mustNot: ['electron/core/version.ts', 'electron/core/vault/b.ts', 'electron/core/sample/build.ts'],
    },
    'core-does-not-know-its-callers': { file: 'electron/core/a.ts', may: ['shared/b.ts'], mustNot: ['electron/cli/b.ts'] },
    'main-asks-the-core-by-message': {
      file: 'electron/main/a.ts',
      may: ['shared/b.ts', 'electron', 'node:path'],
      mustNot: ['electron/core/b.ts', 'renderer/b.ts'],
    },
    'preload-is-two-functions': { file: 'electron/preload/a.ts', may: ['electron', 'shared/b.ts'], mustNot: ['node:fs', 'fflate'] },
    'renderer-asks-by-name': {
      file: 'renderer/a.ts',
      may: ['react', 'shared/b.ts'],
      mustNot: ['electron', 'electron/core/b.ts', 'electron/main/b.ts'],
    },
    'renderer-without-node': { file: 'renderer/a.ts', may: ['react'], mustNot: ['node:path'] },
    'features-know-no-feature': {
      file: 'renderer/features/people/a.tsx',
      may: ['renderer/features/people/b.css', 'renderer/parts/event/b.ts', 'renderer/ask/b.ts', 'renderer/ui/b.css'],
      mustNot: ['renderer/features/timeline/b.ts', 'renderer/features/timeline/b.css', 'renderer/app/b.tsx'],
    },
    'parts-know-no-screen': {
      file: 'renderer/parts/event/a.tsx',
      may: ['renderer/parts/exhibit/b.ts', 'renderer/parts/event/b.css', 'renderer/ask/b.ts', 'renderer/ui/b.tsx'],
      mustNot: ['renderer/features/timeline/b.ts', 'renderer/features/timeline/b.css', 'renderer/app/b.css'],
    },
    'ask-knows-no-piece': {
      file: 'renderer/ask/a.tsx',
      may: ['renderer/ask/b.css', 'renderer/ui/b.tsx', 'shared/contract/b.ts'],
      mustNot: ['renderer/parts/event/b.tsx', 'renderer/parts/event/b.css', 'renderer/features/timeline/b.ts', 'renderer/app/b.tsx'],
    },
    'ui-has-no-data': {
      file: 'renderer/ui/a.tsx',
      may: ['renderer/ui/b.css', 'shared/locales/index.ts', 'react'],
      mustNot: ['renderer/ask/b.ts', 'renderer/parts/event/b.css', 'renderer/features/people/b.css', 'shared/contract/b.ts'],
    },
    'migrations-are-frozen': {
      file: 'electron/core/vault/database/migrations/0001-first.ts',
      may: ['electron/core/vault/database/migrations/migration.ts'],
      mustNot: ['electron/core/vault/database/database.ts', 'shared/b.ts'],
    },
    'product-without-its-tools': { file: 'shared/a.ts', may: ['shared/b.ts'], mustNot: ['tests/support/b.ts', 'build/bundle/b.ts'] },
    'product-without-development-packages': { file: 'electron/core/a.ts', may: ['zod'], mustNot: ['vitest'] },
    'bootstrap-needs-nothing': { file: 'build/bootstrap/a.js', may: ['node:fs', 'build/bootstrap/b.js'], mustNot: ['zod', 'shared/b.js'] },
  };

describe('the import rules', () => {
  it('each say why, and each have a breach below', () => {
    for (const rule of importRules) expect(rule.comment.length, rule.name).toBeGreaterThan(40);
    expect([...Object.keys(BREACHES), 'no-cycles'].toSorted()).toEqual(importRules.map((rule) => rule.name).toSorted());
  });

  it('are a ladder: a room of the domain asks only rooms whose rows stand above its own', () => {
    const above = new Set<string>();
    for (const [room, { asks }] of Object.entries(DOMAIN_LADDER)) {
      expect(
        asks.filter((below) => !above.has(below)),
        room,
      ).toEqual([]);
      above.add(room);
    }
  });

  it('find two files that need each other', async () => {
    expect(await broken({ 'shared/a.ts': ['shared/b.ts'], 'shared/b.ts': ['shared/a.ts'] })).toEqual(['no-cycles']);
  });

  for (const [rule, { file, may, mustNot }] of Object.entries(BREACHES)) {
    it(`${rule}: ${file} may import ${may.join(', ')}`, async () => {
      expect(await broken({ [file]: may })).toEqual([]);
    });
    for (const target of mustNot)
      it(`${rule}: ${file} must not import ${target}`, async () => {
        expect(await broken({ [file]: [target] })).toContain(rule);
      });
  }

  it('look at every source file of the product', async () => {
    const { seen, unseen } = await checkImports(fileURLToPath(new URL('../../..', import.meta.url)));
    // Well below what there is; a cruise that understands no TypeScript sees next to nothing.
    expect(seen).toBeGreaterThan(250);
    expect(unseen).toEqual([]);
  });
});
