import { cp, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RUN_FOLDER } from './run-folder.ts';

/**
 * Copies a folder that `make` makes once per run, for whoever asks first. Two processes that ask at the same moment both make it;
 * the one that is ready first names it, and the other takes that one.
 */
export async function copyTemplate(name: string, make: (folder: string) => Promise<void>, to: string): Promise<void> {
  const run = process.env[RUN_FOLDER];
  if (run === undefined) throw new Error('a template is shared within a run of tests, and this is none');
  const template = join(run, name);
  if (!(await exists(template))) await makeTemplate(run, template, make);
  await cp(template, to, { recursive: true, preserveTimestamps: true });
}

async function makeTemplate(run: string, template: string, make: (folder: string) => Promise<void>): Promise<void> {
  const workshop = await mkdtemp(join(run, 'unfinished-'));
  const made = join(workshop, 'made');
  try {
    await make(made);
    await rename(made, template);
  } catch (error) {
    if (!(await exists(template))) throw error;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function exists(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}
