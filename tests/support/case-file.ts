import { createHash, sign } from 'node:crypto';
import { closeSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import canonicalize from 'canonicalize';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import { createOwnCertificate } from '../../electron/core/vault/keys/certificate.ts';
import { createSigningKey } from '../../electron/core/vault/keys/identity.ts';
import { formatCheckpoint } from '../../electron/core/vault/ledger/checkpoint.ts';
import { appendLeaf, hashLeaf, memoryNodes, rootOf } from '../../electron/core/vault/ledger/merkle.ts';
import { reserve, signOnDisk } from '../../electron/core/print/case-file/case-file-disk.ts';
import { caseFileTask } from '../../electron/core/print/case-file/case-file-task.ts';
import type { Appearance, CaseFileContent, ExhibitContentEntry } from '../../electron/core/tasks/case-file.ts';
import { exhibitPagesTask } from '../../electron/core/print/foreign/exhibit-pages.ts';
import { writeEntry } from '../../electron/core/verifier/ledger-file.ts';
import type { LedgerInFile } from '../../electron/core/tasks/print.ts';
import type { Pack } from '../../electron/core/tasks/pages.ts';
import { attachmentName, needsOriginal } from '../../electron/core/release/prepare-exhibits.ts';
import { describeSigner, signatureRoom, signDigest } from '../../electron/core/release/sign.ts';
import { judgeGate } from '../../electron/core/domain/release/gate.ts';
import type { SigningIdentity } from '../../electron/core/domain/ports/index.ts';
import { sayCaseFile } from '../../electron/core/print/sentences.ts';
import { interpretMoment } from '../../shared/time/index.ts';
import type { Case } from '../../shared/model/case.ts';
import type { CaseEvent, Lane, Standing } from '../../shared/model/event.ts';
import type { Citation, Stance } from '../../shared/model/citation.ts';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import type { CaseId, CitationId, EventId, ExhibitId, PartyId, Sha256, UserId, VaultId } from '../../shared/model/identifier.ts';
import type { Chain, LedgerBody, LedgerEntry, LedgerHead } from '../../shared/model/ledger.ts';
import type { Party, PartyRole } from '../../shared/model/party.ts';
import type { Language } from '../../shared/model/language.ts';

export const idlePort = { progress: () => undefined, cancelled: () => false };
export const zone = 'Asia/Shanghai';
export const releasedAt = Date.UTC(2031, 5, 12, 7, 30, 5);

export interface Original {
  readonly fileName: string;
  readonly title: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly covered?: boolean;
  readonly findings?: Exhibit['findings'];
  readonly passages?: ExhibitContentEntry['passages'];
}

export interface Told {
  readonly when: string;
  readonly title: string;
  readonly lane: Lane;
  readonly standing?: Standing;
  readonly description?: string;
  readonly location?: string;
  readonly cites?: readonly { readonly exhibit: number; readonly place?: string; readonly stance?: Stance; readonly quote?: string }[];
}

export const caseOf = (reference = 'HR-2031-014', title = 'Business trip to Lanzhen, 14–15 May'): Case => ({
  id: crypto.randomUUID() as CaseId,
  reference,
  title,
  zone,
  mandate:
    'Ordered by the supervisory board of Tallow & Reed Instruments on 26 May 2031: what happened on the trip, what the company knew and when, and what it did. 监事会委托调查。',
  standardOfProof: 'balance-of-probabilities',
  createdAt: releasedAt - 1e9,
  createdBy: 'Inés Marlow',
});

/** A small PDF of real text pages; rotated and cropped pages on request. */
export async function textPdf(
  pages: number,
  shape: { readonly rotate?: number; readonly landscape?: boolean; readonly crop?: boolean; readonly label?: string } = {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (let index = 1; index <= pages; index++) {
    const page = document.addPage(shape.landscape ? [841.89, 595.28] : [595.28, 841.89]);
    if (shape.rotate) page.setRotation(degrees(shape.rotate));
    if (shape.crop) page.setCropBox(100, 100, 395, 600);
    page.drawText(`${shape.label ?? 'Account'} page ${index} of ${pages}`, { x: 120, y: 640, size: 16, font });
    for (let line = 0; line < 18; line++)
      page.drawText(`Line ${line + 1}: on the evening in question I was asked to stay until the guests had left.`, {
        x: 60,
        y: 600 - line * 24,
        size: 11,
        font,
      });
  }
  return await document.save();
}

export function picture(width: number, height: number, kind: 'image/jpeg' | 'image/png'): Uint8Array {
  const canvas = createCanvas(width, height);
  const surface = canvas.getContext('2d');
  const shade = surface.createLinearGradient(0, 0, width, height);
  shade.addColorStop(0, '#31445a');
  shade.addColorStop(1, '#c9b38c');
  surface.fillStyle = shade;
  surface.fillRect(0, 0, width, height);
  surface.fillStyle = '#ffffff';
  surface.font = `${Math.round(height / 12)}px sans-serif`;
  surface.fillText('corridor 12', width / 10, height / 2);
  return kind === 'image/jpeg' ? canvas.toBuffer('image/jpeg', 80) : canvas.toBuffer('image/png');
}

export function party(caseId: CaseId, name: string, role: PartyRole, position: string, kind: Party['kind'] = 'person'): Party {
  return { id: crypto.randomUUID() as PartyId, caseId, name, kind, role, position, note: '' };
}

/** Everything a case file needs, made from plain values: no vault, but a real ledger, real keys, real exhibits. */
export async function contentFrom(given: {
  readonly case?: Case;
  readonly language?: Language;
  readonly originals: readonly Original[];
  readonly events: readonly Told[];
  readonly parties?: (caseId: CaseId) => readonly Party[];
}): Promise<{
  readonly content: CaseFileContent;
  readonly packs: { number: string; pack: Pack }[];
  readonly originals: { number: string; bytes: Uint8Array }[];
  readonly lines: readonly LedgerEntry[];
  readonly identity: SigningIdentity;
}> {
  const one = given.case ?? caseOf();
  const language = given.language ?? 'en';
  const ledger = createLedger(one);
  const packs: { number: string; pack: Pack }[] = [];
  const originals: { number: string; bytes: Uint8Array }[] = [];
  const exhibits: ExhibitContentEntry[] = [];
  for (const [index, offered] of given.originals.entries()) {
    const original = { ...offered };
    const number = `EX-${String(index + 1).padStart(4, '0')}`;
    const exhibit: Exhibit = {
      id: crypto.randomUUID() as ExhibitId,
      caseId: one.id,
      number,
      title: original.title,
      fileName: original.fileName,
      kind: 'other',
      mediaType: original.mediaType,
      bytes: original.bytes.length,
      sha256: sha256(original.bytes),
      source: 'Tallow & Reed Instruments, HR archive',
      acquiredAt: releasedAt - 9e8 + index * 61_000,
      acquiredBy: 'Inés Marlow',
      method: 'Casewright 0.1.0, copied from disk',
      modifiedAt: null,
      pages: null,
      findings: original.findings ?? { status: 'read', notes: [] },
      dated: null,
      covered: original.covered ?? false,
    };
    const about = { exhibitId: exhibit.id, at: exhibit.acquiredAt };
    ledger.append('custody', 'acquired', about, {
      number,
      sha256: exhibit.sha256,
      bytes: exhibit.bytes,
      source: exhibit.source,
    });
    ledger.append(
      'custody',
      'read',
      { ...about, at: about.at + 4000 },
      { number, outcome: exhibit.findings.status, mediaType: exhibit.mediaType },
    );
    if (exhibit.covered) ledger.append('custody', 'covered', { ...about, at: about.at + 5000 }, { number });
    const { appearance, pack } = await appearanceOf(exhibit, original);
    if (pack) packs.push({ number, pack });
    if (appearance.attachment !== null) originals.push({ number, bytes: original.bytes });
    exhibits.push({
      exhibit,
      appearance,
      acquisitions: [
        {
          fileName: original.fileName,
          originalPath: '',
          source: exhibit.source,
          method: exhibit.method,
          acquiredAt: exhibit.acquiredAt,
          acquiredBy: exhibit.acquiredBy,
          modifiedAt: null,
        },
      ],
      custody: [],
      passages: original.passages ?? [],
    });
  }
  const parties = given.parties?.(one.id) ?? [];
  const events = given.events
    .map((told) => eventOf(one.id, told, exhibits, parties))
    .sort((a, b) => (a.happened.earliest ?? -1) - (b.happened.earliest ?? -1));
  for (const { exhibit } of exhibits) {
    const { number } = exhibit;
    ledger.append(
      'custody',
      'verified',
      { exhibitId: exhibit.id, at: releasedAt - 60_000 },
      { number, outcome: 'matches', sha256: exhibit.sha256 },
    );
  }
  const { lines, heads, checkpoint } = ledger.close();
  const identity = { ...(await createOwnCertificate('Inés Marlow 英内斯', releasedAt - 1e9)), ownMade: true };
  const gate = judgeGate(
    {
      custody: { entries: lines.length, problems: [] },
      hashes: exhibits.map(({ exhibit }) => ({ number: exhibit.number, outcome: 'matches' })),
      drawn: exhibits.map(({ exhibit, appearance }) => ({
        number: exhibit.number,
        outcome: appearance.as === 'pages' && exhibit.mediaType === 'application/pdf' ? 'compared' : 'other',
      })),
      exhibits: exhibits.map((entry) => entry.exhibit),
      events,
    },
    sayCaseFile(language),
  ).checks;
  return {
    content: {
      language,
      case: one,
      vaultId: ledger.vaultId,
      release: { number: 1, at: releasedAt, by: 'Inés Marlow' },
      version: '0.1.0',
      parties,
      events,
      logRows: [],
      clocks: [],
      silences: { listed: [], left: 0 },
      exhibits: exhibits.map((entry) => ({
        ...entry,
        custody: lines.filter((line) => line.body.chain === 'custody' && line.body.exhibitId === entry.exhibit.id),
      })),
      gate,
      heads,
      checkpoint,
      signer: describeSigner(identity, releasedAt, 'Inés Marlow'),
    },
    packs,
    originals,
    lines,
    identity,
  };
}

/** A ledger of which every entry stands in the file. */
export function ledgerInFile(lines: readonly LedgerEntry[]): LedgerInFile {
  const text = lines.map((line) => `${writeEntry(canonicalize(line.body) as string, line)}\n`).join('');
  return { bytes: new TextEncoder().encode(text), entries: lines.length, withheld: 0, others: 0 };
}

/** Composes, writes and signs, as a release does. */
export async function signedCaseFile(made: Awaited<ReturnType<typeof contentFrom>>): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-case-file-'));
  try {
    const path = join(folder, 'case-file.pdf');
    await writeSignedCaseFile({ ...made, packs: [...made.packs] }, path);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same into a file that must not exist; `made.packs` is empty afterwards. Answers its size. */
export async function writeSignedCaseFile(made: Awaited<ReturnType<typeof contentFrom>>, path: string): Promise<number> {
  const file = reserve(path);
  try {
    const unsigned = await caseFileTask(
      {
        content: made.content,
        path,
        packs: made.packs,
        originals: made.originals,
        ledger: ledgerInFile(made.lines),
        signatureBytes: signatureRoom(made.identity),
      },
      idlePort,
    );
    signOnDisk(file, path, unsigned.bytes, unsigned.slot, signDigest(unsigned.slot.digest, made.identity));
    return unsigned.bytes;
  } finally {
    closeSync(file);
  }
}

async function appearanceOf(exhibit: Exhibit, original: Original): Promise<{ appearance: Appearance; pack?: Pack }> {
  if (exhibit.covered) return { appearance: { as: 'slip', reason: 'covered', problem: '', attachment: null } };
  const drawn = await exhibitPagesTask({ bytes: original.bytes, mediaType: original.mediaType }, idlePort);
  if (drawn.as === 'pages') {
    const { pages, notes, comments } = drawn;
    return {
      appearance: { as: 'pages', pages, notes, comments, attachment: needsOriginal(notes) ? attachmentName(exhibit) : null },
      pack: drawn,
    };
  }
  return { appearance: { ...drawn, attachment: attachmentName(exhibit) } };
}

function eventOf(caseId: CaseId, told: Told, exhibits: readonly ExhibitContentEntry[], parties: readonly Party[]): CaseEvent {
  const citations = (told.cites ?? []).map((cite): Citation => {
    const exhibit = exhibits[cite.exhibit - 1]?.exhibit;
    if (!exhibit) throw new Error(`there is no exhibit ${cite.exhibit}`);
    return {
      id: crypto.randomUUID() as CitationId,
      exhibitId: exhibit.id,
      exhibitNumber: exhibit.number,
      place: cite.place ?? '',
      stance: cite.stance ?? 'supports',
      quote: cite.quote ?? '',
    };
  });
  return {
    id: crypto.randomUUID() as EventId,
    caseId,
    title: told.title,
    description: told.description ?? '',
    lane: told.lane,
    standing: told.standing ?? 'asserted',
    location: told.location ?? '',
    kind: 'happening',
    happened: interpretMoment(told.when, zone),
    recorded: null,
    learned: null,
    clockId: null,
    allegations: [],
    tags: [],
    parties: parties.slice(0, 2).map((one) => one.id),
    citations,
    enteredAt: releasedAt,
    enteredBy: 'Inés Marlow',
    version: 1,
  };
}

function createLedger({ id: caseId, reference, title, zone, standardOfProof, createdAt }: Case) {
  const { key, publicKey } = createSigningKey();
  const logKey = createSigningKey();
  const vaultId = crypto.randomUUID() as VaultId;
  const raw = Buffer.from(publicKey).toString('base64');
  const actor = { id: crypto.randomUUID() as UserId, name: 'Inés Marlow' };
  const chains = { custody: [] as LedgerEntry[], audit: [] as LedgerEntry[] };
  const ledger = {
    vaultId,
    append(
      chain: Chain,
      act: string,
      about: { readonly caseId?: null; readonly exhibitId?: ExhibitId; readonly at: number },
      detail: LedgerBody['detail'],
    ): void {
      const before = chains[chain].at(-1);
      const body: LedgerBody = {
        chain,
        sequence: chains[chain].length + 1,
        at: about.at,
        actor,
        act,
        caseId: about.caseId === null ? null : caseId,
        exhibitId: about.exhibitId ?? null,
        detail,
        previous: before?.hash ?? ('0'.repeat(64) as Sha256),
      };
      const text = canonicalize(body) as string;
      chains[chain].push({
        body,
        hash: sha256(Buffer.from(text)),
        signature: sign(null, Buffer.from(text), key).toString('base64'),
        publicKey: raw,
      });
    },
    close(): { readonly lines: LedgerEntry[]; readonly heads: LedgerHead[]; readonly checkpoint: string } {
      const heads = (['custody', 'audit'] as const).map((chain) => headOf(chain, chains[chain]));
      return {
        lines: [...chains.custody, ...chains.audit],
        heads,
        checkpoint: heads.map((head) => formatCheckpoint(vaultId, head, logKey)).join('\n'),
      };
    },
  };
  ledger.append(
    'audit',
    'vault.created',
    { caseId: null, at: createdAt - 1000 },
    {
      vault: vaultId,
      user: actor.id,
      name: actor.name,
      publicKey: raw,
      checkpointKey: Buffer.from(logKey.publicKey).toString('base64'),
      version: '0.1.0',
    },
  );
  ledger.append('audit', 'case.created', { at: createdAt }, { reference, title, zone, standardOfProof });
  return ledger;
}

function headOf(chain: Chain, entries: readonly LedgerEntry[]): LedgerHead {
  const nodes = memoryNodes();
  for (const [index, entry] of entries.entries()) appendLeaf(nodes, index, hashLeaf(canonicalize(entry.body) as string));
  return {
    chain,
    size: entries.length,
    root: Buffer.from(rootOf(nodes, entries.length)).toString('base64'),
    lastHash: entries.at(-1)?.hash ?? ('0'.repeat(64) as Sha256),
  };
}

export function sha256(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256;
}
