import { writeSync } from 'node:fs';
import { createCore } from '../../electron/core/index.ts';
import type { ExhibitId } from '../../shared/model/identifier.ts';
import { askOf } from './vault.ts';

/** A process of its own that opens a real vault and puts one log into the timeline, saying how far it came. Made to be killed at any moment. */
const [folder = '', exhibitId = '', zone = ''] = process.argv.slice(2);
const core = createCore();
const ask = askOf(core);
await ask('vault.open', { folder, passphrase: process.env['TEST_PASSPHRASE'] ?? '' });
core.on((message) => {
  if (message.kind === 'progress' && message.name === 'log.import') writeSync(1, `${message.progress.done}\n`);
});
const { mapping } = await ask('log.preview', { exhibitId: exhibitId as ExhibitId });
await ask(
  'log.import',
  { exhibitId: exhibitId as ExhibitId, mapping: { ...mapping, zone: { fixed: zone } } },
  { jobId: crypto.randomUUID() as never },
);
writeSync(1, 'done\n');
await core.close();
