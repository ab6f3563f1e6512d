/**
 * Bundles the command line, its core and its workers into .cache/command-line. It appears at once and whole, under a name
 * of its own, so that starts at the same moment do not meet, and one that still runs keeps the bundle it began with.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { bundles, markOf, sameMark, stampFile } from '../bootstrap/bundle.js';
import { root } from '../bootstrap/places.js';

/** These look for native code, WebAssembly or other files beside themselves. */
const OWN_FILES = ['better-sqlite3', '@node-rs/argon2', '@napi-rs/canvas', '@embedpdf/pdfium', 'pdfmake', 'fontkit'];

/** What may go into the bundle; and what says which packages do, and how they are put together. */
const SOURCES = ['electron/cli', 'electron/core', 'shared'];
const CIRCUMSTANCES = [
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
  'build/bootstrap/bundle.js',
  ...readdirSync(join(root, 'build/bundle')).map((name) => `build/bundle/${name}`),
  ...OWN_FILES.map((name) => `node_modules/${name}/package.json`),
];

/** A command that still runs may ask for a part of its bundle for the first time; none runs that long. */
const KEPT_MILLISECONDS = 24 * 3600e3;

const MAKING = 'making-';
const folder = join(root, bundles);
mkdirSync(folder, { recursive: true });
const work = mkdtempSync(join(folder, MAKING));
try {
  process.exitCode = (await makeBundle()) ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
removeOld();

/** @returns {Promise<boolean>} false when a source changed on the way: such a bundle is nobody's */
async function makeBundle() {
  const before = new Map([...SOURCES.flatMap(filesIn), ...CIRCUMSTANCES].map((path) => [path, markOf(join(root, path))]));
  const used = await bundleInto(work);
  // The pool looks for worker.js beside itself.
  writeFileSync(join(work, 'start.js'), withCompiledCode('./program.js'));
  writeFileSync(join(work, 'worker.js'), withCompiledCode('./thread.js'));
  const files = [...new Set([...used, ...CIRCUMSTANCES])];
  if (!files.every((path) => sameMark(before.get(path), markOf(join(root, path))))) return false;
  for (const path of filesIn(relative(root, work))) settle(join(root, path));
  // Made here, so that the folder is not written any more: its own mark then says that no part was taken out of it.
  mkdirSync(join(work, 'compiled'));
  const made = work.replace(MAKING, 'bundle-');
  renameSync(work, made);
  const marks = [...files, relative(root, made)].map((path) => [path, before.get(path) ?? markOf(join(root, path))]);
  const written = `${made}.json`;
  writeFileSync(written, JSON.stringify({ entry: relative(root, join(made, 'start.js')), files: Object.fromEntries(marks) }));
  settle(written);
  renameSync(written, join(root, stampFile));
  return true;
}

/** What V8 made of the code is kept beside it, and goes with it; each thread asks for that itself. @param {string} part */
function withCompiledCode(part) {
  return `import { enableCompileCache } from 'node:module';\nenableCompileCache(\`\${import.meta.dirname}/compiled\`);\nawait import('${part}');\n`;
}

/** On the disk before it is named: after a power cut a stamp must not vouch for an empty file. @param {string} path */
function settle(path) {
  const handle = openSync(path, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** @param {string} outDir @returns {Promise<readonly string[]>} the files of ours that went into it */
async function bundleInto(outDir) {
  /** @type {Set<string>} */
  const used = new Set();
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'silent',
    ssr: { external: OWN_FILES, noExternal: true, target: 'node' },
    plugins: [
      {
        name: 'what-was-used',
        generateBundle() {
          for (const path of this.getModuleIds()) {
            const [file = ''] = path.split('?');
            if (existsSync(file) && !file.includes(`${sep}node_modules${sep}`)) used.add(relative(root, file).split(sep).join('/'));
          }
        },
      },
    ],
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        // Its parts do nothing by being loaded, which it does not say itself: whoever reads a PDF needs a third of it.
        treeshake: { moduleSideEffects: [{ test: /[\\/]node_modules[\\/]pdf-lib[\\/]/, sideEffects: false }] },
        input: { program: join(root, 'electron/cli/index.ts'), thread: join(root, 'electron/core/workers/worker.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
      },
    },
  });
  return [...used];
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(root, join(one.parentPath, one.name)).split(sep).join('/'));
}

function removeOld() {
  for (const { name, parentPath } of readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    const path = join(parentPath, name);
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - made > KEPT_MILLISECONDS) rmSync(path, { recursive: true, force: true });
  }
}
