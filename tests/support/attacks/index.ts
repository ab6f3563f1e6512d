import type { Attack, Family } from './attack.ts';
import { attachments } from './attachments.ts';
import { ledger } from './ledger.ts';
import { manifest } from './manifest.ts';
import { pages } from './pages.ts';
import { resources } from './resources.ts';
import { signature } from './signature.ts';
import { structure } from './structure.ts';

/** Every attack by its family; docs/attacks.md is made from them, in this order. */
export const attacks: readonly { readonly family: Family; readonly attacks: readonly Attack[] }[] = [
  { family: 'structure', attacks: structure },
  { family: 'attachments', attacks: attachments },
  { family: 'pages', attacks: pages },
  { family: 'resources', attacks: resources },
  { family: 'signature', attacks: signature },
  { family: 'ledger', attacks: ledger },
  { family: 'manifest', attacks: manifest },
];
