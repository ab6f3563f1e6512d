import { z } from 'zod';
import { instant, userId, vaultId } from '../model/identifier.ts';
import { ledgerHead } from '../model/ledger.ts';
import type { FailureCode } from '../result.ts';
import { command, trustedCommand, trustedQuery, job, query } from './conversation.ts';
import { quarantinedFile } from './quarantine.ts';
import { oneLine } from '../model/one-line.ts';

/** A text to every schema walker; which ones there are, the catalogue of failures knows. */
const failureCode = z.string() as unknown as z.ZodType<FailureCode, FailureCode>;
const passphrase = z.string().min(1).max(1024);
const userName = oneLine(120);
const folder = z.string().min(1);

export const vaultUser = z.object({ id: userId, name: z.string(), createdAt: instant }).readonly();

export const vaultSession = z
  .object({
    vaultId,
    /** The vault folder's name without `.casewright`; never its path. */
    name: z.string(),
    user: vaultUser,
    /** Present when the vault is damaged where it is needed to write, or its disk takes nothing: why it is open for reading only. */
    damage: z.string().optional(),
    /** The same, one by one, to be said in the reader's language. */
    findings: z
      .array(z.object({ code: failureCode, values: z.record(z.string(), z.union([z.string(), z.number()])) }))
      .readonly()
      .optional(),
    /** What `vault.open` takes from a person who has read all of that and goes on writing; absent where nobody can. */
    goOn: z.string().optional(),
  })
  .readonly();
export type VaultSession = z.infer<typeof vaultSession>;

export const certificateSummary = z
  .object({
    subject: z.string(),
    issuer: z.string(),
    validFrom: instant,
    validTo: instant,
    sha256: z.string(),
    ownMade: z.boolean(),
  })
  .readonly();

export type VaultUser = z.infer<typeof vaultUser>;
export type CertificateSummary = z.infer<typeof certificateSummary>;

export const vaultInfo = z
  .object({
    vaultId,
    name: z.string(),
    format: z.int(),
    schema: z.int(),
    createdAt: instant,
    users: z.array(vaultUser).readonly(),
    cipher: z.string(),
    keyDerivation: z.string(),
    cases: z.int(),
    exhibits: z.int(),
    objects: z.int(),
    objectBytes: z.int(),
    heads: z.array(ledgerHead).readonly(),
    checkedAt: instant.nullable(),
  })
  .readonly();

export type VaultInfo = z.infer<typeof vaultInfo>;

/** One thing wrong, naming what is affected. The rest of the vault stays readable. */
export const vaultProblem = z
  .object({
    area: z.enum(['header', 'database', 'object', 'ledger', 'checkpoint']),
    subject: z.string(),
    problem: z.string(),
  })
  .readonly();

export type VaultProblem = z.infer<typeof vaultProblem>;

export const vaultCheck = z
  .object({
    sound: z.boolean(),
    deep: z.boolean(),
    problems: z.array(vaultProblem).readonly(),
    /** What was looked at, counted: pages, objects, object bytes, ledger entries, orphans swept. */
    counts: z.record(z.string(), z.int()),
    /** What lies in quarantine: no damage by itself, but evidence somebody has to look at. */
    quarantined: z.array(quarantinedFile).readonly(),
  })
  .readonly();
export type VaultCheck = z.infer<typeof vaultCheck>;

export const vaultContract = {
  /** Makes a vault and opens it. The recovery code is answered once and stored nowhere. */
  'vault.create': trustedCommand(
    z.object({ folder, user: userName, passphrase }),
    z.object({ session: vaultSession, recoveryCode: z.string() }),
  ),
  /** Who has a key slot; read from the header, needs no passphrase. */
  'vault.users': trustedQuery(z.object({ folder }), z.object({ name: z.string(), users: z.array(vaultUser).readonly() }), {
    of: ['vault'],
  }),
  /** `known` are ledger heads the caller remembers: a vault that does not extend them is opened for reading only, and says so. */
  'vault.open': trustedCommand(
    z.object({ folder, user: userName.optional(), passphrase, known: z.array(ledgerHead).default([]), goOn: z.string().optional() }),
    vaultSession,
  ),
  /** Opens with the recovery code, gives the user a new passphrase and a new signing identity. */
  'vault.recover': trustedCommand(z.object({ folder, user: userName, recoveryCode: z.string(), passphrase }), vaultSession),
  'vault.session': query(z.object({}), vaultSession.nullable(), { of: ['vault'] }),
  'vault.lock': command(z.object({ reason: z.enum(['asked', 'idle', 'suspend', 'screen', 'closed']).default('asked') }), z.object({})),
  'vault.changePassphrase': command(z.object({ current: passphrase, next: passphrase }), z.object({})),
  'vault.addUser': command(z.object({ name: userName, passphrase }), vaultUser),
  'vault.info': query(z.object({}), vaultInfo, { of: ['vault', 'case', 'exhibit', 'ledger'] }),
  'vault.check': job(z.object({ deep: z.boolean() }), vaultCheck),
  'vault.certificate': query(z.object({}), certificateSummary, { of: ['vault'] }),
  /** Replaces the signing certificate by one from a PKCS#12 file; the old one stays named in the audit ledger. */
  'vault.importCertificate': trustedCommand(z.object({ path: z.string(), passphrase: z.string() }), certificateSummary),
} as const;
