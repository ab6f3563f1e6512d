import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadAllCommands } from '../../../electron/cli/all-commands.ts';
import { commandLinePage } from '../../support/command-line-page.ts';

const page = fileURLToPath(new URL('../../../docs/command-line.md', import.meta.url));

it('docs/command-line.md names every command with the fields it prints and every code it fails with', async () => {
  await expect(commandLinePage(await loadAllCommands())).toMatchFileSnapshot(page);
});
