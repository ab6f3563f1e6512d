import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TimelineFormat } from '../../shared/contract/timeline-export.ts';
import type { CaseEvent } from '../../shared/model/event.ts';
import type { CaseId, ExhibitId, JobId } from '../../shared/model/identifier.ts';
import type { Language } from '../../shared/model/language.ts';
import { FailureError } from '../../shared/result.ts';
import { decided, doorLog, sealLog } from '../support/logs.ts';
import { hasProgram, judgeInPython } from '../support/python.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';

const ZONE = 'Asia/Shanghai';
const python = hasProgram('python3', '--version');
let vault: TestVault;
let caseId: CaseId;
let exhibitId: ExhibitId;
let all: CaseEvent[];

/** Every kind of moment there is, and every character a format may stumble over. */
const WHENS = [
  '2031-05-14T23:33:55',
  '2031-05-14T23:33',
  '2031-05-14',
  '2031-05',
  '2031',
  '2031-05-14T23:30~',
  '2031-05-14?',
  '2031-05-14T21:00/2031-05-14T23:00',
  '[2031-05-14..2031-05-16]',
  '[..2031-05-16]',
  '[2031-05-16..]',
  '2031-05-16/..',
  '2031-05-14T10:00:00-04:00',
  '2031-05-14T23:33:55.250',
];

beforeAll(async () => {
  vault = await openTemplateVault();
  caseId = (await vault.ask('case.create', { reference: 'HR-2031-014', title: 'Trip, “Lanzhen”; 行程', zone: ZONE })).id;
  const { id: lin } = await vault.ask('party.add', { caseId, name: 'Lin, Qiao "Q"', role: 'witness', kind: 'person' });
  exhibitId = await sealLog(vault, caseId, 'note.txt', 'first line\nsecond line\n');
  for (const [index, when] of WHENS.entries())
    await vault.ask('event.add', {
      caseId,
      title: ['=HYPERLINK("http://x";"y")', '@SUM(1+1)', '-2+3', 'Plain', 'Semi;colon, comma', 'Quote " and 中文', 'Back\\slash'][
        index % 7
      ] as string,
      description: index % 3 === 0 ? 'Two lines,\nand a "quote"; 第二行' : '',
      when,
      lane: (['incident', 'knowledge', 'institution', 'public'] as const)[index % 4] as 'incident',
      standing: index % 2 === 0 ? 'established' : 'asserted',
      location: index % 2 === 0 ? 'Room 1216, hotel' : '',
      tags: index % 3 === 0 ? ['pressure', '饮酒'] : [],
      parties: index % 2 === 0 ? [lin] : [],
      recorded: index % 4 === 0 ? { when: '2031-06-01T09:00' } : null,
      learned: index % 5 === 0 ? { when: '2031-06-02' } : null,
      citations: index % 2 === 0 ? [{ exhibitId, place: 'line=2', stance: 'contradicts', quote: 'second line' }] : [],
    });
  const clock = await vault.ask('clock.add', { caseId, name: 'Recorder 3', zone: ZONE, daylightSaving: 'off' } as never);
  const { id: clockId } = (clock as unknown as { clock: { id: never } }).clock;
  await vault.ask('event.add', { caseId, title: 'Stamped by a clock nobody compared', when: '2031-05-14 23:40:00', clockId });
  all = await vault.ask('event.list', { caseId });
});
afterAll(() => vault.dispose());

async function exported(
  format: TimelineFormat,
  options: { filter?: string; differing?: boolean; language?: Language } = {},
): Promise<string> {
  const path = join(vault.temporary, `${crypto.randomUUID()}.${format}`);
  const answer = await vault.ask('timeline.export', { caseId, format, path, ...options });
  const bytes = readFileSync(path);
  expect(answer).toMatchObject({ format, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  return path;
}

const text = async (format: TimelineFormat, options = {}): Promise<string> => readFileSync(await exported(format, options), 'utf8');

describe.each(['timesketch-csv', 'timesketch-jsonl'] as const)('%s', (format) => {
  test('comes back with equal bounds, lanes, parties, tags and citations', async () => {
    const back = (await vault.ask('case.create', { reference: `BACK-${format}`, title: 'Back', zone: 'Europe/Berlin' })).id;
    await vault.ask('party.add', { caseId: back, name: 'Lin, Qiao "Q"', role: 'witness', kind: 'person' });
    await sealLog(vault, back, 'note.txt', 'first line\nsecond line\n');
    const log = await sealLog(
      vault,
      back,
      `timeline.${format === 'timesketch-csv' ? 'csv' : 'jsonl'}`,
      readFileSync(await exported(format)),
    );
    const preview = await vault.ask('log.preview', { exhibitId: log });
    expect([preview.mapping.shape, preview.asks, preview.sample.unparsed]).toEqual(['casewright', [], 0]);
    const result = await vault.ask('log.import', { exhibitId: log, mapping: preview.mapping });
    expect([result.import.imported, result.problems, result.strangers, result.lostCitations]).toEqual([all.length, [], [], 0]);
    const shape = (one: CaseEvent) => ({
      title: one.title,
      description: one.description,
      lane: one.lane,
      standing: one.standing,
      kind: one.kind,
      location: one.location,
      happened: one.happened,
      recorded: one.recorded,
      learned: one.learned,
      tags: one.tags,
      parties: one.parties.length,
    });
    const returned = await vault.ask('event.list', { caseId: back });
    expect(returned.map(shape)).toEqual(all.map(shape));
    expect(
      returned.map(({ citations }) =>
        citations.slice(1).map(({ exhibitNumber, place, stance, quote }) => [exhibitNumber, place, stance, quote]),
      ),
    ).toEqual(
      all.map(({ citations }) => citations.map(({ exhibitNumber, place, stance, quote }) => [exhibitNumber, place, stance, quote])),
    );
  });

  test('a row whose bounds were edited is not believed', async () => {
    const back = (await vault.ask('case.create', { reference: `EDIT-${format}`, title: 'Edited', zone: ZONE })).id;
    const edited = (await text(format)).replace('2031-05-14T15:33:55+00:00', '2031-05-14T15:30:55+00:00');
    const log = await sealLog(vault, back, 'edited.txt', edited);
    const preview = await vault.ask('log.preview', { exhibitId: log });
    const result = await vault.ask('log.import', { exhibitId: log, mapping: preview.mapping });
    expect([result.import.imported, result.import.unparsed]).toEqual([all.length - 1, 1]);
  });

  test.skipIf(!python)('has what Timesketch requires of every row, and no bound is called what happened (Python judges)', async () => {
    const script = `
import csv, json, sys
from datetime import datetime
path, form = sys.argv[1], sys.argv[2]
with open(path, newline='', encoding='utf-8') as f:
    rows = list(csv.DictReader(f)) if form == 'timesketch-csv' else [json.loads(line) for line in f]
for row in rows:
    assert row['message'] and row['timestamp_desc']
    assert datetime.fromisoformat(row['datetime']).tzinfo is not None
    for name in ('earliest', 'latest'):
        if row[name]: assert datetime.fromisoformat(row[name]).utcoffset().total_seconds() == 0
print(json.dumps([[r['timestamp_desc'], r['datetime'], r['earliest'], r['latest']] for r in rows]))`;
    const rows = judgeInPython<string[][]>(script, await exported(format), format);
    expect(rows).toHaveLength(all.length);
    for (const [desc, at, earliest, latest] of rows as [string, string, string, string][]) {
      const width = Date.parse(latest) - Date.parse(earliest);
      expect([desc === 'happened', desc]).toEqual([width <= 1000 && desc !== 'earliest bound', desc]);
      if (desc === 'earliest bound') expect(Date.parse(at)).toBe(Date.parse(earliest));
      if (desc === 'latest bound') expect([Date.parse(at), earliest]).toEqual([Date.parse(latest), '']);
    }
    const clocked = rows.filter(([desc]) => desc === 'recorded by a clock of unknown offset');
    expect(clocked.map(([, at]) => at)).toEqual(['2031-05-14T23:40:00+08:00']);
    expect(rows.filter(([desc]) => desc === 'latest bound')).toHaveLength(1);
  });
});

describe('the table for people', () => {
  test('names months and zones, and nothing in it is a formula', async () => {
    const { data } = Papa.parse<Record<string, string>>((await text('csv')).slice(1), { header: true, skipEmptyLines: true });
    expect(data).toHaveLength(all.length);
    for (const row of data) for (const value of Object.values(row)) expect(value).not.toMatch(/^\s*[=+\-@\t]/);
    expect(data.map((row) => row['What'])).toContain(`'=HYPERLINK("http://x";"y")`);
    expect(data.some((row) => row['When'] === '14 May 2031, 23:33:55 (UTC+08:00)')).toBe(true);
    expect(data.every((row) => !/\d{1,2}\/\d{1,2}\/\d{2,4}/.test(row['When'] ?? ''))).toBe(true);
  });

  test('speaks Chinese', async () => {
    const [head, first] = (await text('csv', { language: 'zh-CN' })).split('\r\n');
    expect([head?.startsWith('\ufeff时间,上下限,'), /年/.test(first ?? '')]).toEqual([true, true]);
  });

  test.skipIf(!python)('is the same table to Python', async () => {
    const count = judgeInPython<number>(
      `import csv, json, sys\nrows = list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8-sig')))\nassert len({len(r) for r in rows}) == 1\nprint(json.dumps(len(rows) - 1))`,
      await exported('csv'),
    );
    expect(count).toBe(all.length);
  });
});

describe('the calendar', () => {
  test('folds at 75 octets, escapes what it must, and unfolds to the very words', async () => {
    const calendar = await text('ics');
    const lines = calendar.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const unfolded = calendar.replaceAll('\r\n ', '');
    expect(unfolded).toContain('SUMMARY:Semi\\;colon\\, comma\r\n');
    expect(unfolded).toContain('SUMMARY:Back\\\\slash\r\n');
    expect(unfolded).toContain('Two lines\\,\\nand a "quote"\\; 第二行');
  });

  test('keeps points, days, bounds, open bounds and the unplaced apart', async () => {
    const unfolded = (await text('ics')).replaceAll('\r\n ', '');
    const parts = unfolded.split(/(?=BEGIN:V(?:EVENT|JOURNAL))/).slice(1);
    expect(parts).toHaveLength(all.length);
    const of = (edtf: string): string => parts.find((part) => part.includes(`X-CASEWRIGHT-EDTF:${edtf}\r\n`)) ?? '';
    expect(of('2031-05-14T23:33:55')).toMatch(/DTSTART:20310514T153355Z\r\n(?!DTEND)[^]*STATUS:CONFIRMED/);
    expect(of('2031-05-14T23:33')).toMatch(/DTSTART:20310514T153300Z\r\nDTEND:20310514T153400Z\r\n[^]*STATUS:TENTATIVE/);
    expect(of('2031-05-14')).toContain('DTSTART;VALUE=DATE:20310514\r\nDTEND;VALUE=DATE:20310515\r\n');
    expect(of('2031-05')).toContain('DTSTART;VALUE=DATE:20310501\r\nDTEND;VALUE=DATE:20310601\r\n');
    expect(of('[2031-05-16..]')).toMatch(/DTSTART:20310515T160000Z\r\nSUMMARY:\[not before this\] /);
    expect(of('[..2031-05-16]')).toMatch(/DTSTART:20310516T160000Z\r\nSUMMARY:\[not after this\] /);
    const journals = parts.filter((part) => part.startsWith('BEGIN:VJOURNAL'));
    expect(journals.map((part) => part.includes('DTSTART'))).toEqual([false]);
    expect(journals[0]).toContain('Recorded by its source: 14 May 2031\\, 23:40:00');
  });
});

describe('the pictures', () => {
  test('as SVG hold every title as words, the case, the zone and what was not placed', async () => {
    const svg = await text('svg');
    expect(svg).toContain('<title>HR-2031-014: Trip, “Lanzhen”; 行程</title>');
    expect(svg).toContain('Zone: Asia/Shanghai');
    expect(svg).toContain('Drawn on');
    expect(svg).toMatch(/Without a time on either side, and so not drawn: \d+/);
    for (const title of ['Plain', 'Semi;colon, comma', '=HYPERLINK(&quot;http://x&quot;;&quot;y&quot;)']) expect(svg).toContain(title);
  });

  test.skipIf(!python)('as SVG are well-formed XML without a script or a reference outside (Python judges)', async () => {
    const script = `
import json, sys, xml.etree.ElementTree as E
tree = E.parse(sys.argv[1]).getroot()
print(json.dumps([tree.tag, sorted({e.tag.split('}')[1] for e in tree.iter()}), [k for e in tree.iter() for k in e.attrib if 'href' in k or k.startswith('on')]]))`;
    const [tag, used, links] = judgeInPython<[string, string[], string[]]>(script, await exported('svg'));
    expect(tag).toBe('{http://www.w3.org/2000/svg}svg');
    expect(used).not.toContain('script');
    expect(links).toEqual([]);
  });

  test('as PDF pass the checks of other programs and can be searched', async () => {
    const path = await exported('pdf');
    if (hasProgram('qpdf', '--version'))
      expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors');
    if (!hasProgram('pdftotext', '-v')) return;
    const words = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    for (const word of ['HR-2031-014', 'Asia/Shanghai', 'Drawn on', 'EX-0001#line=2', '中文', 'known to the second'])
      expect(words).toContain(word);
  });
});

test('only what was filtered leaves, and every export stands in the ledger with its SHA-256', async () => {
  const path = await exported('timesketch-jsonl', { filter: 'plain' });
  const titles = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { message: string }).message);
  expect(new Set(titles)).toEqual(new Set(['Plain']));
  const { entries } = await vault.ask('ledger.list', { chain: 'audit', caseId, limit: 1 });
  expect(entries[0]?.body).toMatchObject({
    act: 'timeline.exported',
    detail: {
      format: 'timesketch-jsonl',
      filter: 'plain',
      events: titles.length,
      sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    },
  });
});

test('nothing is overwritten, and nothing stays of an export that failed or was cancelled', async () => {
  const code = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'none',
      (error: unknown) => (error instanceof FailureError ? error.code : String(error)),
    );
  const path = join(vault.temporary, 'taken.csv');
  writeFileSync(path, 'mine');
  expect(await code(vault.ask('timeline.export', { caseId, format: 'csv', path }))).toBe('exhibit.destination-exists');
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expect(await code(vault.ask('timeline.export', { caseId, format: 'csv', path: join(vault.temporary, 'nowhere', 'x.csv') }))).toBe(
    'disk.folder-missing',
  );
  const big = (await vault.ask('case.create', { reference: 'BIG', title: 'Big', zone: ZONE })).id;
  const log = await sealLog(vault, big, 'big.csv', doorLog(20_000));
  const preview = await vault.ask('log.preview', { exhibitId: log });
  await vault.ask('log.import', { exhibitId: log, mapping: decided(preview, { zone: { fixed: ZONE } }) });
  const jobId = crypto.randomUUID() as JobId;
  const stop = vault.core.on(
    (message) => message.kind === 'progress' && message.name === 'timeline.export' && void vault.ask('job.cancel', { jobId }),
  );
  const out = join(vault.temporary, 'cancelled.csv');
  expect(await code(vault.ask('timeline.export', { caseId: big, format: 'csv', path: out }, { jobId }))).toBe('job.cancelled');
  stop();
  expect(readdirSync(vault.temporary).filter((name) => name.includes('cancelled') || name.includes('unfinished'))).toEqual([]);
  const drawn = join(vault.temporary, 'crowd.svg');
  await vault.ask('timeline.export', { caseId: big, format: 'svg', path: drawn });
  expect(statSync(drawn).size).toBeLessThan(400_000);
  expect(readFileSync(drawn, 'utf8')).toContain('More than 2000 events');
});

test('the command line writes the same file and says what it could not place', async () => {
  const { runCasewright } = await import('../support/command-line.ts');
  const expected = await text('timesketch-csv');
  await vault.ask('vault.lock', {});
  const out = join(vault.temporary, 'cli.csv');
  const run = await runCasewright(['event', 'export', vault.folder, '--case', 'HR-2031-014', '--format', 'timesketch-csv', '--out', out], {
    cwd: vault.temporary,
    environment: { CASEWRIGHT_PASSPHRASE: vault.passphrase },
  });
  expect([run.status, run.stderr]).toEqual([0, '']);
  expect(run.stdout).toContain('1 of them have no bound on either side');
  expect(readFileSync(out, 'utf8')).toBe(expected);
  await vault.ask('vault.open', { folder: vault.folder, passphrase: vault.passphrase });
});
