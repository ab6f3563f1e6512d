import type { Progress } from '../../../../shared/contract/index.ts';
import type { CertificateSummary, VaultCheck, VaultInfo, VaultSession, VaultUser } from '../../../../shared/contract/vault.ts';
import type { UserId, VaultId } from '../../../../shared/model/identifier.ts';
import type { LedgerHead } from '../../../../shared/model/ledger.ts';
import type {
  ReadAllegations,
  ReadCases,
  ReadParties,
  ReadReleases,
  WriteAllegations,
  WriteCases,
  WriteParties,
  WriteReleases,
} from './case.ts';
import type { ReadClocks, WriteClocks } from './clock.ts';
import type { ReadEvents, ReadLogImports, WriteEvents, WriteLogImports } from './event.ts';
import type { ReadExhibits, ReadSuggestions, SealedObjects, WriteExhibits, WriteSuggestions } from './evidence.ts';
import type { ReadLedger, WriteLedger } from './ledger.ts';
import type { ReadOrderClaims, ReadQuestions, WriteOrderClaims } from './question.ts';

/** The open vault as the rules see it. Implemented in `electron/core/vault`; the rules know no SQL, file or key. */
export interface Vault {
  readonly id: VaultId;
  /** The folder's name without `.casewright`. */
  readonly name: string;
  readonly user: Actor;
  readonly read: ReadRecords;
  /** One transaction, synchronous by law: every row and ledger entry of `work` is durable when this returns, or none is. */
  transact<T>(work: (write: WriteRecords) => T): T;
  readonly objects: SealedObjects;
  /** What signs a release: certificate chain (leaf first, DER) and private key (PKCS#8 DER). Copies are the caller's to wipe. */
  signingIdentity(): SigningIdentity;
  /** The heads of both chains as signed notes (C2SP tlog-checkpoint), custody first, for a release to carry; absent where none is kept. */
  checkpoint?(): string;
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

export interface ReadRecords {
  readonly cases: ReadCases;
  readonly parties: ReadParties;
  readonly exhibits: ReadExhibits;
  readonly events: ReadEvents;
  readonly allegations: ReadAllegations;
  readonly logImports: ReadLogImports;
  readonly orderClaims: ReadOrderClaims;
  readonly clocks: ReadClocks;
  readonly questions: ReadQuestions;
  readonly releases: ReadReleases;
  readonly suggestions: ReadSuggestions;
  readonly ledger: ReadLedger;
}

/** Every WriteRecords is a ReadRecords, never the reverse. */
export interface WriteRecords {
  readonly cases: ReadCases & WriteCases;
  readonly parties: ReadParties & WriteParties;
  readonly exhibits: ReadExhibits & WriteExhibits;
  readonly events: ReadEvents & WriteEvents;
  readonly allegations: ReadAllegations & WriteAllegations;
  readonly logImports: ReadLogImports & WriteLogImports;
  readonly orderClaims: ReadOrderClaims & WriteOrderClaims;
  readonly clocks: ReadClocks & WriteClocks;
  readonly questions: ReadQuestions;
  readonly releases: ReadReleases & WriteReleases;
  readonly suggestions: ReadSuggestions & WriteSuggestions;
  readonly ledger: ReadLedger & WriteLedger;
}

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
