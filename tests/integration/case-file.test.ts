import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import type { CoreMessage } from '../../shared/contract/index.ts';
import type { CaseId, ExhibitId, JobId } from '../../shared/model/identifier.ts';
import type { Language } from '../../shared/model/language.ts';
import type { Release } from '../../shared/model/release.ts';
import { findSignedRanges } from '../support/signed-range.ts';
import { picture, sha256, textPdf } from '../support/case-file.ts';
import { makeDocx } from '../support/sample-originals.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';

let vault: TestVault;
let caseId: CaseId;
let path: string;
let release: Release;
const originals = new Map<string, Uint8Array>();
const messages: CoreMessage[] = [];
const encrypted = '%PDF-1.4 locked';

beforeAll(async () => {
  vault = await openTemplateVault();
  vault.core.on((message) => messages.push(message));
  caseId = (
    await vault.ask('case.create', {
      reference: 'HR-2031-014 兰镇',
      title: 'Trip to Lanzhen 出差',
      zone: 'Asia/Shanghai',
      mandate: 'What happened 发生了什么 and what was done.',
    })
  ).id;
  const evidence = join(vault.temporary, 'evidence');
  await mkdir(evidence);
  originals.set('01 account.pdf', await textPdf(5));
  originals.set('02 leaflet.pdf', await textPdf(2, { rotate: 90, crop: true, label: 'Leaflet' }));
  originals.set('03 chat 华东.txt', Buffer.from('22:41 Lin 林桥: 大家都到了吗？\n22:43 Vand: on my way 马上到\n'));
  originals.set('04 photo.jpg', picture(640, 480, 'image/jpeg'));
  originals.set('05 note.docx', makeDocx('<w:p><w:r><w:t>Present: two people</w:t></w:r></w:p>'));
  originals.set('06 torn.pdf', Buffer.from(encrypted));
  originals.set('07 private.png', picture(64, 64, 'image/png'));
  for (const [name, bytes] of originals) await writeFile(join(evidence, name), bytes);
  await vault.ask('exhibit.import', { caseId, paths: [evidence], source: 'HR archive' });
  const exhibits = await vault.ask('exhibit.list', { caseId });
  const id = (number: number) => exhibits[number - 1]?.id as ExhibitId;
  await vault.ask('exhibit.update', { exhibitId: id(7), covered: true });
  const { id: partyId } = await vault.ask('party.add', { caseId, name: 'Lin Qiao 林桥', role: 'complainant', position: 'account manager' });
  await vault.ask('party.update', {
    partyId,
    name: 'Lin Qiao 林桥',
    role: 'complainant',
    position: 'account manager',
    note: 'rumour: not to be released',
  });
  await vault.ask('event.add', {
    caseId,
    title: 'Dinner 晚宴',
    when: '2031-05-14T18:30/2031-05-14T21:50',
    citations: [
      { exhibitId: id(1), place: 'page=3' },
      { exhibitId: id(3), place: 'line=2', stance: 'contradicts' },
    ],
    parties: [partyId],
  });
  await vault.ask('event.add', {
    caseId,
    title: 'Someone enters the room',
    when: '2031-05-14T23:33:55',
    standing: 'established',
    citations: [{ exhibitId: id(4), place: '' }],
  });
  await vault.ask('event.add', { caseId, title: 'Policy in force', when: '2030-09', lane: 'institution' });
  path = join(vault.temporary, 'case file 案卷.pdf');
  release = await vault.ask('release.caseFile', { caseId, path }, { jobId: crypto.randomUUID() as JobId });
}, 120_000);

afterAll(() => vault.dispose());

const has = (program: string): boolean => {
  try {
    execFileSync(program, ['-v'], { stdio: 'pipe' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
};
/** A judge that is not installed cannot judge: its test is skipped and says so. */
const needs = (program: string, { skip }: TestContext): void => {
  if (!has(program)) skip(`${program} is not installed`);
};
const run = (program: string, ...given: string[]): string =>
  execFileSync(program, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

describe('a released case file', () => {
  test('is recorded as what was written', async () => {
    const bytes = readFileSync(path);
    expect(release).toMatchObject({
      number: 1,
      fileName: 'case file 案卷.pdf',
      bytes: bytes.length,
      sha256: sha256(bytes),
      signedBy: vault.user,
    });
    expect(await vault.ask('release.list', { caseId })).toEqual([release]);
    expect(release.gate.map((check) => [check.name, check.outcome])).toEqual([
      ['custody-unbroken', 'passed'],
      ['hashes-verified', 'passed'],
      ['events-cited', 'warning'],
      ['exhibits-readable', 'warning'],
      ['exhibits-drawn', 'warning'],
      ['contrary-evidence', 'warning'],
    ]);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('leaves a custody entry for every exhibit and an audit entry', async () => {
    const custody = await vault.ask('ledger.list', { chain: 'custody', caseId, limit: 1000 });
    const released = custody.entries.filter((entry) => entry.body.act === 'released');
    expect(released).toHaveLength(originals.size);
    expect(new Set(released.map((entry) => entry.body.detail['file.sha256']))).toEqual(new Set([release.sha256]));
    const audit = await vault.ask('ledger.list', { chain: 'audit', caseId });
    expect(audit.entries[0]?.body).toMatchObject({
      act: 'release.signed',
      detail: { release: 1, sha256: release.sha256, pages: release.pages },
    });
  });

  test('told how far it was', () => {
    const steps = messages.flatMap((message) =>
      message.kind === 'progress' && message.name === 'release.caseFile' ? [message.progress.item] : [],
    );
    // The core passes on a few reports a second, and always the last one.
    expect(steps[0]).toBe('Hashing EX-0001 again');
    expect(steps).toContain('Composing the case file');
    expect(steps.at(-1)).toBe('Writing the file');
  });

  test('is valid to its own verifier, in a worker, without the vault', async () => {
    await vault.ask('vault.lock', {});
    const verdict = await vault.ask('release.verify', { path });
    await vault.ask('vault.open', { folder: vault.folder, passphrase: vault.passphrase });
    expect(verdict).toMatchObject({ reason: 'not-identified', claimedSigner: vault.user, reference: 'HR-2031-014 兰镇', releaseNumber: 1 });
    expect(verdict.exhibits.map((one) => one.outcome)).toEqual([
      'not-included',
      'not-included',
      'matches',
      'not-included',
      'matches',
      'matches',
      'not-included',
    ]);
  });

  test('carries no working notes, but proof of the entries that hold them', async () => {
    const verdict = await vault.ask('release.verify', { path });
    expect(verdict.checks.find((check) => check.name === 'ledger')?.detail).toContain('working notes');
  });
});

describe('other programs', () => {
  test('pdfsig: valid, and the total document is signed', (context) => {
    needs('pdfsig', context);
    const said = run('pdfsig', path);
    expect(said).toContain('Signature is Valid.');
    expect(said).toContain('Total document signed');
    expect(said).toContain('ETSI.CAdES.detached');
  });

  test('qpdf: no error in the structure', (context) => {
    needs('qpdf', context);
    expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
  });

  test('openssl: the signature holds on its own', (context) => {
    needs('openssl', context);
    const bytes = readFileSync(path);
    const [range] = findSignedRanges(bytes);
    if (!range) throw new Error('no signature');
    const [der, signed] = [join(vault.temporary, 'signature.der'), join(vault.temporary, 'signed-bytes')];
    writeFileSync(der, range.contents.subarray(0, 4 + range.contents.readUInt16BE(2)));
    writeFileSync(signed, Buffer.concat([bytes.subarray(0, range.gap[0]), bytes.subarray(range.gap[1])]));
    run(
      'openssl',
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      der,
      '-content',
      signed,
      '-noverify',
      '-out',
      join(vault.temporary, 'checked'),
    );
    appendFileSync(signed, ' ');
    expect(() =>
      run(
        'openssl',
        'cms',
        '-verify',
        '-binary',
        '-inform',
        'DER',
        '-in',
        der,
        '-content',
        signed,
        '-noverify',
        '-out',
        join(vault.temporary, 'checked'),
      ),
    ).toThrow(/verification failure|Verification failure/i);
  });

  test('pdftotext: every text in order, Latin and Chinese in one line, stamps with the number of the page', (context) => {
    needs('pdftotext', context);
    const pages = run('pdftotext', '-layout', path, '-').split('\f').slice(0, -1);
    expect(pages).toHaveLength(release.pages);
    for (const [index, text] of pages.entries())
      expect(text.replace(/\s+/g, ' ')).toContain(`HR-2031-014 兰镇 · release 1 · page ${index + 1} of ${release.pages}`);
    const all = pages.join('\n');
    expect(all).toContain('What happened 发生了什么 and what was done.');
    // Each heading stands first on its page, under the running head.
    const firstLines = pages.map((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .slice(0, 2)
        .join(' | '),
    );
    const headings = [
      'Contents',
      'How to verify this file',
      'Parties',
      'Chronology',
      'Timeline',
      'Exhibit schedule',
      'Custody log',
      'Exhibits',
      'Certification',
    ];
    const opened = headings.map((heading) => firstLines.findIndex((line) => line.endsWith(`| ${heading}`)));
    expect(opened.every((page, index) => page > (opened[index - 1] ?? 0))).toBe(true);
    for (const text of [
      'Account page 3 of 5',
      'Leaflet page 2 of 2',
      '22:43 Vand: on my way 马上到',
      'Present: two people',
      'Signed electronically',
    ])
      expect(all).toContain(text);
    expect(all).not.toContain('rumour');
    // No notice is recorded, so nothing was measured and there is no chapter of it, nor a line in the contents.
    expect(all).not.toContain('Time without a recorded act');
    for (const exhibit of [1, 2, 3, 4, 5, 6, 7]) expect(all).toContain(`EX-000${exhibit}`);
  });

  test('pdfdetach: the attached originals are the very bytes; what is covered is not among them', async (context) => {
    needs('pdfdetach', context);
    const folder = join(vault.temporary, 'attachments');
    await mkdir(folder);
    run('pdfdetach', '-saveall', '-o', folder, path);
    expect(readdirSync(folder).sort()).toEqual([
      'EX-0003 03 chat 华东.txt',
      'EX-0005 05 note.docx',
      'EX-0006 06 torn.pdf',
      'ledger.jsonl',
      'manifest.json',
    ]);
    expect(sha256(readFileSync(join(folder, 'EX-0003 03 chat 华东.txt')))).toBe(sha256(originals.get('03 chat 华东.txt') as Uint8Array));
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      exhibits: { number: string; included: object }[];
      ledger: { heads: unknown[]; checkpoint: string | null };
    };
    expect(manifest.exhibits.at(-1)).toMatchObject({ number: 'EX-0007', included: { as: 'withheld', reason: 'covered' } });
    expect(manifest.ledger.heads).toHaveLength(2);
    expect(readFileSync(join(folder, 'ledger.jsonl'), 'utf8')).not.toContain('rumour');
  });

  test('pdftotext: a citation leads to the very page', (context) => {
    needs('pdftotext', context);
    const chronology = run('pdftotext', '-layout', path, '-')
      .split('\f')
      .find((text) => text.includes('EX-0001, page 3'));
    const cited = Number(/EX-0001, page 3\s+(\d+)/.exec(chronology ?? '')?.[1]);
    expect(run('pdftotext', '-f', String(cited), '-l', String(cited), path, '-')).toContain('Account page 3 of 5');
  });
});

describe('the times in which no act is recorded', () => {
  let own: TestVault;
  let silent: CaseId;
  const bare = (text: string): string => text.replace(/\s+/g, '');
  const released = async (name: string, language: Language) => {
    const file = join(own.temporary, name);
    await own.ask('release.caseFile', { caseId: silent, path: file, language });
    const pages = run('pdftotext', '-layout', file, '-').split('\f');
    const [from, to] = language === 'en' ? ['Time without a recorded act', 'Exhibit schedule'] : ['无处理记录的时段', '证据清单'];
    const opened = (title: string) => pages.findIndex((text, page) => page > 1 && text.split('\n').some((line) => line.trim() === title));
    // The heading over the page numbers stands beside the first line of a sentence; Chinese lines end anywhere.
    const chapter = bare(
      pages
        .slice(opened(from), opened(to))
        .join('\n')
        .replaceAll(language === 'en' ? 'Page' : '页码', ''),
    );
    return { file, contents: pages[1] ?? '', chapter, all: pages.join('\n') };
  };

  beforeAll(async () => {
    own = await openTemplateVault();
    silent = (await own.ask('case.create', { reference: 'HR-2031-020', title: 'Corridor 走廊', zone: 'Asia/Shanghai' })).id;
    const log = join(own.temporary, 'tickets.csv');
    const row = (index: number) =>
      `2031-06-03T${String(9 + Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}:00+08:00,Ticket ${index}\n`;
    await writeFile(log, `time,title\n${Array.from({ length: 600 }, (_, index) => row(index)).join('')}`);
    await own.ask('exhibit.import', { caseId: silent, paths: [log], source: 'Service desk' });
    const exhibitId = (await own.ask('exhibit.find', { caseId: silent, number: 'EX-0001' })).id;
    const { mapping, asks } = await own.ask('log.preview', { exhibitId });
    expect(asks).toEqual([]);
    await own.ask('log.import', { exhibitId, mapping: { ...mapping, lane: { fixed: 'institution' } } });
    const lin = await own.ask('party.add', { caseId: silent, name: 'Lin Bo', role: 'respondent' });
    const add = (title: string, when: string, fields: object) => own.ask('event.add', { caseId: silent, title, when, ...fields });
    await add('Dinner', '2031-05-14T18:00:00', { location: 'Restaurant', parties: [lin.id] });
    await add('Door', '2031-05-14T18:00:00', { location: 'Room 1216', parties: [lin.id] });
    await add('Report to HR 报告', '2031-05-19T09:00:00', { lane: 'knowledge' });
    await add('Reminder', '2031-05-20T09:00:00', { lane: 'knowledge' });
    await add('Perhaps a call', '2031-05-21?', { lane: 'institution' });
    await add('Suspension 停职', '2031-05-24T09:00:00', { lane: 'institution' });
    await add('Second report', '2031-06-01T09:00:00', { lane: 'knowledge' });
    await add('Third report', '2031-06-10T09:00:00', { lane: 'knowledge' });
    await add('Lift', '2031-06-20T09:00:00', {});
  }, 60_000);

  afterAll(() => own.dispose());

  test('stand in their own chapter, each between the numbers of the chronology, and no other question does', async (context) => {
    needs('pdftotext', context);
    const { file, contents, chapter, all } = await released('silence.pdf', 'en');
    expect(contents).toContain('Time without a recorded act');
    for (const text of [
      'From “Report to HR 报告” to the next recorded act of the organisation, “Suspension 停职”: at least 4 d 23 h 59 min 59 s, at most 5 d 1 s. 1 more notice fell into this time.',
      'Notice No. 3 Report to HR 报告',
      'Further notice in this time No. 4 Reminder',
      'Act by which it was over No. 6 Suspension 停职',
      'For certain 19 May 2031, 09:00:01 to 24 May 2031, 09:00:00 (UTC+08:00)',
      'At its widest 19 May 2031, 09:00:00 to 24 May 2031, 09:00:01 (UTC+08:00)',
      'No. 5 Perhaps a call',
      'Act by which it was over EX-0001, row 2 Ticket 0',
      'None is recorded up to the end of the record, 20 Jun 2031, 09:00:00 (UTC+08:00).',
      'from 10 Jun 2031, 09:00:00 (UTC+08:00); no end is recorded',
      'An act that nobody recorded is not known here.',
    ])
      expect(chapter).toContain(bare(text));
    const { questions } = await own.ask('timeline.questions', { caseId: silent });
    expect(questions.map(({ kind }) => kind)).toEqual(['two-places', 'silence', 'silence', 'silence']);
    expect(chapter).not.toContain('LinBo');
    expect(all).not.toContain('is named at');
    if (has('qpdf')) expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    if (has('pdfsig'))
      expect(run('pdfsig', file)).toMatch(/Signature is Valid\.[^]*Total document signed|Total document signed[^]*Signature is Valid\./);
  }, 60_000);

  test('stand in it in Chinese, and the words of a covered log do not', async (context) => {
    needs('pdftotext', context);
    const exhibitId = (await own.ask('exhibit.find', { caseId: silent, number: 'EX-0001' })).id;
    await own.ask('exhibit.update', { exhibitId, covered: true });
    const { contents, chapter, all } = await released('silence 时段.pdf', 'zh-CN');
    expect(contents).toContain('无处理记录的时段');
    for (const text of [
      '自“Report to HR 报告”至单位下一项有记录的行动“Suspension 停职”：至少 4天23小时59分59秒，至多 5天1秒。',
      '时段内的其他告知 第 4 号 Reminder',
      '第 6 号 Suspension 停职',
      'EX-0001 的一行（该证据已遮盖）',
      '未予记录的行动，此处无从得知。',
    ])
      expect(chapter).toContain(bare(text));
    expect(all).not.toContain('Ticket');
  }, 60_000);

  test('stand beside exhibits of which everything is said in Chinese, whoever imported them in whatever language', async (context) => {
    needs('pdftotext', context);
    const folder = join(own.temporary, 'notes');
    await mkdir(folder);
    await writeFile(join(folder, 'nothing.txt'), '');
    await writeFile(join(folder, 'photo.jpg'), '照片');
    await writeFile(join(folder, 'cut.pdf'), '%PDF-1.7\n');
    await own.ask('exhibit.import', { caseId: silent, paths: [folder], language: 'en' });
    const said = bare((await released('notes 说明.pdf', 'zh-CN')).all);
    for (const sentence of ['文件为空。', '文件名以 .jpg 结尾，但内容', '此 PDF 已损坏或不完整。']) expect(said).toContain(bare(sentence));
    expect(said).not.toMatch(/Thefile|Thename|ThePDF|damagedorcut/);
  }, 60_000);
});

describe('a release that must not be', () => {
  test('overwrites nothing', async () => {
    const before = sha256(readFileSync(path));
    await expect(vault.ask('release.caseFile', { caseId, path })).rejects.toMatchObject({ code: 'release.destination-exists' });
    expect(sha256(readFileSync(path))).toBe(before);
  });

  test('is not signed when an exhibit was covered while it was being made', async () => {
    const other = join(vault.temporary, 'covered meanwhile.pdf');
    const exhibitId = (await vault.ask('exhibit.list', { caseId }))[0]?.id as ExhibitId;
    const jobId = crypto.randomUUID() as JobId;
    let covered: Promise<unknown> | undefined;
    vault.core.on((message) => {
      if (message.kind === 'progress' && message.jobId === jobId) covered ??= vault.ask('exhibit.update', { exhibitId, covered: true });
    });
    await expect(vault.ask('release.caseFile', { caseId, path: other }, { jobId })).rejects.toMatchObject({
      code: 'release.changed',
      failure: { values: { what: 'EX-0001' } },
    });
    expect(existsSync(other)).toBe(false);
    await covered;
    await vault.ask('exhibit.update', { exhibitId, covered: false });
  });

  test('leaves nothing behind when it is cancelled', async () => {
    const other = join(vault.temporary, 'cancelled.pdf');
    const jobId = crypto.randomUUID() as JobId;
    const stop = vault.core.on((message) => {
      if (message.kind === 'progress' && message.jobId === jobId && message.progress.item === 'Composing the case file')
        void vault.ask('job.cancel', { jobId });
    });
    await expect(vault.ask('release.caseFile', { caseId, path: other }, { jobId })).rejects.toMatchObject({ code: 'job.cancelled' });
    stop();
    expect(existsSync(other)).toBe(false);
    expect(await vault.ask('release.list', { caseId })).toHaveLength(1);
  });

  test('is refused by the gate when one byte of a sealed original was changed, and remembered', async () => {
    const objects = join(vault.folder, 'objects');
    const sealed = readdirSync(objects, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name));
    const victim = sealed.sort((a, b) => statSync(b).size - statSync(a).size)[0] as string;
    const bytes = readFileSync(victim);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] as number) ^ 1;
    writeFileSync(victim, bytes);
    const other = join(vault.temporary, 'refused.pdf');
    await expect(vault.ask('release.caseFile', { caseId, path: other })).rejects.toMatchObject({
      code: 'release.gate',
      message: expect.stringMatching(/EX-000\d \(altered\)/),
    });
    expect(existsSync(other)).toBe(false);
    const { entries } = await vault.ask('ledger.list', { chain: 'custody', caseId, limit: 1 });
    expect(entries[0]?.body).toMatchObject({ act: 'verified', detail: { outcome: 'altered' } });
  });
});
