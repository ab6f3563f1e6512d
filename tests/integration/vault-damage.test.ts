import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRawVault, PASSPHRASE, type RawVault } from '../support/raw-vault.ts';

const PAGE = 4096;
let vault: RawVault;

beforeEach(async () => {
  vault = await openRawVault();
});
afterEach(() => vault.dispose());

const snapshot = () => {
  const copy = join(vault.temporary, 'snapshot');
  cpSync(vault.folder, copy, { recursive: true });
  return copy;
};
const restore = (copy: string, file: string) => copyFileSync(join(copy, file), join(vault.folder, file));
const objectFile = () => {
  const objects = join(vault.folder, 'objects');
  const [prefix] = readdirSync(objects).filter((name) => name.length === 2);
  const [name] = readdirSync(join(objects, prefix as string));
  return join('objects', prefix as string, name as string);
};
/** Page numbers of one table, found while it is whole. */
const pagesOf = (table: string): number[] => {
  const pages: number[] = [];
  vault.raw((sqlite) =>
    pages.push(...(sqlite.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'").pluck().all(table) as number[])),
  );
  return pages;
};
/** Another wrapped key under a checksum that fits: it looks like a wrong passphrase, and only the copy tells otherwise. */
const forgeHeader = (path: string): void => {
  const { checksum: _checksum, seal, ...raw } = JSON.parse(readFileSync(path, 'utf8'));
  raw.slots[0].kdf.salt = Buffer.alloc(16, 7).toString('base64');
  const checksum = createHash('sha256')
    .update(canonicalize(raw) as string)
    .digest('hex');
  writeFileSync(path, JSON.stringify({ ...raw, checksum, seal }));
};
const failure = (code: string) => expect.objectContaining({ code });

describe('a vault that somebody put back or cut', () => {
  it('is opened for reading only when an older database stands in the place of the newer one', async () => {
    vault.close();
    const old = snapshot();
    await vault.reopen();
    vault.addCase('R-1');
    vault.close();
    restore(old, 'case.db');
    const before = readFileSync(join(vault.folder, 'case.db'));
    const { damage } = await vault.reopen();
    expect(damage).toMatch(/Rollback detected.*audit ledger has \d+ entries, the checkpoint knows \d+/);
    expect(() => vault.addCase('R-2')).toThrow(failure('vault.ledger-short'));
    vault.close();
    expect(readFileSync(join(vault.folder, 'case.db')).equals(before)).toBe(true);
  });

  it('is opened for reading only when the database carries another history of the same length', async () => {
    vault.close();
    const old = snapshot();
    await vault.reopen();
    vault.addCase('R-1');
    vault.close();
    const real = readFileSync(join(vault.folder, 'checkpoint'));
    for (const file of ['case.db', 'checkpoint']) restore(old, file);
    await vault.reopen();
    vault.addCase('R-2');
    vault.close();
    writeFileSync(join(vault.folder, 'checkpoint'), real);
    expect((await vault.reopen()).damage).toMatch(/not those the checkpoint knows/);
    expect(() => vault.addCase('R-3')).toThrow(failure('vault.ledger-other'));
  });

  it('is opened for reading only when the whole folder is put back but the caller remembers newer heads', async () => {
    vault.close();
    const old = snapshot();
    await vault.reopen();
    const known = [vault.open.vault.read.ledger.head('audit')];
    vault.close();
    for (const file of ['case.db', 'checkpoint']) restore(old, file);
    expect((await vault.reopen(known)).session().findings).toMatchObject([{ code: 'vault.ledger-short' }]);
    expect(() => vault.addCase('R-2')).toThrow(failure('vault.ledger-short'));
    await vault.reopen();
  });

  it('is opened for reading only without its checkpoint file, with another vault’s, and with an edited one', async () => {
    vault.close();
    const path = join(vault.folder, 'checkpoint');
    const text = readFileSync(path, 'utf8');
    rmSync(path);
    const refusesToWrite = async (code: string) => {
      expect((await vault.reopen()).session().findings).toMatchObject([{ code }]);
      expect(() => vault.addCase('R-1')).toThrow(failure(code));
      vault.close();
    };
    await refusesToWrite('vault.checkpoint-missing');
    expect(existsSync(path)).toBe(false);
    writeFileSync(path, text.replace(/\n\d+\n/, '\n7\n'));
    await refusesToWrite('vault.checkpoint-damaged');
    writeFileSync(path, text.slice(0, 100));
    await refusesToWrite('vault.checkpoint-damaged');
    writeFileSync(path, text);
    await vault.reopen();
  });

  it('is opened for reading only when damaged frames of the log made the last commits disappear', async () => {
    vault.addCase('R-1');
    vault.open.keeper.flush();
    const crashed = snapshot();
    vault.close();
    for (const file of readdirSync(crashed).filter((name) => name.startsWith('case.db'))) restore(crashed, file);
    restore(crashed, 'checkpoint');
    const log = join(vault.folder, 'case.db-wal');
    const bytes = readFileSync(log);
    bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] as number) ^ 1;
    writeFileSync(log, bytes);
    expect((await vault.reopen()).session().findings).toMatchObject([{ code: 'vault.ledger-short' }]);
    expect(() => vault.addCase('R-2')).toThrow(failure('vault.ledger-short'));
    vault.close();
    expect(readFileSync(log).equals(bytes)).toBe(true);
  });

  it('opens after a crash between a commit and its checkpoint', async () => {
    vault.open.keeper.flush();
    const checkpoint = readFileSync(join(vault.folder, 'checkpoint'));
    vault.addCase('R-1');
    const crashed = snapshot();
    vault.close();
    for (const file of readdirSync(crashed).filter((name) => name.startsWith('case.db'))) restore(crashed, file);
    writeFileSync(join(vault.folder, 'checkpoint'), checkpoint);
    const open = await vault.reopen();
    expect(open.vault.read.cases.findByReference('R-1')).toBeDefined();
  });

  it.each([
    ['a page of zeros appended', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(PAGE)])],
    ['its last pages cut off', (bytes: Buffer) => bytes.subarray(0, -2 * PAGE)],
  ])('is opened for reading only with %s', async (_what, damage) => {
    vault.addCase('R-1');
    for (let index = 0; index < 60; index += 1)
      vault.open.vault.transact(({ ledger }) => ledger.audit('test.noted', {}, { text: `${index} `.repeat(40) }));
    vault.close();
    const path = join(vault.folder, 'case.db');
    const damagedBytes = damage(readFileSync(path));
    writeFileSync(path, damagedBytes);
    const open = await vault.reopen();
    expect(open.session().damage).toBeDefined();
    expect(open.vault.read.cases.findByReference('R-1')).toBeDefined();
    expect(() => vault.addCase('R-2')).toThrow(failure('vault.database-damaged'));
    const { problems } = await vault.check();
    expect(problems.some(({ area, subject }) => area === 'database' && subject === 'case.db')).toBe(true);
    vault.close();
    expect(readFileSync(path).equals(damagedBytes)).toBe(true);
  });

  it.each([
    ['cut short', (path: string) => truncateSync(path, 200)],
    ['edited', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('"passes": 3', '"passes": 4'))],
  ])('says that the header is damaged when it and its copy are %s', async (_how, damage) => {
    vault.close();
    const path = join(vault.folder, 'vault.json');
    const text = readFileSync(path);
    damage(path);
    damage(`${path}.copy`);
    await expect(vault.reopen()).rejects.toThrow(failure('vault.header-damaged'));
    writeFileSync(path, text);
    await vault.reopen();
  });
});

describe('vault check on a damaged vault', () => {
  it('finds nothing wrong with a whole one', async () => {
    const one = vault.addCase('R-1');
    await vault.addExhibit(one, 'a.txt', 'first');
    expect(await vault.check(true)).toMatchObject({ sound: true, problems: [], counts: { objects: 1, objectBytes: 5 } });
    expect(vault.open.database.get('SELECT checked_at AS at FROM vault')).not.toEqual({ at: null });
  });

  it('names the exhibits whose rows lie on a page with one flipped bit; the others stay readable', async () => {
    const one = vault.addCase('R-1');
    for (let index = 1; index <= 40; index += 1) await vault.addExhibit(one, `file-${index}-${'x'.repeat(200)}.txt`, `content ${index}`);
    vault.close();
    const pages = pagesOf('exhibit');
    vault.flip('case.db', ((pages[3] as number) - 1) * PAGE + 900);
    const open = await vault.reopen();
    expect(open.damage).toBeUndefined();
    const { sound, problems } = await vault.check();
    expect(sound).toBe(false);
    const table = problems.find((problem) => problem.subject === 'table exhibit');
    expect(table?.problem).toMatch(/cannot be read: EX-00\d\d, EX-00\d\d/);
    const lost = table?.problem.match(/EX-\d{4}/g) ?? [];
    expect(lost.length).toBeLessThan(12);
    expect(problems.some((problem) => problem.subject === 'case.db' && problem.problem.includes(String(pages[3])))).toBe(true);
    // The rest is readable, and its objects can still be verified.
    const first = open.vault.read.exhibits.findByNumber(one.id, 'EX-0001');
    expect(first?.title).toMatch(/^file-1-/);
    const object = first && open.vault.read.exhibits.object(first.id);
    expect(object && (await open.vault.objects.verify(object)).outcome).toBe('matches');
    expect(() => open.vault.read.exhibits.list(one.id)).toThrow(/a page of the table exhibit/);
  });

  it('opens for reading only when the end of a ledger lies on a damaged page, and says why', async () => {
    const one = vault.addCase('R-1');
    await vault.addExhibit(one, 'a.txt', 'first');
    for (let index = 0; index < 60; index += 1)
      vault.open.vault.transact(({ ledger }) => ledger.audit('test.noted', {}, { text: `${index} `.repeat(40) }));
    vault.close();
    const page = pagesOf('audit_entry').at(-1) as number;
    vault.flip('case.db', (page - 1) * PAGE + 2000);
    const before = readFileSync(join(vault.folder, 'case.db'));
    const open = await vault.reopen();
    expect(open.session().damage).toMatch(/table audit_entry/);
    expect(open.vault.read.exhibits.list(one.id)).toHaveLength(1);
    expect(() => vault.addCase('R-2')).toThrow(failure('vault.database-damaged'));
    const { problems } = await vault.check(true);
    expect(problems.find((problem) => problem.subject === 'table audit_entry')?.problem).toMatch(/entries (\d+ to \d+|from \d+ on)/);
    expect(problems.filter((problem) => problem.area === 'object')).toEqual([]);
    vault.close();
    expect(readFileSync(join(vault.folder, 'case.db')).equals(before)).toBe(true);
  });

  it.each([
    ['cut short', (path: string) => truncateSync(path, 300)],
    ['gone', (path: string) => rmSync(path)],
    ['edited', (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace('Inés Marlow', 'Inès Marlow'))],
    ['edited with its checksum mended', (path: string) => forgeHeader(path)],
  ])('opens by the copy of its header, for reading only, when the header is %s', async (_, harm) => {
    const one = vault.addCase('R-1');
    await vault.addExhibit(one, 'a.txt', 'first');
    vault.close();
    const path = join(vault.folder, 'vault.json');
    harm(path);
    const before = existsSync(path) ? readFileSync(path) : undefined;
    const open = await vault.reopen();
    expect(open.session().damage).toMatch(/^vault\.json: .*; its copy was used$/);
    expect(open.vault.read.exhibits.list(one.id)).toHaveLength(1);
    expect(() => vault.addCase('R-2')).toThrow(failure('vault.header-damaged'));
    expect((await vault.check(true)).problems.map(({ subject }) => subject)).toEqual(['vault.json']);
    vault.close();
    expect(existsSync(path) ? readFileSync(path) : undefined).toEqual(before);
  });

  it('makes the copy of its header again, and the ledger tells', async () => {
    const copy = join(vault.folder, 'vault.json.copy');
    const whole = readFileSync(copy);
    vault.close();
    truncateSync(copy, 100);
    await vault.reopen();
    expect(readFileSync(copy).equals(whole)).toBe(true);
    const acts = [...vault.open.vault.read.ledger.entries('audit')].map(({ body }) => body.act);
    expect(acts.filter((act) => act === 'header.copy-renewed')).toHaveLength(1);
    expect((await vault.check()).problems).toEqual([]);
  });

  it('names the entry whose text was edited behind the back of the triggers', async () => {
    const one = vault.addCase('R-1');
    await vault.addExhibit(one, 'a.txt', 'first');
    await vault.addExhibit(one, 'b.txt', 'second');
    vault.close();
    vault.raw((sqlite) => {
      sqlite.exec('DROP TRIGGER custody_entry_no_update');
      sqlite.prepare("UPDATE custody_entry SET body = replace(body, 'EX-0001', 'EX-0009') WHERE sequence = 1").run();
    });
    await vault.reopen();
    const { problems } = await vault.check();
    expect(problems).toContainEqual({
      area: 'ledger',
      subject: 'custody entry 1',
      problem: 'its text was changed: it no longer has the hash it was signed with',
    });
    expect(problems).toContainEqual({ area: 'ledger', subject: 'custody entry 1', problem: 'its signature by Inés Marlow is not valid' });
    expect(problems).toContainEqual({
      area: 'ledger',
      subject: 'custody ledger',
      problem: 'its entries do not give the root of its Merkle tree',
    });
    expect(problems.every((problem) => !problem.subject.includes('entry 2'))).toBe(true);
    expect(vault.open.vault.read.exhibits.list(one.id)).toHaveLength(2);
  });

  it('names an entry taken out, one signed with a key nobody introduced, and one that follows from nothing', async () => {
    for (let index = 0; index < 4; index += 1) vault.addCase(`R-${index}`);
    vault.close();
    vault.raw((sqlite) => {
      for (const act of ['update', 'delete']) sqlite.exec(`DROP TRIGGER audit_entry_no_${act}`);
      sqlite.exec('DELETE FROM audit_entry WHERE sequence = 3');
      sqlite.exec('UPDATE audit_entry SET public_key = randomblob(32) WHERE sequence = 5');
    });
    await vault.reopen();
    const { problems } = await vault.check();
    const about = (subject: string) => problems.filter((problem) => problem.subject === subject).map(({ problem }) => problem);
    expect(about('audit entry 3')).toEqual(['the entry is missing']);
    expect(about('audit entry 4')).toEqual(['it does not follow from the entry before it']);
    expect(about('audit entry 5')).toEqual(['it is signed with a key the ledger does not know for Inés Marlow']);
  });

  it('names the exhibit whose object is missing, cut, altered or exchanged', async () => {
    const one = vault.addCase('R-1');
    await vault.addExhibit(one, 'a.txt', 'first '.repeat(100));
    const file = objectFile();
    const path = join(vault.folder, file);
    const whole = readFileSync(path);
    const problemOf = async (deep = false) => (await vault.check(deep)).problems;
    vault.flip(file, whole.length - 5);
    expect(await problemOf()).toEqual([]);
    expect(await problemOf(true)).toEqual([
      expect.objectContaining({ area: 'object', subject: 'R-1/EX-0001', problem: expect.stringContaining('altered') }),
    ]);
    vault.flip(file, whole.length - 5);
    vault.flip(file, 10);
    expect(await problemOf()).toEqual([{ area: 'object', subject: 'R-1/EX-0001', problem: 'another object stands in its place' }]);
    truncateSync(path, 50);
    expect(await problemOf()).toEqual([expect.objectContaining({ problem: expect.stringMatching(/^it has 50 bytes instead of/) })]);
    rmSync(path);
    expect(await problemOf()).toEqual([
      expect.objectContaining({ area: 'object', subject: 'R-1/EX-0001', problem: expect.stringContaining('missing') }),
    ]);
  });

  it('is content again when the missing object is sealed anew from the same bytes, and the ledger tells', async () => {
    const one = vault.addCase('R-1');
    await vault.addExhibit(one, 'a.txt', 'first');
    rmSync(join(vault.folder, objectFile()));
    expect((await vault.check()).sound).toBe(false);
    const { stored } = await vault.open.vault.objects.seal(join(vault.temporary, 'a.txt'));
    expect(stored).toBe(true);
    expect((await vault.check(true)).problems).toEqual([]);
    expect([...vault.open.vault.read.ledger.entries('audit')].map(({ body }) => body.act)).toContain('object.resealed');
  });

  it('is content again when good bytes are imported over a damaged object, and the custody of its exhibits tells', async () => {
    const [one, two] = [vault.addCase('R-1'), vault.addCase('R-2')];
    const exhibits = [
      await vault.addExhibit(one, 'a.txt', 'first '.repeat(100)),
      await vault.addExhibit(two, 'a.txt', 'first '.repeat(100)),
    ];
    const custody = () =>
      [...vault.open.vault.read.ledger.entries('custody')].map(({ body }) => body).filter(({ act }) => act === 'resealed');
    vault.flip(objectFile(), 60);
    await vault.open.vault.objects.seal(join(vault.temporary, 'a.txt'));
    expect((await vault.check(true)).problems).toEqual([]);
    expect(custody()).toMatchObject(
      exhibits.map(({ id, number, sha256 }) => ({
        exhibitId: id,
        detail: { number, sha256, was: 'altered', found: expect.stringMatching('segment 1 of 1') },
      })),
    );
    // The row remembers another sealed file, as after a kill between the two: the content is what counts.
    vault.open.database.run('UPDATE sealed_object SET salt = ?', 'ab'.repeat(32));
    expect((await vault.check(true)).sound).toBe(false);
    await vault.open.vault.objects.seal(join(vault.temporary, 'a.txt'));
    expect((await vault.check(true)).problems).toEqual([]);
    expect(custody().at(-1)?.detail).toMatchObject({ was: 'exchanged' });
    // What is whole is left as it is.
    await vault.open.vault.objects.seal(join(vault.temporary, 'a.txt'));
    expect(custody()).toHaveLength(4);
  });

  it('sees an exhibit row that no longer says what its acquisition signed', async () => {
    const one = vault.addCase('R-1');
    const exhibit = await vault.addExhibit(one, 'a.txt', 'first');
    vault.close();
    vault.raw((sqlite) => {
      sqlite.exec('DROP TRIGGER exhibit_fixed');
      sqlite.prepare('UPDATE exhibit SET sha256 = ? WHERE id = ?').run('0'.repeat(64), exhibit.id);
    });
    await vault.reopen();
    expect((await vault.check()).problems).toContainEqual({
      area: 'database',
      subject: 'R-1/EX-0001',
      problem: 'its hash is not the one signed in custody entry 1',
    });
  });

  it('sees a page put back to an older state, which every cipher lets pass', async () => {
    const one = vault.addCase('R-1');
    await vault.addExhibit(one, 'a.txt', 'first');
    vault.close();
    const old = readFileSync(join(vault.folder, 'case.db'));
    const [page] = pagesOf('exhibit');
    await vault.reopen();
    await vault.addExhibit(one, 'b.txt', 'second');
    vault.close();
    const path = join(vault.folder, 'case.db');
    const now = readFileSync(path);
    const at = ((page as number) - 1) * PAGE;
    old.copy(now, at, at, at + PAGE);
    writeFileSync(path, now);
    await vault.reopen();
    const { problems } = await vault.check();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems).toContainEqual({ area: 'database', subject: 'custody entry 2', problem: 'the exhibit it acquired has no row' });
  });

  it('can be cancelled', async () => {
    const { createTending } = await import('../../electron/core/vault/tending.ts');
    const controller = new AbortController();
    const check = createTending(vault.open, (work) => work()).check({
      deep: true,
      signal: controller.signal,
      progress: () => controller.abort(),
    });
    await expect(check).rejects.toThrow(failure('job.cancelled'));
  });
});

describe('a vault that is being made', () => {
  it('leaves nothing behind that looks like a vault when its place is taken', async () => {
    const { createVault } = await import('../../electron/core/vault/vault.ts');
    await expect(createVault(vault.folder, 'Another', PASSPHRASE, vault.open.options)).rejects.toThrow(failure('vault.exists'));
    expect(readdirSync(vault.temporary).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(existsSync(join(vault.folder, 'vault.json'))).toBe(true);
  });
});
