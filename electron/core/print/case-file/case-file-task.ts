import { createHash } from 'node:crypto';
import type { Sha256 } from '../../../../shared/model/identifier.ts';
import type { CaseFileInput, Unsigned } from '../../tasks/print.ts';
import type { TaskPort } from '../../tasks/task-port.ts';
import { anchors } from './anchors.ts';
import { assembleCaseFile, openComposed, type Attachment, type Written } from './assemble.ts';
import { writeInto } from './case-file-disk.ts';
import { composeCaseFile } from './compose.ts';
import type { ExhibitContentEntry } from '../../tasks/case-file.ts';
import { canonicalText, ledgerName, manifestName, type Manifest } from '../../verifier/manifest.ts';
import type { PagePlan } from './page-plan.ts';
import type { Sink } from '../press/pdf-writer.ts';
import { sayCaseFile } from '../sentences.ts';

/** Worker task: composes a case file and writes it, all but its signature. Reports hundredths done. Throws disk.*. */
export async function caseFileTask(input: CaseFileInput, port: TaskPort): Promise<Unsigned> {
  const { content } = input;
  let reported = 0;
  const report = (share: number): void => {
    const now = Math.floor(share * 100);
    if (now > reported) port.progress(now - reported);
    reported = Math.max(reported, now);
  };
  const composed = await composeCaseFile(content, (share) => report(share * 0.5));
  const opened = await openComposed(content, composed);
  const originals = originalAttachments(input);
  const ledger: Attachment = {
    name: ledgerName,
    bytes: input.ledger.bytes,
    mediaType: 'application/jsonl',
    description: sayCaseFile(content.language)('attachment.ledger'),
    relationship: 'Data',
  };
  const manifest = {
    name: manifestName,
    bytes: (written: Written) => new TextEncoder().encode(canonicalText(manifestOf(input, opened.plan, [ledger, ...originals], written))),
    mediaType: 'application/json',
    description: sayCaseFile(content.language)('attachment.manifest'),
    relationship: 'Data' as const,
  };
  let done = 0;
  const packs = new Map(input.packs.splice(0).map((one) => [one.number, one.pack]));
  const write = (sink: Sink) =>
    assembleCaseFile(
      opened,
      {
        content,
        packs,
        sink,
        signatureAppearance: composed.signature,
        signatureBytes: input.signatureBytes,
        manifest,
        attachments: [ledger, ...originals],
      },
      () => report(0.5 + (++done / content.exhibits.length) * 0.5),
    );
  return await writeInto(input.path, write);
}

function originalAttachments({ content, originals }: CaseFileInput): readonly Attachment[] {
  const bytes = new Map(originals.map((one) => [one.number, one.bytes]));
  return content.exhibits.flatMap(({ exhibit, appearance }) => {
    const original = bytes.get(exhibit.number);
    if (appearance.attachment === null || !original) return [];
    return [
      {
        name: appearance.attachment,
        bytes: original,
        mediaType: exhibit.mediaType,
        description: sayCaseFile(content.language)('attachment.original', { number: exhibit.number }),
        relationship: 'Source' as const,
      },
    ];
  });
}

function manifestOf(
  { content, ledger }: CaseFileInput,
  plan: PagePlan,
  attachments: readonly Attachment[],
  { pageDigests, before }: Written,
): Manifest {
  return {
    format: 'casewright-case-file',
    formatVersion: 2,
    tool: `Casewright ${content.version}`,
    vault: content.vaultId,
    case: { id: content.case.id, reference: content.case.reference, title: content.case.title, zone: content.case.zone },
    release: { ...content.release, locale: content.language },
    signer: { subject: content.signer.subject, certificateSha256: content.signer.sha256 },
    pages: plan.total,
    pageDigests: [...pageDigests],
    before: { ...before, sha256: before.sha256 as Sha256 },
    exhibits: content.exhibits.map((entry) => ({
      number: entry.exhibit.number,
      id: entry.exhibit.id,
      title: entry.exhibit.title,
      mediaType: entry.exhibit.mediaType,
      sha256: entry.exhibit.sha256,
      bytes: entry.exhibit.bytes,
      included: includedAs(entry, plan),
    })),
    attachments: attachments.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: hash(bytes) })),
    ledger: {
      file: ledgerName,
      sha256: hash(ledger.bytes),
      entries: ledger.entries,
      withheld: ledger.withheld,
      others: ledger.others,
      heads: content.heads.map(({ chain, size, root }) => ({ chain, size, root })),
      checkpoint: content.checkpoint,
    },
    gate: [...content.gate],
  };
}

function includedAs({ exhibit, appearance }: ExhibitContentEntry, plan: PagePlan): Manifest['exhibits'][number]['included'] {
  const first = plan.pageOf(anchors.exhibit(exhibit.number));
  if (appearance.as === 'pages') {
    const to = plan.pageOf(anchors.exhibitPage(exhibit.number, appearance.pages.length));
    return { as: 'pages', from: first, to, ...(appearance.attachment === null ? {} : { original: appearance.attachment }) };
  }
  return appearance.attachment === null
    ? { as: 'withheld', reason: appearance.reason, slip: first }
    : { as: 'attachment', name: appearance.attachment, slip: first };
}

function hash(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256;
}
