import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a person runs: the launcher, and by it the bundle. */
const entry = fileURLToPath(new URL('../../build/casewright.js', import.meta.url));

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSON. */
  json<T = Record<string, unknown>>(): T;
}

export interface RunOptions {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the real command line in a process of its own; standard input is not a terminal. */
export function runCasewright(given: readonly string[], { cwd, environment = {} }: RunOptions): Promise<Finished> {
  return finish(process.execPath, [entry, ...given], cwd, environment);
}

/** The same under a terminal of its own; `type` is entered once `prompt` is shown. */
export function runInTerminal(given: readonly string[], { cwd }: RunOptions, prompt: string, type: string): Promise<Finished> {
  const command = [process.execPath, entry, ...given].map((part) => `'${part.replaceAll("'", "'\\''")}'`).join(' ');
  return finish('script', ['-qec', command, '/dev/null'], cwd, {}, { prompt, type });
}

function finish(
  program: string,
  given: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>,
  answer?: { readonly prompt: string; readonly type: string },
): Promise<Finished> {
  const {
    CASEWRIGHT_PASSPHRASE: _passphrase,
    CASEWRIGHT_LANGUAGE: _language,
    npm_lifecycle_event: _script,
    INIT_CWD: _folder,
    ...own
  } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(program, given, { cwd, env: { ...own, ...environment }, stdio: [answer ? 'pipe' : 'ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    let answered = false;
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      if (!answer || answered || !stdout.includes(answer.prompt)) return;
      answered = true;
      child.stdin?.write(answer.type);
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => void (stderr += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr, json: () => JSON.parse(stdout) }));
  });
}
