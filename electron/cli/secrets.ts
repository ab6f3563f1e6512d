import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { CommandError, type SecretName, UsageError } from './command.ts';
import { word } from './words.ts';

interface SecretSource {
  readonly variable: string;
  readonly option: string;
}

const sources: Readonly<Record<SecretName, SecretSource>> = {
  passphrase: { variable: 'CASEWRIGHT_PASSPHRASE', option: 'passphrase-file' },
  'new-passphrase': { variable: 'CASEWRIGHT_NEW_PASSPHRASE', option: 'new-passphrase-file' },
  'recovery-code': { variable: 'CASEWRIGHT_RECOVERY_CODE', option: 'recovery-code-file' },
  certificate: { variable: 'CASEWRIGHT_CERTIFICATE_PASSPHRASE', option: 'certificate-passphrase-file' },
};

/** Taken out of the environment at once, so that no other process is started with them. */
const variables = new Map(Object.values(sources).map(({ variable }) => [variable, takeVariable(variable)]));

/**
 * A secret from a file named by an option, from the environment, or from a hidden prompt; with `twice` the prompt asks again.
 * Throws UsageError where there is none of them.
 */
export async function readSecret(name: SecretName, file: string | undefined, twice: boolean): Promise<string> {
  const { variable, option } = sources[name];
  const what = word(`secret.${name}`);
  const given = file === undefined ? variables.get(variable) : await readSecretFile(file, what);
  // A PKCS#12 file may be closed with no passphrase at all; a vault may not.
  if (given !== undefined) return name === 'certificate' ? given : nonEmpty(given, what);
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new UsageError(word('problem.secret-missing', { what, variable, option: `--${option}` }));
  const typed = await prompt(word('prompt', { what }));
  const entered = name === 'certificate' ? typed : nonEmpty(typed, what);
  if (twice && (await prompt(word('prompt.again', { what }))) !== entered)
    throw new CommandError('secret.differs', word('problem.secret-differs'));
  return entered;
}

export function secretOption(name: SecretName): string {
  return sources[name].option;
}

function takeVariable(name: string): string | undefined {
  const value = process.env[name];
  delete process.env[name];
  return value;
}

async function readSecretFile(path: string, what: string): Promise<string> {
  try {
    const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
    return text.split(/\r?\n/, 1)[0] ?? '';
  } catch (error) {
    throw new CommandError('secret.unreadable', word('problem.secret-file', { what, path }), { cause: error });
  }
}

function nonEmpty(secret: string, what: string): string {
  if (secret === '') throw new CommandError('secret.empty', word('problem.secret-empty', { what }));
  return secret;
}

/** Reads a line from the terminal without showing it. */
async function prompt(question: string): Promise<string> {
  const { stdin, stderr } = process;
  // Hidden before it is asked for: whoever types at once must not be shown either.
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  stderr.write(question);
  try {
    return await new Promise<string>((resolve, reject) => {
      let entered = '';
      const listen = (chunk: string): void => {
        for (const character of chunk) {
          if (character === '\u0003') return finish(() => reject(new CommandError('interrupted', '')));
          if (character === '\r' || character === '\n' || character === '\u0004') return finish(() => resolve(entered));
          if (character === '\u007f' || character === '\b') entered = [...entered].slice(0, -1).join('');
          else entered += character;
        }
      };
      const finish = (settle: () => void): void => {
        stdin.off('data', listen);
        settle();
      };
      stdin.on('data', listen);
    });
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}
