import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { CertificateSummary, VaultInfo, VaultUser } from '../../../shared/contract/vault.ts';
import type { VaultTending } from '../domain/ports/index.ts';
import { checkVault } from './check.ts';
import { diskFailure } from '../disk/durable.ts';
import { changeHeader } from './header-change.ts';
import { chains } from './ledger/ledger.ts';
import { describeProblem, verifyLedger } from './ledger/ledger-check.ts';
import { SCHEMA } from './database/migrations/index.ts';
import type { OpenVault } from './open-vault.ts';

/** Runs one work after the other. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Changes of the header go in turn: each takes a moment of key derivation, and two at once would lose one of them. */
export function createTending(open: OpenVault, inTurn: InTurn): VaultTending {
  return {
    changePassphrase: (current, next) => inTurn(() => changeOwnPassphrase(open, current, next)),
    addUser: (name, passphrase) => inTurn(() => addNewUser(open, name, passphrase)),
    info: () => infoOf(open),
    check: (options) => checkVault(open, options),
    async verifyLedger({ signal, progress }) {
      const { entries, problems } = await verifyLedger(open.database, { signal, progress });
      return { sound: problems.length === 0, entries, problems: problems.map(describeProblem) };
    },
    certificate: () => summarise(open.unlocked.certificateChain, open.unlocked.ownMade),
    importCertificate: (path, passphrase) => inTurn(() => importOwnCertificate(open, path, passphrase)),
  };
}

async function changeOwnPassphrase(open: OpenVault, current: string, next: string): Promise<void> {
  const { changePassphrase } = await import('./keys/slots.ts');
  const header = await changePassphrase(open.header, open.unlocked, current, next);
  changeHeader(open, header, 'user.passphrase-changed', { user: open.vault.user.id });
}

async function addNewUser(open: OpenVault, name: string, passphrase: string): Promise<VaultUser> {
  const { addUser } = await import('./keys/slots.ts');
  const createdAt = open.options.now();
  const { header, user, publicKey } = await addUser(open.header, open.unlocked, name, passphrase, createdAt);
  changeHeader(open, header, 'user.added', { user: user.id, name: user.name, publicKey: Buffer.from(publicKey).toString('base64') });
  return { ...user, createdAt };
}

async function importOwnCertificate(open: OpenVault, path: string, passphrase: string): Promise<CertificateSummary> {
  const [{ readPkcs12 }, { replaceCertificate }] = await Promise.all([import('./keys/certificate.ts'), import('./keys/slots.ts')]);
  const { chain, privateKey } = await readPkcs12(readFile(path), passphrase);
  const former = summarise(open.unlocked.certificateChain, open.unlocked.ownMade);
  const { header, unlocked } = replaceCertificate(open.header, open.unlocked, chain, privateKey);
  // The former key is wiped by now, so the new one is taken up whatever becomes of the header.
  open.unlocked = unlocked;
  const summary = summarise(chain, false);
  changeHeader(open, header, 'certificate.imported', {
    user: open.vault.user.id,
    file: basename(path),
    subject: summary.subject,
    issuer: summary.issuer,
    'sha256.before': former.sha256,
    'sha256.after': summary.sha256,
  });
  return summary;
}

function infoOf({ header, database, vault }: OpenVault): VaultInfo {
  const counts = database.get<{ cases: number; exhibits: number; objects: number; objectBytes: number; checkedAt: number | null }>(
    `SELECT (SELECT COUNT(*) FROM case_record) AS cases, (SELECT COUNT(*) FROM exhibit) AS exhibits, (SELECT COUNT(*) FROM sealed_object) AS objects,
      (SELECT COALESCE(SUM(sealed_bytes), 0) FROM sealed_object) AS objectBytes, (SELECT checked_at FROM vault) AS checkedAt FROM (SELECT 1)`,
  );
  const users = header.slots.filter((slot) => slot.kind === 'user');
  const kdf = users[0]?.kdf;
  return {
    vaultId: header.vaultId,
    name: vault.name,
    format: header.format,
    schema: SCHEMA,
    createdAt: header.createdAt,
    users: users.map(({ id, name, createdAt }) => ({ id, name, createdAt })),
    cipher: `${header.ciphers.database}; ${header.ciphers.objects}`,
    keyDerivation: kdf ? `Argon2id, ${kdf.memoryKibibytes / 1024} MiB, t=${kdf.passes}, p=${kdf.lanes}` : '',
    cases: counts?.cases ?? 0,
    exhibits: counts?.exhibits ?? 0,
    objects: counts?.objects ?? 0,
    objectBytes: counts?.objectBytes ?? 0,
    heads: chains.map((chain) => vault.read.ledger.head(chain)),
    checkedAt: counts?.checkedAt ?? null,
  };
}

function summarise(chain: readonly Uint8Array[], ownMade: boolean): CertificateSummary {
  const der = chain[0] as Uint8Array;
  const { subject, issuer, validFromDate, validToDate } = new X509Certificate(der);
  return {
    subject: oneLine(subject),
    issuer: oneLine(issuer),
    validFrom: validFromDate.getTime(),
    validTo: validToDate.getTime(),
    sha256: createHash('sha256').update(der).digest('hex'),
    ownMade,
  };
}

function oneLine(name: string): string {
  return name.split('\n').join(', ');
}

function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw diskFailure(error, path);
  }
}
