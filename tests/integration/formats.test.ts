import { createCanvas } from '@napi-rs/canvas';
import { zipSync } from 'fflate';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exhibitPagesTask } from '../../electron/core/print/foreign/exhibit-pages.ts';
import type { TaskPort } from '../../electron/core/tasks/task-port.ts';
import type { Case } from '../../shared/model/case.ts';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import { type Format, type FormatName, formatOf, formats } from '../../shared/model/format.ts';
import { makeDocx, makePdf, makeTiff } from '../support/sample-originals.ts';
import { createTestVault, type TestVault } from '../support/vault.ts';

const FILM = 'build/sample-case/evidence/10 corridor 12 camera 3.mp4';

function picture(type: 'png' | 'jpeg' | 'webp' | 'avif' | 'gif'): Promise<Buffer> {
  const canvas = createCanvas(48, 32);
  canvas.getContext('2d').fillRect(4, 4, 20, 20);
  return canvas.encode(type as 'png');
}

/** Two pixels by two, 24 bits each, without a palette. */
function bitmap(): Uint8Array {
  const bytes = Buffer.alloc(54 + 16);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(2, 18);
  bytes.writeInt32LE(2, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  return bytes;
}

function box(type: string, ...parts: readonly (Uint8Array | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1')));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function wave(): Uint8Array {
  const bytes = Buffer.alloc(44 + 800);
  bytes.write('RIFF');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(8000, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(800, 40);
  return bytes;
}

const MACROS =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
const mail = 'From: Wu Lan <wu@example.test>\nTo: hr@example.test\nSubject: Dinner\nDate: Mon, 19 May 2031 18:20:14 +0800\n\nYesterday.\n';
const silence = Buffer.concat(Array.from({ length: 8 }, () => Buffer.concat([Buffer.from('fffb9000', 'hex'), Buffer.alloc(413)])));

/** A real original of every format of the table, by the name under which it is offered. */
const originals: Readonly<Record<FormatName, readonly [name: string, bytes: () => Uint8Array | string | Promise<Uint8Array>]>> = {
  pdf: ['letter.pdf', () => makePdf(['One', 'Two'])],
  docx: ['memo.docx', () => makeDocx('<w:p><w:r><w:t>Dinner.</w:t></w:r></w:p>')],
  wordTemplate: ['form.docm', () => makeDocx('<w:p><w:r><w:t>Dinner.</w:t></w:r></w:p>', { '[Content_Types].xml': MACROS })],
  message: ['mail.eml', () => mail],
  mailbox: [
    'letters.mbox',
    () => `From wu@example.test Mon May 19 18:20:14 2031\n${mail}\nFrom wu@example.test Mon May 19 18:21:14 2031\n${mail}`,
  ],
  csv: ['door.csv', () => 'time,door\n2031-05-14 23:34:07,1216\n'],
  tsv: ['door.tsv', () => 'time\tdoor\n2031-05-14 23:34:07\t1216\n'],
  json: ['post.json', () => '{"said":"yes"}\n'],
  jsonl: ['posts.jsonl', () => '{"said":"yes"}\n{"said":"no"}\n'],
  xml: ['calls.xml', () => '<?xml version="1.0"?>\n<calls><call/></calls>\n'],
  markdown: ['notes.md', () => '# Notes\n\nDinner.\n'],
  html: ['page.html', () => '<!doctype html><html><body><p>Dinner.</p></body></html>\n'],
  svg: ['drawing.svg', () => '<svg xmlns="http://www.w3.org/2000/svg"><text>Dinner</text></svg>\n'],
  text: ['chat.txt', () => 'one\n\nthree\n'],
  lines: ['dinner.ics', () => 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Dinner\r\nEND:VCALENDAR\r\n'],
  jpeg: ['photo.jpg', () => picture('jpeg')],
  png: ['screen.png', () => picture('png')],
  gif: ['wave.gif', () => picture('gif')],
  webp: ['web.webp', () => picture('webp')],
  avif: ['phone.avif', () => picture('avif')],
  bmp: ['paint.bmp', bitmap],
  heic: ['phone.heic', () => Buffer.concat([box('ftyp', 'heic', '\0\0\0\0', 'heic', 'mif1'), box('meta', '\0\0\0\0')])],
  tiff: ['scan.tif', () => makeTiff(1, 1)],
  image: ['icon.ico', () => Buffer.concat([Buffer.from('00000100010001010000010018003000000016000000', 'hex'), Buffer.alloc(48)])],
  video: ['corridor.mp4', () => readFile(FILM)],
  mp3: ['voice.mp3', () => silence],
  audio: ['voice.wav', wave],
  program: ['tool.exe', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(510, 1)])],
  compressed: ['old.z', () => Buffer.concat([Buffer.from('1fa09090', 'hex'), Buffer.alloc(60, 7)])],
  empty: ['nothing.txt', () => ''],
  unknown: ['thing.bin', () => Buffer.from(Array.from({ length: 64 }, (_, index) => (index * 37) % 251))],
  document: ['memo.rtf', () => '{\\rtf1\\ansi Dinner.}'],
  table: ['chats.sqlite', () => Buffer.concat([Buffer.from('SQLite format 3\0', 'latin1'), Buffer.alloc(84)])],
  other: ['bundle.zip', () => zipSync({ 'a.bin': new Uint8Array([1, 2, 3]) })],
};
const names = Object.keys(formats) as FormatName[];

let vault: TestVault;
let one: Case;
const exhibits = new Map<FormatName, Exhibit>();
const contents = new Map<FormatName, Uint8Array>();

beforeAll(async () => {
  vault = await createTestVault();
  one = await vault.ask('case.create', { reference: 'HR-1', title: 'Corridor', zone: 'Asia/Shanghai' });
  for (const name of names) {
    const [file, make] = originals[name];
    const bytes = await make();
    contents.set(name, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes));
    const path = join(vault.temporary, file);
    await writeFile(path, contents.get(name) as Uint8Array);
    const { files } = await vault.ask('exhibit.import', { caseId: one.id, paths: [path] });
    const exhibitId = files[0]?.exhibitId;
    if (exhibitId) exhibits.set(name, (await vault.ask('exhibit.get', { exhibitId })).exhibit);
  }
}, 120_000);

afterAll(() => vault.dispose());

describe.each(names)('an original of the format %s', (name) => {
  const row: Format = formats[name];

  it('is told by its content, and keeps what its name promises', () => {
    const exhibit = exhibits.get(name);
    expect(exhibit?.kind).toBe(row.kind);
    if (typeof row.mediaType === 'string') expect(exhibit?.mediaType).toBe(row.mediaType);
    else expect(exhibit?.mediaType).toMatch(row.mediaType);
    expect(formatOf(exhibit?.mediaType ?? '')).toBe(row);
    expect(exhibit?.findings.notes.map(({ code }) => code).join()).not.toContain('mismatch');
  });

  it('is read by its reader, or says why nothing of it is read', async () => {
    const exhibit = exhibits.get(name) as Exhibit;
    const { custody } = await vault.ask('exhibit.get', { exhibitId: exhibit.id });
    expect(custody.find(({ body }) => body.act === 'read')?.body.detail).toMatchObject({ reader: row.reader });
    const content = await vault.ask('exhibit.content', { exhibitId: exhibit.id });
    if (['text', 'pdf', 'docx', 'message'].includes(row.reader)) {
      expect(exhibit.findings.status).toBe('read');
      expect(content.passages.length).toBeGreaterThan(0);
    } else if (!row.drawn) {
      expect(exhibit.findings.status).toBe('minimal');
      expect(exhibit.findings.notes).not.toEqual([]);
    }
  });

  it('is shown page by page exactly where its pages are drawn', async () => {
    const exhibit = exhibits.get(name) as Exhibit;
    expect(exhibit.pages !== null).toBe(row.drawn === true);
    const answer = await vault.core.call('exhibit.page', { exhibitId: exhibit.id, page: 1, width: 64 });
    if (row.drawn) expect(answer).toMatchObject({ ok: true });
    else expect(answer).toMatchObject({ ok: false, failure: { code: 'exhibit.no-picture' } });
  });

  it('is set into a case file as pages where they are drawn, and as a slip otherwise', async () => {
    const exhibit = exhibits.get(name) as Exhibit;
    const made = await exhibitPagesTask(
      { bytes: contents.get(name) as Uint8Array, mediaType: exhibit.mediaType },
      undefined as unknown as TaskPort,
    );
    expect(made.as).toBe(row.drawn ? 'pages' : 'slip');
    if (made.as === 'slip') expect(made.reason).toBe(name === 'empty' ? 'empty' : 'native');
    else expect(made.pages).toHaveLength(exhibit.pages ?? 0);
  });
});

it('shows the very bytes only of pictures, recordings and sound, and of nothing that could run', () => {
  const shown = names.filter((name) => (formats[name] as Format).shown);
  expect(shown.every((name) => ['image', 'video', 'audio'].includes(formats[name].kind))).toBe(true);
  for (const type of ['text/html', 'image/svg+xml', 'application/pdf', 'application/xml', 'text/plain', 'video/mp4\r\nX: 1'])
    expect(formatOf(type).shown).toBeUndefined();
});
