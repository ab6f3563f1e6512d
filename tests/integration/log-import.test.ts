import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { writeOds } from 'hucre/ods';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseEvent } from '../../shared/model/event.ts';
import type { CaseId, ExhibitId, JobId } from '../../shared/model/identifier.ts';
import { FailureError } from '../../shared/result.ts';
import { interpretMoment } from '../../shared/time/index.ts';
import { decided, doorLog, sealLog } from '../support/logs.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';

const ZONE = 'Asia/Shanghai';
let vault: TestVault;
let cases = 0;

beforeAll(async () => {
  vault = await openTemplateVault();
});
afterAll(() => vault.dispose());

async function newCase(): Promise<CaseId> {
  cases += 1;
  return (await vault.ask('case.create', { reference: `L-${cases}`, title: 'Logs', zone: ZONE })).id;
}

const events = (caseId: CaseId): Promise<CaseEvent[]> => vault.ask('event.list', { caseId });
const fixed = { zone: { fixed: ZONE } };

async function code(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof FailureError ? error.code : String(error)),
  );
}

describe('a door log', () => {
  let caseId: CaseId;
  let exhibitId: ExhibitId;

  beforeAll(async () => {
    caseId = await newCase();
    await vault.ask('party.add', { caseId, name: 'Lin Qiao', role: 'witness', kind: 'person' });
    exhibitId = await sealLog(
      vault,
      caseId,
      'door.csv',
      'time,door,holder,event\n2031-05-14 23:33:55,1216,LIN  QIAO,Access granted\n2031-05-14 23:40:01,1216,Zhou,"Access\nrefused"\n\nsoon,1216,Zhou,Access granted\n',
    );
  });

  test('is seen for what it is, and its zone is asked for', async () => {
    const preview = await vault.ask('log.preview', { exhibitId });
    expect(preview).toMatchObject({ kind: 'text', columns: ['time', 'door', 'holder', 'event'], total: 3, asks: ['zone'], standing: null });
    expect(preview.mapping).toMatchObject({ title: [3], time: [0], location: 1, person: 2, zone: null, delimiter: ',', encoding: 'UTF-8' });
    expect(preview.rows.map(({ row }) => row)).toEqual([2, 3, 5]);
    const shown = await vault.ask('log.preview', { exhibitId, mapping: decided(preview, fixed) });
    expect(shown.asks).toEqual([]);
    expect(shown.sample).toEqual({ rows: 3, unparsed: 1 });
    expect(shown.drafts.map(({ row, problem }) => [row, problem !== ''])).toEqual([
      [2, false],
      [3, false],
      [5, true],
    ]);
  });

  test('becomes events that cite their very rows, with what could not be read listed in its own words', async () => {
    const preview = await vault.ask('log.preview', { exhibitId });
    const result = await vault.ask('log.import', { exhibitId, mapping: decided(preview, fixed) });
    expect(result).toMatchObject({
      import: { rows: 3, imported: 2, unparsed: 1, state: 'standing' },
      blank: 1,
      strangers: [{ name: 'Zhou', rows: 1 }],
    });
    expect(result.problems).toEqual([{ row: 5, text: 'soon,1216,Zhou,Access granted', reason: expect.stringMatching(/\S/) }]);
    const [first, second] = await events(caseId);
    expect(first).toMatchObject({ title: 'Access granted', location: '1216', standing: 'asserted', version: 1 });
    expect(first?.citations).toMatchObject([{ exhibitId, place: 'row=2', stance: 'supports' }]);
    expect(first?.parties).toHaveLength(1);
    expect(first?.happened).toEqual(interpretMoment('2031-05-14 23:33:55', ZONE));
    expect(second?.title).toBe('Access refused');
    expect(await vault.ask('log.row', { exhibitId, sheet: null, row: 3 })).toEqual({
      columns: ['time', 'door', 'holder', 'event'],
      cells: ['2031-05-14 23:40:01', '1216', 'Zhou', 'Access\nrefused'],
    });
    expect(await vault.ask('log.row', { exhibitId, sheet: null, row: 99 })).toBeNull();
    const extent = await vault.ask('timeline.extent', { caseId });
    expect(extent?.events).toBe(2);
  });

  test('leaves one entry in the ledger that proves every imported row', async () => {
    const [one] = await vault.ask('log.list', { caseId });
    const { entries } = await vault.ask('ledger.list', { chain: 'audit', caseId, limit: 50 });
    const [entry, ...others] = entries.filter(({ body }) => body.act === 'log.imported');
    expect(others).toEqual([]);
    const exhibit = (await vault.ask('exhibit.get', { exhibitId })).exhibit;
    expect(entry?.body.detail).toMatchObject({
      import: one?.id,
      exhibit: exhibit.number,
      sha256: exhibit.sha256,
      rows: 3,
      imported: 2,
      unparsed: 1,
    });
    expect(JSON.parse(String(entry?.body.detail['mapping']))).toEqual(one?.mapping);
    const lines = (await events(caseId)).map((event) => {
      const { earliest, latest, edtf, phrase, zone, precision, approximate, uncertain, basis } = event.happened;
      const facts = basis.map(({ code, values }) => (values ? [code, values] : [code]));
      const happened = [earliest, latest, edtf, phrase, zone, precision, Number(approximate), Number(uncertain), JSON.stringify(facts)];
      const { id, title, lane, standing, kind, location, description, tags, parties } = event;
      return `${JSON.stringify([id, event.citations[0]?.place, title, happened, lane, standing, kind, location, description, tags, parties, [], null, null, null])}\n`;
    });
    expect(entry?.body.detail['digest']).toBe(createHash('sha256').update(lines.join('')).digest('hex'));
    expect((await vault.ask('ledger.verify', {})).sound).toBe(true);
  });

  test('goes out of the timeline as a whole and comes back as it was, without what was removed one by one', async () => {
    const [one] = await vault.ask('log.list', { caseId });
    const importId = one?.id as NonNullable<typeof one>['id'];
    const before = await events(caseId);
    await vault.ask('event.remove', { eventId: before[1]?.id as CaseEvent['id'] });
    expect((await vault.ask('log.withdraw', { importId })).state).toBe('withdrawn');
    expect(await events(caseId)).toEqual([]);
    expect(await vault.ask('timeline.extent', { caseId })).toBeNull();
    expect(await code(vault.ask('log.withdraw', { importId }))).toBe('log.withdrawn');
    await vault.ask('log.restore', { importId });
    expect(await events(caseId)).toEqual([before[0]]);
    expect((await vault.ask('log.list', { caseId }))[0]?.state).toBe('standing');
    expect((await vault.ask('log.problems', { importId })).total).toBe(1);
  });
});

test('a row an exhibit cannot have is refused as a place', async () => {
  const caseId = await newCase();
  const exhibitId = await sealLog(vault, caseId, 'short.csv', 'time,what\n2031-05-14 10:00,a\n');
  const clip = await sealLog(
    vault,
    caseId,
    'mail.eml',
    'From: a@example.org\nTo: b@example.org\nSubject: x\nDate: Wed, 14 May 2031 10:00:00 +0800\n\nbody\n',
  );
  const cite = (id: ExhibitId, place: string) =>
    code(vault.ask('event.add', { caseId, title: 'a', when: '2031-05-14', citations: [{ exhibitId: id, place }] }));
  expect([await cite(exhibitId, 'row=2'), await cite(exhibitId, 'row=3'), await cite(exhibitId, 'sheet=2&row=1')]).toEqual([
    'none',
    'citation.place-outside',
    'citation.place-outside',
  ]);
  expect(await cite(clip, 'row=1')).toBe('citation.place-outside');
});

describe('days and months in figures', () => {
  const log = (...dates: string[]): string => ['when,what', ...dates.map((date, index) => `${date} 10:00,row ${index}`), ''].join('\n');

  test('are asked for when nothing in the whole log tells their order', async () => {
    const exhibitId = await sealLog(vault, await newCase(), 'open.csv', log('03/04/2031', '04/03/2031'));
    const preview = await vault.ask('log.preview', { exhibitId });
    expect([preview.dayOrder, preview.mapping.format, preview.asks]).toEqual(['either', 'text', ['day-order', 'zone']]);
    expect(preview.drafts.every(({ moment }) => moment === null)).toBe(true);
  });

  test('are known from a single row, also the very last of many', async () => {
    const caseId = await newCase();
    const dates = [...Array.from({ length: 60_000 }, (_, index) => `0${(index % 9) + 1}/0${(index % 7) + 1}/2031`), '25/12/2031'];
    const exhibitId = await sealLog(vault, caseId, 'proven.csv', log(...dates));
    const preview = await vault.ask('log.preview', { exhibitId });
    expect([preview.dayOrder, preview.mapping.format, preview.asks, preview.total]).toEqual(['day-first', 'day-first', ['zone'], 60_001]);
    expect(preview.drafts[0]?.problem).not.toBe('');
  });

  test('of both orders are never mixed: those of the other order are listed', async () => {
    const caseId = await newCase();
    const exhibitId = await sealLog(vault, caseId, 'mixed.csv', log('25/12/2031', '12/25/2031', '01/02/2031'));
    const preview = await vault.ask('log.preview', { exhibitId });
    expect([preview.dayOrder, preview.asks.includes('day-order')]).toEqual(['mixed', true]);
    const result = await vault.ask('log.import', { exhibitId, mapping: decided(preview, { ...fixed, format: 'day-first' }) });
    expect(result.problems.map(({ row }) => row)).toEqual([3]);
    expect((await events(caseId)).map(({ happened }) => happened.edtf)).toEqual(['2031-02-01T10:00', '2031-12-25T10:00']);
  });
});

describe('zones', () => {
  test('each row is read in the zone its own column names; an unknown one is named', async () => {
    const caseId = await newCase();
    const text = 'when,zone,what\n2031-05-14 10:00,Asia/Kathmandu,a\n2031-05-14 10:00,America/New_York,b\n2031-05-14 10:00,Mars/Base,c\n';
    const exhibitId = await sealLog(vault, caseId, 'zones.csv', text);
    const preview = await vault.ask('log.preview', { exhibitId });
    expect(preview.mapping.zone).toEqual({ column: 1 });
    expect(preview.asks).toEqual([]);
    const result = await vault.ask('log.import', { exhibitId, mapping: preview.mapping });
    expect(result.problems[0]?.reason).toContain('Mars/Base');
    expect((await events(caseId)).map(({ title, happened }) => [title, happened.earliest])).toEqual([
      ['a', Date.UTC(2031, 4, 14, 4, 15)],
      ['b', Date.UTC(2031, 4, 14, 14, 0)],
    ]);
  });

  test('without a zone, only times that carry their offset are read', async () => {
    const caseId = await newCase();
    const exhibitId = await sealLog(
      vault,
      caseId,
      'offsets.csv',
      'when,what\n2031-05-14T10:00:00+08:00,a\n2031-05-14T10:00:00Z,b\n2031-05-14T10:00:00,c\n',
    );
    const preview = await vault.ask('log.preview', { exhibitId });
    expect(preview.asks).toEqual(['zone']);
    const result = await vault.ask('log.import', { exhibitId, mapping: preview.mapping });
    expect([result.import.imported, result.problems.map(({ row }) => row)]).toEqual([2, [4]]);
  });

  test('hours that a zone skipped are refused with the reason; hours it had twice have both as bounds', async () => {
    const caseId = await newCase();
    const exhibitId = await sealLog(vault, caseId, 'change.csv', 'when,what\n2031-03-30 02:30:00,a\n2031-10-26 02:30:00,b\n');
    const preview = await vault.ask('log.preview', { exhibitId });
    const result = await vault.ask('log.import', { exhibitId, mapping: decided(preview, { zone: { fixed: 'Europe/Berlin' } }) });
    expect(result.problems.map(({ row }) => row)).toEqual([2]);
    const [twice] = await events(caseId);
    expect((twice?.happened.latest ?? 0) - (twice?.happened.earliest ?? 0)).toBe(3_601_000);
  });
});

describe('source clocks', () => {
  test('of a log a clock stamped, what it showed is recorded and what happened is corrected, and follows the clock', async () => {
    const caseId = await newCase();
    const exhibitId = await sealLog(vault, caseId, 'recorder.csv', 'time,what\n2031-05-14 23:40:00,a\n2031-05-14 23:50:00,b\n');
    const clock = await vault.ask('clock.add', { caseId, name: 'Door controller', zone: ZONE, daylightSaving: 'off' } as never);
    const clockId = (clock as unknown as { clock: { id: never } }).clock.id;
    const preview = await vault.ask('log.preview', { exhibitId });
    const mapping = decided(preview, { clockId });
    expect((await vault.ask('log.preview', { exhibitId, mapping })).asks).toEqual([]);
    await vault.ask('log.import', { exhibitId, mapping });
    const unknown = await events(caseId);
    expect(unknown.map(({ happened, recorded }) => [happened.earliest, happened.latest, recorded?.edtf])).toEqual([
      [null, null, '2031-05-14T23:40:00'],
      [null, null, '2031-05-14T23:50:00'],
    ]);
    await vault.ask('clock.read', {
      clockId,
      shown: '2031-05-20 10:07:12',
      reference: '2031-05-20 10:00:00',
      referenceName: 'NTP',
      uncertainty: 2000,
    } as never);
    const [first] = await events(caseId);
    expect(first?.recorded?.edtf).toBe('2031-05-14T23:40:00');
    expect(first?.happened.earliest).toBeLessThanOrEqual(Date.UTC(2031, 4, 14, 15, 32, 48));
    expect(first?.happened.latest).toBeGreaterThanOrEqual(Date.UTC(2031, 4, 14, 15, 32, 48));
    expect((first?.happened.latest ?? 0) - (first?.happened.earliest ?? 0)).toBeLessThan(10_000);
  });
});

describe('spreadsheets', () => {
  const rows = [
    ['when', 'what', 'size'],
    [new Date(Date.UTC(2031, 4, 14, 23, 33, 55)), 'door 1216', 1.5],
    [null, null, null],
    ['14 May 2031, 23:50', 'lift', 2],
    [new Date(Date.UTC(2031, 4, 15)), 'a whole day', 3],
  ];

  test.each(['1900', '1904'] as const)(
    'of the %s date system give the very time they show, and rows as a person counts them',
    async (dateSystem) => {
      const caseId = await newCase();
      const exhibitId = await sealLog(
        vault,
        caseId,
        `book-${dateSystem}.xlsx`,
        await writeXlsx({
          sheets: [
            { name: 'Cover', rows: [['x']] },
            { name: 'Log', rows },
          ],
          dateSystem,
        }),
      );
      const preview = await vault.ask('log.preview', { exhibitId, hints: { sheet: 2 } });
      expect([preview.kind, preview.sheets, preview.total]).toEqual(['sheet', ['Cover', 'Log'], 3]);
      await vault.ask('log.import', { exhibitId, mapping: decided(preview, fixed) });
      expect((await events(caseId)).map(({ title, happened, citations }) => [title, happened.edtf, citations[0]?.place])).toEqual([
        ['door 1216', '2031-05-14T23:33:55', 'sheet=2&row=2'],
        ['lift', '2031-05-14T23:50', 'sheet=2&row=4'],
        ['a whole day', '2031-05-15', 'sheet=2&row=5'],
      ]);
      expect((await vault.ask('log.row', { exhibitId, sheet: 2, row: 4 }))?.cells.slice(0, 2)).toEqual(['14 May 2031, 23:50', 'lift']);
      expect(await code(vault.ask('log.preview', { exhibitId, hints: { sheet: 3 } }))).toBe('log.sheet-unknown');
    },
  );

  test('as ODS are read as well', async () => {
    const caseId = await newCase();
    const exhibitId = await sealLog(vault, caseId, 'book.ods', await writeOds({ sheets: [{ name: 'Log', rows }] }));
    const preview = await vault.ask('log.preview', { exhibitId });
    const result = await vault.ask('log.import', { exhibitId, mapping: decided(preview, fixed) });
    expect(result.import.imported).toBe(3);
    expect((await events(caseId))[0]?.happened.edtf).toBe('2031-05-14T23:33:55');
  });

  test('that claim to expand without end are refused, and the exhibit stays', async () => {
    const caseId = await newCase();
    const book = Buffer.from(await writeXlsx({ sheets: [{ name: 'Log', rows }] }));
    // Every size in the archive's directory now claims a gigabyte.
    for (let at = book.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = book.indexOf('PK\u0001\u0002', at + 4, 'latin1'))
      book.writeUInt32LE(2 ** 30, at + 24);
    const exhibitId = await sealLog(vault, caseId, 'bomb.xlsx', book);
    expect(await code(vault.ask('log.preview', { exhibitId }))).toBe('reader.memory');
    const cut = await sealLog(vault, caseId, 'cut.xlsx', book.subarray(0, book.length - 200));
    expect(await code(vault.ask('log.preview', { exhibitId: cut }))).toMatch(/^reader\./);
    expect((await vault.ask('exhibit.get', { exhibitId })).exhibit.number).toBe('EX-0001');
  });
});

describe('hostile logs', () => {
  test('a cell of ten million characters becomes a title of three hundred, and the rows after it are read', async () => {
    const caseId = await newCase();
    const exhibitId = await sealLog(
      vault,
      caseId,
      'huge.csv',
      `time,what\n2031-05-14 10:00,"${'x'.repeat(5_000_000)}\n${'y'.repeat(5_000_000)}"\n2031-05-14 11:00,after\n`,
    );
    const preview = await vault.ask('log.preview', { exhibitId });
    expect(preview.total).toBe(2);
    await vault.ask('log.import', { exhibitId, mapping: decided(preview, fixed) });
    const [first, second] = await events(caseId);
    expect([first?.title.length, second?.title, second?.citations[0]?.place]).toEqual([300, 'after', 'row=3']);
  });

  test('an open quote, zero bytes, foreign bytes and ragged rows cost no other row', async () => {
    const caseId = await newCase();
    const bytes = Buffer.concat([
      Buffer.from(
        'time,what\n2031-05-14 10:00,a\n2031-05-14 10:01,"never closed\n2031-05-14 10:02,c\u0000d\n2031-05-14 10:03\n2031-05-14 10:04,e,f,g\n',
      ),
      Buffer.from([0x32, 0x30, 0x33, 0x31, 0x2c, 0xff, 0xfe, 0x0a]),
      Buffer.from('2031-05-14 10:05,\u202egnp.exe\n'),
    ]);
    const exhibitId = await sealLog(vault, caseId, 'odd.csv', bytes);
    const preview = await vault.ask('log.preview', { exhibitId, hints: { encoding: 'UTF-8' } });
    const result = await vault.ask('log.import', { exhibitId, mapping: decided(preview, fixed) });
    expect(result.problems.map(({ row }) => row)).toEqual([3, 5, 7]);
    expect(result.ragged).toBe(2);
    expect((await events(caseId)).map(({ title, citations }) => [title, citations[0]?.place])).toEqual([
      ['a', 'row=2'],
      ['c d', 'row=4'],
      ['e', 'row=6'],
      ['gnp.exe', 'row=8'],
    ]);
  });

  test('what is no log is refused by name; a mapping of columns it does not have, too', async () => {
    const caseId = await newCase();
    const binary = await sealLog(
      vault,
      caseId,
      'noise.csv',
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 29),
    );
    expect(await code(vault.ask('log.preview', { exhibitId: binary }))).toBe('log.not-a-log');
    const empty = await sealLog(vault, caseId, 'empty.csv', '');
    expect(await code(vault.ask('log.preview', { exhibitId: empty }))).toBe('log.not-a-log');
    const small = await sealLog(vault, caseId, 'small.csv', 'time,what\n2031-05-14 10:00,a\n');
    const preview = await vault.ask('log.preview', { exhibitId: small });
    expect(await code(vault.ask('log.import', { exhibitId: small, mapping: decided(preview, { ...fixed, title: [7] }) }))).toBe(
      'log.mapping',
    );
    expect(await vault.ask('log.list', { caseId })).toEqual([]);
  });
});

test('a cancelled import leaves no event behind, and says that it was withdrawn', async () => {
  const caseId = await newCase();
  const exhibitId = await sealLog(vault, caseId, 'long.csv', doorLog(60_000));
  const preview = await vault.ask('log.preview', { exhibitId });
  const jobId = crypto.randomUUID() as JobId;
  const stop = vault.core.on((message) => {
    if (message.kind === 'progress' && message.name === 'log.import' && message.progress.done > 0) void vault.ask('job.cancel', { jobId });
  });
  expect(await code(vault.ask('log.import', { exhibitId, mapping: decided(preview, fixed) }, { jobId }))).toBe('job.cancelled');
  stop();
  expect((await vault.ask('event.page', { caseId, from: 0, count: 1 })).total).toBe(0);
  const [one] = await vault.ask('log.list', { caseId });
  expect(one?.state).toBe('withdrawn');
  expect(await code(vault.ask('log.restore', { importId: one?.id as NonNullable<typeof one>['id'] }))).toBe('log.mapping');
});

test('other questions are answered while a log is imported', async () => {
  const caseId = await newCase();
  const exhibitId = await sealLog(vault, caseId, 'meanwhile.csv', doorLog(60_000));
  const preview = await vault.ask('log.preview', { exhibitId });
  let done = false;
  const importing = vault.ask('log.import', { exhibitId, mapping: decided(preview, fixed) }).finally(() => (done = true));
  let answers = 0;
  while (!done) {
    await vault.ask('case.get', { caseId });
    answers += 1;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await importing;
  expect(answers).toBeGreaterThan(20);
  // A log is cited by every one of its rows; whoever opens it is not handed them all.
  const detail = await vault.ask('exhibit.get', { exhibitId });
  expect([detail.citedBy.length, detail.citedByMore, detail.citedBy[0]?.place]).toEqual([500, true, 'row=2']);
});

test('JSON Lines are read by their names, whatever the order in which they stand', async () => {
  const caseId = await newCase();
  const lines = [
    '{"message":"a","datetime":"2031-05-14T10:00:00+08:00","timestamp_desc":"Login"}',
    '{"timestamp_desc":"Logout","datetime":"2031-05-14T10:05:00+08:00","message":"b","extra":[1,2]}',
    'not json',
    '',
  ];
  const exhibitId = await sealLog(vault, caseId, 'timesketch.jsonl', lines.join('\n'));
  const preview = await vault.ask('log.preview', { exhibitId });
  expect([preview.kind, preview.mapping.shape, preview.asks]).toEqual(['lines', 'timesketch', []]);
  const result = await vault.ask('log.import', { exhibitId, mapping: preview.mapping });
  expect(result.problems.map(({ row }) => row)).toEqual([3]);
  expect((await events(caseId)).map(({ title, description, citations }) => [title, description, citations[0]?.place])).toEqual([
    ['a', 'Login', 'line=1'],
    ['b', 'Logout', 'line=2'],
  ]);
});

test('the command line asks for what nobody can know, and imports the rest', async () => {
  const { runCasewright } = await import('../support/command-line.ts');
  const own = await openTemplateVault();
  try {
    await own.ask('case.create', { reference: 'R', title: 'T', zone: ZONE });
    await own.ask('vault.lock', {});
    await writeFile(join(own.temporary, 'log.csv'), 'Date;Time;Door;Event\n03/04/2031;23:33;1216;opened\n04/03/2031;23:40;1216;closed\n');
    const run = (...more: string[]) =>
      runCasewright(['event', 'import', own.folder, 'log.csv', '--case', 'R', ...more], {
        cwd: own.temporary,
        environment: { CASEWRIGHT_PASSPHRASE: own.passphrase },
      });
    const map = ['--map', 'title=Event+Door,time=Date+Time,place=Door'];
    expect(await run()).toMatchObject({ status: 2, stderr: expect.stringContaining('Date, Time, Door, Event') });
    expect(await run(...map)).toMatchObject({ status: 2, stderr: expect.stringContaining('--zone') });
    expect(await run(...map, '--zone', ZONE)).toMatchObject({ status: 2, stderr: expect.stringContaining('--day-order') });
    expect(await run('--map', 'title=Nope,time=Date')).toMatchObject({ status: 2, stderr: expect.stringContaining('Nope') });
    const tried = await run(...map, '--zone', ZONE, '--day-order', 'day-first', '--dry-run', '--json');
    expect(tried.json()).toMatchObject({
      dryRun: true,
      total: 2,
      drafts: [{ row: 2, title: 'opened · 1216', moment: { edtf: '2031-04-03T23:33' } }, { row: 3 }],
    });
    const imported = await run(...map, '--zone', ZONE, '--day-order', 'day-first', '--json');
    expect(imported.json()).toMatchObject({ exhibit: 'EX-0001', rows: 2, imported: 2, unparsed: 0 });
    await own.ask('vault.open', { folder: own.folder, passphrase: own.passphrase });
    const [matter] = await own.ask('case.list', {});
    expect((await own.ask('event.list', { caseId: matter?.case.id as CaseId })).map(({ happened }) => happened.edtf)).toEqual([
      '2031-03-04T23:40',
      '2031-04-03T23:33',
    ]);
  } finally {
    await own.dispose();
  }
});
