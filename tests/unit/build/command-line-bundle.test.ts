import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A checkout with the real launcher and bundler and our packages, whose command line says `words` and where it lies. */
function checkout(words: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-bundle-'));
  folders.push(folder);
  for (const path of ['build/casewright.js', 'build/bootstrap', 'build/bundle', 'package.json', 'package-lock.json'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  write(folder, 'electron/core/workers/worker.ts', 'export const worker: number = 1;\n');
  write(
    folder,
    'electron/cli/index.ts',
    "import { words } from '../../shared/words.ts';\nconsole.log(words);\nconsole.log(import.meta.url);\n",
  );
  writeWords(folder, words);
  return folder;
}

function writeWords(folder: string, words: string): void {
  write(folder, 'shared/words.ts', `export const words: string = '${words}';\n`);
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

interface Started {
  readonly words: string;
  readonly bundled: boolean;
  readonly problem: string;
}

function start(folder: string): Promise<Started> {
  return new Promise((resolve, reject) => {
    // Where whoever starts it keeps compiled code somewhere already, that is where it stays.
    const { NODE_COMPILE_CACHE: _elsewhere, ...env } = process.env;
    const child = spawn(process.execPath, [join(folder, 'build/casewright.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let problem = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => void (said += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => void (problem += chunk));
    child.on('error', reject);
    child.on('close', () => {
      const [words = '', place = ''] = said.split('\n');
      resolve({ words, bundled: place.includes('/.cache/command-line/bundle-'), problem });
    });
  });
}

const bundled = (words: string): Started => ({ words, bundled: true, problem: '' });
const stampOf = (folder: string): string => join(folder, '.cache/command-line/current.json');
const readStamp = (folder: string): { readonly entry: string } => JSON.parse(readFileSync(stampOf(folder), 'utf8'));

describe('the bundle of the command line', () => {
  it('is made at the first start and used again as long as nothing changes', async () => {
    const folder = checkout('seven lamps');
    expect(await start(folder)).toEqual(bundled('seven lamps'));
    const { entry } = readStamp(folder);
    expect(await start(folder)).toEqual(bundled('seven lamps'));
    expect(readStamp(folder).entry).toBe(entry);
    expect(readdirSync(join(folder, dirname(entry), 'compiled'))).not.toEqual([]);
  });

  it('shows a changed source at the next start, even one of the same length that claims to be as old', async () => {
    const folder = checkout('seven lamps');
    await start(folder);
    const source = join(folder, 'shared/words.ts');
    const { atime, mtime } = statSync(source);
    writeWords(folder, 'seven maple');
    utimesSync(source, atime, mtime);
    expect(await start(folder)).toEqual(bundled('seven maple'));
  });

  it('is made anew when another package is installed, or when the way it is made changes', async () => {
    const folder = checkout('seven lamps');
    await start(folder);
    for (const path of ['package-lock.json', 'build/bundle/command-line.js']) {
      const { entry } = readStamp(folder);
      writeFileSync(join(folder, path), '\n', { flag: 'a' });
      expect(await start(folder)).toEqual(bundled('seven lamps'));
      expect(readStamp(folder).entry).not.toBe(entry);
    }
  });

  it('is never run half-written: not without a stamp, not by half a stamp, not without one of its parts', async () => {
    const folder = checkout('seven lamps');
    write(folder, '.cache/command-line/making-abc/start.js', "console.log('half');");
    write(folder, '.cache/command-line/bundle-abc/start.js', "console.log('half');");
    expect(await start(folder)).toEqual(bundled('seven lamps'));
    const whole = readFileSync(stampOf(folder), 'utf8');
    writeFileSync(stampOf(folder), whole.slice(0, whole.length / 2));
    expect(await start(folder)).toEqual(bundled('seven lamps'));
    rmSync(join(folder, dirname(readStamp(folder).entry), 'program.js'));
    expect(await start(folder)).toEqual(bundled('seven lamps'));
  });

  it('is made by several starts at once without harm', async () => {
    const folder = checkout('seven lamps');
    const started = await Promise.all([start(folder), start(folder), start(folder)]);
    expect(started).toEqual([bundled('seven lamps'), bundled('seven lamps'), bundled('seven lamps')]);
    expect(await start(folder)).toEqual(bundled('seven lamps'));
  });

  it('gives way to the sources where nothing can be written', async () => {
    const folder = checkout('seven lamps');
    write(folder, '.cache', 'in the way');
    expect(await start(folder)).toEqual({ ...bundled('seven lamps'), bundled: false });
  });

  it('leaves it to the sources to say what is wrong with them, and comes back once they are mended', async () => {
    const folder = checkout('seven lamps');
    await start(folder);
    write(folder, 'shared/words.ts', 'export const words: string = ;\n');
    const broken = await start(folder);
    expect(broken.words).toBe('');
    expect(broken.problem).toMatch(/words\.ts[\s\S]*Syntax/);
    writeWords(folder, 'eight lamps');
    expect(await start(folder)).toEqual(bundled('eight lamps'));
  });
});
