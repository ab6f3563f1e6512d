import type { Sha256, VaultId } from '../../../shared/model/identifier.ts';
import type { HandedKeys, Task, TermsOf } from './task.ts';

/** A sealed object as the database knows it. */
export interface SealedObject {
  /** Lower-case hex HMAC of the plaintext hash: the file's name under `objects/`. */
  readonly name: string;
  /** The 32-byte salt in the object's header, hex: a file swapped in from elsewhere has another. */
  readonly salt: string;
  readonly sealedBytes: number;
  readonly sha256: Sha256;
  readonly bytes: number;
}

export interface SealInput extends HandedKeys {
  readonly folder: string;
  readonly vaultId: VaultId;
  readonly objectNameKey: Uint8Array;
  readonly path: string;
  /** The path's bytes, when they are not UTF-8. */
  readonly rawPath?: Uint8Array;
}

export interface SealResult {
  readonly object: SealedObject;
  readonly stored: boolean;
  /** What stood in the object's place and was not what its name says: its name in the quarantine, and what was wrong with it. */
  readonly displaced?: { readonly file: string; readonly problem: string };
  readonly modifiedAt: number | null;
}

export interface OpenInput extends HandedKeys {
  readonly folder: string;
  readonly vaultId: VaultId;
  readonly object: SealedObject;
  /** How a failure names the object; by the beginning of its own name where nobody says. */
  readonly exhibit?: string;
}

export interface InspectInput extends HandedKeys {
  readonly folder: string;
  readonly vaultId: VaultId;
  readonly objectNameKey: Uint8Array;
  /** Its name in the quarantine. */
  readonly file: string;
}

export interface Verified {
  readonly outcome: 'matches' | 'altered' | 'missing';
  readonly actual: Sha256 | null;
}

export interface Exported {
  readonly bytes: number;
  readonly sha256: Sha256;
}

/** What a file in quarantine holds, or why nobody can tell. */
export type Inspected = { readonly object: SealedObject } | { readonly problem: string };

/** Each reports bytes since its last report, and wipes its copies of the keys. */
export type ObjectTasks = {
  'object.seal': Task<SealInput, SealResult>;
  /** Every segment authenticated, the whole hashed. */
  'object.verify': Task<OpenInput, Verified>;
  /** Reads a file in quarantine to its last byte, with no row that knows it. */
  'object.inspect': Task<InspectInput, Inspected>;
  /** Writes a new file, durable when it answers; whatever fails, no half file stays. */
  'object.export': Task<OpenInput & { readonly path: string }, Exported>;
};

const keyed = { lane: 'trusted', seconds: 'own length', megabytes: 'own length' } as const;

export const objectTerms: TermsOf<ObjectTasks> = {
  'object.seal': keyed,
  'object.verify': keyed,
  'object.inspect': keyed,
  'object.export': keyed,
};
