import { z } from 'zod';
import { sha256 } from '../../../shared/model/identifier.ts';
import { exhibitDetail, importedFile, type ImportedFile, verifiedExhibit } from '../../../shared/contract/exhibit.ts';
import { quarantinedFile, takenIn } from '../../../shared/contract/quarantine.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { exhibit as exhibitRecord, exhibitNumber as numberOfExhibit, type Exhibit } from '../../../shared/model/exhibit.ts';
import type { LedgerEntry } from '../../../shared/model/ledger.ts';
import { describeBasis, formatInstant, formatMoment } from '../../../shared/time/index.ts';
import { describeNotes } from '../../../shared/words/notes.ts';
import { type Command, type CommandContext, UsageError, defineCommand } from '../command.ts';
import { caseIfSeveral, caseReference, opening, vaultFolder } from '../options.ts';
import { fields, listOf, table } from '../table.ts';
import { language, word } from '../words.ts';

const exhibitNumber = { name: 'EXHIBIT', help: word('argument.EXHIBIT'), option: 'exhibit' } as const;

/** An exhibit under its number. */
const listedExhibit = exhibitRecord.unwrap().omit({ number: true }).extend({ exhibit: numberOfExhibit });

const importFiles = defineCommand({
  name: 'evidence import',
  arguments: [vaultFolder, { name: 'PATH', help: word('argument.PATH'), many: true }],
  options: {
    case: caseReference,
    source: { value: 'S', help: word('option.source') },
    method: { value: 'M', help: word('option.method') },
    dated: { value: 'DATE', help: word('option.dated') },
    ...opening,
  },
  output: z.array(importedFile),
  async run({ openCase, ask, arguments: all, path, option }) {
    const { id } = await openCase();
    const { files } = await ask('exhibit.import', {
      caseId: id,
      paths: all('PATH').map(path),
      source: option('source') ?? '',
      method: option('method') ?? '',
      dated: option('dated') ?? '',
      language,
    });
    const found = files.map(importedJson);
    const headings = ['exhibit', 'status', 'bytes', 'findings', 'file', 'message'] as const;
    const text = table(
      headings.map((heading) => word(`column.${heading}`)),
      found
        .map((one) => ({
          ...one,
          findings: one.findings?.status ?? null,
          message: one.message || describeNotes(one.findings?.notes ?? [], language),
        }))
        .map((one) => headings.map((heading) => one[heading])),
    );
    const failed = files.filter(({ status }) => status === 'failed');
    if (files.length === 0)
      return { json: found, text: '', problem: { code: 'evidence.import-empty', sentence: word('problem.import-empty') } };
    if (failed.length === 0) return { json: found, text };
    const sentence = failed.length === 1 ? 'problem.import-failed_one' : 'problem.import-failed_other';
    const counted = { count: failed.length, total: files.length, first: failed[0]?.message ?? '' };
    return { json: found, text, problem: { code: 'evidence.import-failed', sentence: word(sentence, counted) } };
  },
});

const list = defineCommand({
  name: 'evidence list',
  arguments: [vaultFolder],
  options: { case: caseIfSeveral, ...opening },
  output: z.array(listedExhibit),
  async run({ openCase, ask }) {
    const { id } = await openCase();
    const found = (await ask('exhibit.list', { caseId: id })).map(exhibitJson);
    const rows = found.map((one) => ({ ...one, findings: one.findings.status }));
    return { json: found, text: listOf(rows, ['exhibit', 'title', 'kind', 'pages', 'bytes', 'findings', 'source', 'sha256']).text };
  },
});

const show = defineCommand({
  name: 'evidence show',
  arguments: [vaultFolder, exhibitNumber],
  options: { case: caseIfSeveral, ...opening },
  output: listedExhibit.extend(exhibitDetail.unwrap().omit({ exhibit: true }).shape),
  async run({ openCase, ask, argument }) {
    const { id, zone } = await openCase();
    const { id: exhibitId } = await ask('exhibit.find', { caseId: id, number: argument('EXHIBIT') });
    const { exhibit, ...rest } = await ask('exhibit.get', { exhibitId });
    return {
      json: { ...exhibitJson(exhibit), ...rest },
      text: detailText({ exhibit, ...rest }, zone),
    };
  },
});

const date = defineCommand({
  name: 'evidence date',
  arguments: [vaultFolder, exhibitNumber, { name: 'DATE', help: word('argument.DATE'), optional: true }],
  options: { case: caseIfSeveral, remove: { help: word('option.remove.date') }, ...opening },
  output: listedExhibit,
  async run({ openCase, ask, argument, arguments: all, switch: isSet }) {
    const [when] = all('DATE');
    if (isSet('remove') === (when !== undefined)) throw new UsageError(word('problem.date-or-remove'));
    const { id, zone } = await openCase();
    const { id: exhibitId } = await ask('exhibit.find', { caseId: id, number: argument('EXHIBIT') });
    const after = await ask('exhibit.update', { exhibitId, dated: when ?? '', language });
    const moment = after.dated === null ? '' : formatMoment(after.dated, { language, zone });
    const text =
      after.dated === null ? word('done.undated', { exhibit: after.number }) : word('done.dated', { exhibit: after.number, moment });
    return { json: exhibitJson(after), text: `${text}${after.dated === null ? '' : `\n${describeBasis(after.dated.basis, language)}`}` };
  },
});

const exportExhibit = defineCommand({
  name: 'evidence export',
  arguments: [vaultFolder, exhibitNumber],
  options: {
    case: caseIfSeveral,
    out: { value: 'FILE', help: word('option.out'), required: true },
    purpose: { value: 'TEXT', help: word('option.purpose') },
    ...opening,
  },
  output: z.object({ exhibit: numberOfExhibit, file: z.string(), bytes: z.int(), sha256, recorded: z.boolean() }),
  async run({ openCase, ask, argument, path, option, required, notice }) {
    const { id } = await openCase();
    const number = argument('EXHIBIT');
    const { id: exhibitId } = await ask('exhibit.find', { caseId: id, number });
    const file = path(required('out'));
    const { bytes, sha256, unrecorded } = await ask('exhibit.export', { exhibitId, path: file, purpose: option('purpose') ?? '' });
    if (unrecorded !== undefined) notice(word('notice.unrecorded', { problem: unrecorded }));
    return {
      json: { exhibit: number, file, bytes, sha256, recorded: unrecorded === undefined },
      text: word('done.exported', { exhibit: number, bytes, path: file, sha256 }),
    };
  },
});

const verify = defineCommand({
  name: 'evidence verify',
  arguments: [vaultFolder, { ...exhibitNumber, optional: true, many: true }],
  options: { case: caseIfSeveral, ...opening },
  output: z.array(
    verifiedExhibit.unwrap().omit({ number: true, unrecorded: true }).extend({ exhibit: numberOfExhibit, recorded: z.boolean() }),
  ),
  async run({ openCase, ask, arguments: all, notice }) {
    const { id } = await openCase();
    const exhibitIds = await findExhibits(ask, id, all('EXHIBIT'));
    const { exhibits } = await ask('exhibit.verify', { caseId: id, ...(exhibitIds.length === 0 ? {} : { exhibitIds }) });
    const found = exhibits.map(({ number, unrecorded, ...rest }) => ({ exhibit: number, ...rest, recorded: unrecorded === undefined }));
    const unrecorded = exhibits.find((one) => one.unrecorded !== undefined)?.unrecorded;
    if (unrecorded !== undefined) notice(word('notice.unrecorded', { problem: unrecorded }));
    const text =
      found.length === 0
        ? word('none')
        : table(
            [word('column.exhibit'), word('column.outcome'), word('column.sha256')],
            found.map((one) => [one.exhibit, one.outcome, one.actual]),
          );
    const altered = found.filter(({ outcome }) => outcome !== 'matches');
    if (altered.length === 0) return { json: found, text };
    const numbers = altered.map(({ exhibit, outcome }) => `${exhibit} (${outcome})`).join(', ');
    return { json: found, text, problem: { code: 'evidence.altered', sentence: word('problem.exhibits-altered', { numbers }) } };
  },
});

const quarantine = defineCommand({
  name: 'evidence quarantine',
  arguments: [vaultFolder],
  options: opening,
  output: z.array(quarantinedFile),
  async run({ openVault, ask }) {
    await openVault();
    return listOf(await ask('quarantine.list', {}), ['file', 'sealedBytes']);
  },
});

const takeIn = defineCommand({
  name: 'evidence take-in',
  arguments: [vaultFolder, { name: 'FILE', help: word('argument.FILE.quarantined'), optional: true, many: true }],
  options: { case: caseReference, ...opening },
  output: z.array(takenIn),
  async run({ openCase, ask, arguments: all }) {
    const { id } = await openCase();
    const wanted = all('FILE');
    const { files } = await ask('quarantine.takeIn', { caseId: id, ...(wanted.length === 0 ? {} : { files: [...wanted] }) });
    const text = table(
      [word('column.outcome'), word('column.exhibit'), word('column.file'), word('column.message')],
      files.map(({ file, outcome, exhibit, problem }) => [word(`taken.${outcome}`), exhibit, file, problem]),
    );
    const damaged = files.filter(({ outcome }) => outcome === 'damaged').map(({ file }) => file);
    if (damaged.length === 0) return { json: files, text: files.length === 0 ? word('none') : text };
    return {
      json: files,
      text,
      problem: { code: 'evidence.quarantined-damaged', sentence: word('problem.quarantined-damaged', { files: damaged.join(', ') }) },
    };
  },
});

export const evidenceCommands: readonly Command[] = [importFiles, list, show, date, exportExhibit, verify, quarantine, takeIn];

async function findExhibits(ask: CommandContext['ask'], caseId: Exhibit['caseId'], numbers: readonly string[]): Promise<Exhibit['id'][]> {
  const found: Exhibit['id'][] = [];
  for (const number of numbers) found.push((await ask('exhibit.find', { caseId, number })).id);
  return found;
}

function importedJson({ exhibit, sha256, bytes, status, ...rest }: ImportedFile) {
  return { exhibit, sha256, bytes, status, ...rest };
}

function exhibitJson({ number, ...rest }: Exhibit) {
  return { exhibit: number, ...rest };
}

function detailText({ exhibit, acquisitions, custody, citedBy, citedByMore }: Output<'exhibit.get'>, zone: string): string {
  const at = (instant: number): string => formatInstant(instant, { language, zone });
  const described = fields([
    [word('column.exhibit'), exhibit.number],
    [word('field.title'), exhibit.title],
    [word('field.fileName'), exhibit.fileName],
    [word('field.mediaType'), exhibit.mediaType],
    [word('field.bytes'), exhibit.bytes],
    [word('field.sha256'), exhibit.sha256],
    [word('field.pages'), exhibit.pages],
    [word('field.source'), exhibit.source],
    [word('field.dated'), exhibit.dated === null ? null : formatMoment(exhibit.dated, { language, zone })],
    [word('field.acquiredAt'), at(exhibit.acquiredAt)],
    [word('field.acquiredBy'), exhibit.acquiredBy],
    [word('field.method'), exhibit.method],
    [word('field.modifiedAt'), exhibit.modifiedAt === null ? '' : at(exhibit.modifiedAt)],
    [
      word('field.findings'),
      [exhibit.findings.status, describeNotes(exhibit.findings.notes, language)].filter((part) => part !== '').join(': '),
    ],
  ]);
  const acquired = table(
    [word('column.at'), word('column.by'), word('column.source'), word('column.file')],
    acquisitions.map((one) => [at(one.acquiredAt), one.acquiredBy, one.source, one.fileName]),
  );
  const cited = table(
    [word('column.place'), word('column.stance'), word('column.title')],
    [...citedBy.map((one) => [one.place, one.stance, one.title]), ...(citedByMore ? [['…', '…', '…']] : [])],
  );
  return [
    described,
    `${word('heading.acquisitions')}\n${acquired}`,
    `${word('heading.custody')}\n${ledgerTable(custody, zone)}`,
    ...(citedBy.length === 0 ? [] : [`${word('heading.citedBy')}\n${cited}`]),
  ].join('\n\n');
}

export function ledgerTable(entries: readonly LedgerEntry[], zone: string): string {
  const rows = entries.map(({ body }) => [
    body.sequence,
    formatInstant(body.at, { language, zone }),
    body.actor.name,
    body.act,
    Object.entries(body.detail)
      .filter(([, value]) => value !== '' && value !== null)
      .map(([name, value]) => `${name}=${String(value).slice(0, 80)}`)
      .join(' '),
  ]);
  return table([word('column.number'), word('column.at'), word('column.by'), word('column.act'), word('column.detail')], rows);
}
