import type { SigningIdentity } from '../../../electron/core/domain/ports/index.ts';
import type { FileModel } from './file-model.ts';

export type Family = 'structure' | 'attachments' | 'pages' | 'resources' | 'signature' | 'identity' | 'ledger' | 'manifest';

/** What an attacker has: an honest file, and a key to sign with, which is the honest signer's own where he is the dishonest one. */
export interface Given {
  readonly bytes: Uint8Array;
  readonly model: FileModel;
  readonly identity: SigningIdentity;
}

/** A file that is not what its signer released, or says what is not so. */
export interface Attack {
  /** What was done, as a sentence that is true of the file. */
  readonly done: string;
  readonly build: (given: Given) => Uint8Array | Promise<Uint8Array>;
}
