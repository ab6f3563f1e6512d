import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { screen } from '../../../shared/locales/screen.ts';
import type { DeskHandlers } from './desk.ts';
import { remembered } from './vault.ts';

/** It protects invented people only, so that it may be shown on the screen. */
const PASSPHRASE = 'correct sample passphrase';
const USER = 'M. Okafor';

export const sampleHandlers: DeskHandlers<'desk.openSample'> = {
  'desk.openSample': async (desk, _input, { jobId }) => {
    const name = screen[desk.language()].desk['sample.vault'];
    const parent = join(app.getPath('userData'), 'sample');
    await mkdir(parent, { recursive: true });
    for (let number = 1; ; number++) {
      const folder = join(parent, `${name}${number === 1 ? '' : ` ${number}`}.casewright`);
      if (!existsSync(folder)) {
        const session = await desk.host.ask('sample.build', { folder, user: USER, passphrase: PASSPHRASE }, jobId);
        return { session: await remembered(desk, { folder }, session), passphrase: PASSPHRASE };
      }
      // A sample that was built before is opened again; one that no longer opens is left alone and a new one is built.
      const opened = await desk.host.call('vault.open', { folder, user: USER, passphrase: PASSPHRASE });
      if (opened.ok) return { session: await remembered(desk, { folder }, opened.value), passphrase: PASSPHRASE };
    }
  },
};
