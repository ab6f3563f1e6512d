import { createCore } from '../../electron/core/index.ts';
import type { ExhibitId } from '../../shared/model/identifier.ts';
import { askOf } from './vault.ts';

/** A process of its own that opens a real vault and exports one exhibit. Made to be killed at any call. */
const [folder = '', exhibitId = '', path = ''] = process.argv.slice(2);
const core = createCore();
const ask = askOf(core);
await ask('vault.open', { folder, passphrase: process.env['TEST_PASSPHRASE'] ?? '' });
await ask('exhibit.export', { exhibitId: exhibitId as ExhibitId, path, purpose: 'for counsel' });
await core.close();
