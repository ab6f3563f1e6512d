/** `node template-child.ts FOLDER ORDER`: makes a vault for the window tests, whose runner cannot load the core. */
import { createCore } from '../../electron/core/index.ts';
import type { TemplateOrder } from '../e2e/templates.ts';
import { askOf } from './vault.ts';

const [folder = '', order = '{}'] = process.argv.slice(2);
const { user, passphrase, matter } = JSON.parse(order) as TemplateOrder;
const core = createCore();
const ask = askOf(core);
if (matter) {
  await ask('vault.create', { folder, user, passphrase });
  await ask('case.create', matter);
} else await ask('sample.build', { folder, user, passphrase });
await core.close();
