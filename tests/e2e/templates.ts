import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { copyTemplate } from '../support/template.ts';

export const USER = 'M. Okafor';
export const PASSPHRASE = 'seven quiet lamps along the river';

/** The case that most window tests work in. */
export const matter = { reference: 'HR-2031-014', title: 'Business trip to Lanzhen' };

export interface TemplateOrder {
  readonly user: string;
  readonly passphrase: string;
  /** The case the vault is to hold; the sample case when left out. */
  readonly matter?: { readonly reference: string; readonly title: string; readonly zone: string };
}

/** A vault with the case above and nothing in it, made once per run. */
export async function copyCaseVault(folder: string): Promise<void> {
  await copyTemplate('case', make({ user: USER, passphrase: PASSPHRASE, matter: { ...matter, zone: 'Asia/Shanghai' } }), folder);
}

/** The vault that the window itself would build on the way into the sample case, which it then finds built. */
export async function copySampleVault(folder: string): Promise<void> {
  await copyTemplate('sample', make({ user: USER, passphrase: 'correct sample passphrase' }), folder);
}

/** In a process of its own: the test runner cannot load the core. */
function make(order: TemplateOrder): (place: string) => Promise<void> {
  const child = fileURLToPath(new URL('../support/template-child.ts', import.meta.url));
  return async (place) => {
    await promisify(execFile)(process.execPath, [child, place, JSON.stringify(order)]);
  };
}
