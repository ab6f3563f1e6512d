import type { Progress } from '../../../../shared/contract/index.ts';
import type { CertificateSummary, VaultCheck, VaultInfo, VaultSession, VaultUser } from '../../../../shared/contract/vault.ts';
import type { UserId, VaultId } from '../../../../shared/model/identifier.ts';
import type { LedgerHead } from '../../../../shared/model/ledger.ts';
import type { Failure } from '../../../../shared/result.ts';
import type { CaseRecords, ReleaseRecords } from './case.ts';
import type { Follower } from './change.ts';
import type { ClockRecords } from './clock.ts';
import type { EventRecords, LogRecords } from './event.ts';
import type { EvidenceRecords, SealedObjects } from './evidence.ts';
import type { ReadLedger, WriteLedger } from './ledger.ts';
import type { QuestionRecords } from './question.ts';
import type { Table } from './table.ts';

/** The open vault as the rules see it. Implemented in `electron/core/vault`; the rules know no SQL, file or key. */
export interface Vault {
  readonly id: VaultId;
  /** The folder's name without `.casewright`. */
  readonly name: string;
  readonly user: Actor;
  readonly read: ReadRecords;
  /** Why it can only be read; absent where it can be written to. */
  readonly readingOnly?: Failure;
  /** One transaction, synchronous by law: every row and ledger entry of `work` is durable when this returns, or none is. */
  transact<T>(work: (write: WriteRecords) => T): T;
  /** Calls `follower` after every transaction that wrote something, for as long as the vault is open. */
  follow(follower: Follower): void;
  readonly objects: SealedObjects;
  /** What signs a release: certificate chain (leaf first, DER) and private key (PKCS#8 DER). Copies are the caller's to wipe. */
  signingIdentity(): SigningIdentity;
  /** The heads of both chains as signed notes (C2SP tlog-checkpoint), custody first, for a release to carry; absent where none is kept. */
  checkpoint(): string;
}

export interface Actor {
  readonly id: UserId;
  readonly name: string;
}

export interface SigningIdentity {
  readonly chain: readonly Uint8Array[];
  readonly privateKey: Uint8Array;
  readonly ownMade: boolean;
}

/** Every kind of record there is, with what reads and what writes it. */
export interface Records extends CaseRecords, EvidenceRecords, EventRecords, LogRecords, ClockRecords, QuestionRecords, ReleaseRecords {
  readonly ledger: Table<ReadLedger, WriteLedger>;
}

export type ReadRecords = { readonly [N in keyof Records]: Records[N]['read'] };

/** Every WriteRecords is a ReadRecords, never the reverse. */
export type WriteRecords = { readonly [N in keyof Records]: Records[N]['read'] & Records[N]['write'] };

/** Makes, opens and closes vaults: one at a time. Passphrases pass through and are kept nowhere. */
export interface VaultDoor {
  session(): VaultSession | null;
  /** Throws vault.locked. */
  vault(): Vault;
  /** Throws vault.locked. */
  tending(): VaultTending;
  create(options: {
    readonly folder: string;
    readonly user: string;
    readonly passphrase: string;
  }): Promise<{ readonly session: VaultSession; readonly recoveryCode: string }>;
  users(folder: string): Promise<{ readonly name: string; readonly users: readonly VaultUser[] }>;
  open(options: {
    readonly folder: string;
    readonly user?: string | undefined;
    readonly passphrase: string;
    readonly known: readonly LedgerHead[];
    /** `VaultSession.goOn`, from a person who has read what is wrong and goes on writing; the ledger says so. */
    readonly goOn?: string | undefined;
  }): Promise<VaultSession>;
  recover(options: {
    readonly folder: string;
    readonly user: string;
    readonly recoveryCode: string;
    readonly passphrase: string;
  }): Promise<VaultSession>;
  /** Writes everything down, wipes the keys and lets go of the folder; nothing happens when no vault is open. */
  lock(reason: 'asked' | 'idle' | 'suspend' | 'screen' | 'closed'): void;
}

/** What is done to the open vault itself rather than to what it holds. */
export interface VaultTending {
  changePassphrase(current: string, next: string): Promise<void>;
  addUser(name: string, passphrase: string): Promise<VaultUser>;
  info(): VaultInfo;
  /** Names everything that is wrong instead of stopping at the first; `deep` opens and hashes every object. */
  check(options: {
    readonly deep: boolean;
    readonly signal: AbortSignal;
    readonly progress: (progress: Progress) => void;
  }): Promise<VaultCheck>;
  /** Recomputes every hash, signature and Merkle root of both chains. */
  verifyLedger(options: {
    readonly signal: AbortSignal;
    readonly progress: (progress: Progress) => void;
  }): Promise<{ readonly sound: boolean; readonly entries: number; readonly problems: readonly string[] }>;
  certificate(): CertificateSummary;
  importCertificate(path: string, passphrase: string): Promise<CertificateSummary>;
}
