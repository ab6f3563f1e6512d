import { execFileSync, spawn } from 'node:child_process';
import { enterVault } from '../../electron/core/vault/enter.ts';
import { readHeader } from '../../electron/core/vault/keys/header.ts';
import { unlock } from '../../electron/core/vault/keys/slots.ts';
import { createWorkerPool } from '../../electron/core/workers/pool.ts';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../electron/core/index.ts';
import type { CoreMessage } from '../../shared/contract/index.ts';
import type { CaseId, JobId, PartyId } from '../../shared/model/identifier.ts';
import { askOf, createTestVault, type TestVault } from '../support/vault.ts';

let vault: TestVault;
beforeEach(async () => {
  vault = await createTestVault();
});
afterEach(() => vault.dispose());

const failsWith = (code: string) => ({ ok: false, failure: expect.objectContaining({ code }) });
const acts = async () => (await vault.ask('ledger.list', { chain: 'audit' })).entries.map(({ body }) => body.act).reverse();
const createCase = (reference = 'R-1') => vault.ask('case.create', { reference, title: 'Hotel corridor', zone: 'Asia/Shanghai' });

describe('a vault', () => {
  it('is made whole: header, database, checkpoint, objects, and no passphrase, name or key in the clear', async () => {
    await createCase();
    await vault.ask('vault.lock', {});
    expect(readdirSync(vault.folder).sort()).toEqual(expect.arrayContaining(['case.db', 'checkpoint', 'objects', 'vault.json']));
    for (const file of ['case.db', 'checkpoint', 'vault.json']) {
      const bytes = readFileSync(join(vault.folder, file));
      for (const secret of [vault.passphrase, 'Hotel corridor', vault.recoveryCode]) expect(bytes.includes(secret)).toBe(false);
    }
    expect(readdirSync(vault.temporary)).toEqual(['Test.casewright']);
  });

  it('is never made over something that is there', async () => {
    const taken = join(vault.temporary, 'Taken.casewright');
    mkdirSync(taken);
    writeFileSync(join(taken, 'mine.txt'), 'mine');
    const answer = await vault.core.call('vault.create', { folder: taken, user: 'A', passphrase: vault.passphrase });
    expect(answer).toEqual(failsWith('vault.exists'));
    expect(readdirSync(taken)).toEqual(['mine.txt']);
  });

  it('needs a passphrase worth the name', async () => {
    const folder = join(vault.temporary, 'Weak.casewright');
    expect(await vault.core.call('vault.create', { folder, user: 'A', passphrase: 'short' })).toEqual(failsWith('vault.weak-passphrase'));
    expect(existsSync(folder)).toBe(false);
  });

  it('refuses a wrong passphrase and answers nothing once it is locked', async () => {
    await vault.ask('vault.lock', {});
    expect(await vault.ask('vault.session', {})).toBeNull();
    for (const name of ['case.list', 'vault.info', 'ledger.heads'] as const)
      expect(await vault.core.call(name, {})).toEqual(failsWith('vault.locked'));
    expect(await vault.core.call('vault.open', { folder: vault.folder, passphrase: 'a wrong passphrase' })).toEqual({
      ok: false,
      failure: { code: 'vault.wrong-passphrase', values: {}, message: 'That passphrase does not open this vault' },
    });
    expect(await vault.core.call('vault.open', { folder: join(vault.temporary, 'None'), passphrase: 'x' })).toEqual(
      failsWith('vault.missing'),
    );
  });

  it('opens again with everything in it, and records opening and locking with its reason', async () => {
    const one = await createCase();
    await vault.ask('vault.lock', { reason: 'idle' });
    expect(await vault.ask('vault.open', { folder: vault.folder, passphrase: vault.passphrase })).toEqual(vault.session);
    expect((await vault.ask('case.list', {})).map((summary) => summary.case)).toEqual([one]);
    expect(await acts()).toEqual(['vault.created', 'vault.opened', 'case.created', 'vault.locked', 'vault.opened']);
    const { entries } = await vault.ask('ledger.list', { chain: 'audit', before: 5, limit: 1 });
    expect(entries[0]?.body.detail).toEqual({ reason: 'idle' });
  });

  it('tells a second opener in another process who has it, and lets it in afterwards', async () => {
    const other = createCore({ log: () => undefined });
    const open = () => other.call('vault.open', { folder: vault.folder, passphrase: vault.passphrase });
    expect(await open()).toEqual({
      ok: false,
      failure: expect.objectContaining({ code: 'vault.in-use', message: expect.stringContaining('Inés Marlow') }),
    });
    await createCase();
    await vault.ask('vault.lock', {});
    expect(await open()).toMatchObject({ ok: true });
    expect(await askOf(other)('case.list', {})).toHaveLength(1);
    await other.close();
  });

  it('refuses a second opener even when somebody removed the lock file', async () => {
    const { rmSync } = await import('node:fs');
    rmSync(join(vault.folder, 'vault.lock'), { force: true });
    const other = createCore({ log: () => undefined });
    expect(await other.call('vault.open', { folder: vault.folder, passphrase: vault.passphrase })).toEqual(failsWith('vault.in-use'));
    await other.close();
    await createCase();
  });

  it('changes the passphrase: the old one opens nothing any more', async () => {
    expect(await vault.core.call('vault.changePassphrase', { current: 'not the one at all', next: 'eight lamps on the stairs' })).toEqual(
      failsWith('vault.wrong-passphrase'),
    );
    await vault.ask('vault.changePassphrase', { current: vault.passphrase, next: 'eight lamps on the stairs' });
    await vault.ask('vault.lock', {});
    expect(await vault.core.call('vault.open', { folder: vault.folder, passphrase: vault.passphrase })).toEqual(
      failsWith('vault.wrong-passphrase'),
    );
    await vault.ask('vault.open', { folder: vault.folder, passphrase: 'eight lamps on the stairs' });
    expect(await acts()).toContain('user.passphrase-changed');
  });

  it('gives a second user a slot and a signing key of their own', async () => {
    await vault.ask('vault.addUser', { name: 'Tomás Reyes', passphrase: 'nine lamps in the cellar' });
    expect(await vault.core.call('vault.addUser', { name: 'tomás reyes', passphrase: 'nine lamps in the cellar' })).toEqual(
      failsWith('vault.user-exists'),
    );
    await vault.ask('vault.lock', {});
    expect((await vault.ask('vault.users', { folder: vault.folder })).users.map(({ name }) => name)).toEqual([
      'Inés Marlow',
      'Tomás Reyes',
    ]);
    expect(await vault.core.call('vault.open', { folder: vault.folder, passphrase: vault.passphrase })).toEqual(
      failsWith('vault.user-ambiguous'),
    );
    await vault.ask('vault.open', { folder: vault.folder, user: 'Tomás Reyes', passphrase: 'nine lamps in the cellar' });
    await createCase();
    const { entries } = await vault.ask('ledger.list', { chain: 'audit' });
    const keyOf = (name: string) => new Set(entries.filter(({ body }) => body.actor.name === name).map(({ publicKey }) => publicKey));
    expect([keyOf('Inés Marlow').size, keyOf('Tomás Reyes').size]).toEqual([1, 1]);
    expect(keyOf('Inés Marlow')).not.toEqual(keyOf('Tomás Reyes'));
    expect(await vault.ask('ledger.verify', {})).toMatchObject({ sound: true, problems: [] });
    expect((await vault.ask('vault.check', { deep: true })).problems).toEqual([]);
  });

  it('keeps both users that are added at the same time', async () => {
    const passphrase = 'nine lamps in the cellar';
    await Promise.all(['Tomás Reyes', '林小舟'].map((name) => vault.ask('vault.addUser', { name, passphrase })));
    await vault.ask('vault.lock', {});
    expect(
      (await vault.ask('vault.users', { folder: vault.folder })).users.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en')),
    ).toEqual(['Inés Marlow', 'Tomás Reyes', '林小舟']);
    await vault.ask('vault.open', { folder: vault.folder, user: '林小舟', passphrase });
    expect((await vault.ask('vault.check', { deep: true })).problems).toEqual([]);
  });

  it('does not write back a header that somebody changed while the vault was being opened', async () => {
    const found = readHeader(vault.folder);
    const unlocked = await unlock(found, vault.user, vault.passphrase);
    await vault.ask('vault.addUser', { name: 'Tomás Reyes', passphrase: 'nine lamps in the cellar' });
    await vault.ask('vault.lock', {});
    const workers = createWorkerPool();
    const options = { workers, version: 'test', program: 'test', now: Date.now };
    await expect(enterVault({ folder: vault.folder, found, header: found, unlocked, options })).rejects.toMatchObject({
      code: 'vault.header-changed',
    });
    await workers.close();
    await vault.ask('vault.open', { folder: vault.folder, user: vault.user, passphrase: vault.passphrase });
  });

  it('lets its user back in with the recovery code, under a new key that the ledger knows', async () => {
    await createCase();
    await vault.ask('vault.lock', {});
    const recover = (recoveryCode: string) =>
      vault.core.call('vault.recover', { folder: vault.folder, user: vault.user, recoveryCode, passphrase: 'ten lamps under the roof' });
    const header = readFileSync(join(vault.folder, 'vault.json'));
    expect(await recover('AAAAA-'.repeat(8).slice(0, -1))).toMatchObject({ ok: false });
    expect(readFileSync(join(vault.folder, 'vault.json')).equals(header)).toBe(true);
    expect(await recover(vault.recoveryCode)).toMatchObject({ ok: true });
    await createCase('R-2');
    await vault.ask('vault.lock', {});
    expect(await vault.core.call('vault.open', { folder: vault.folder, passphrase: vault.passphrase })).toEqual(
      failsWith('vault.wrong-passphrase'),
    );
    await vault.ask('vault.open', { folder: vault.folder, passphrase: 'ten lamps under the roof' });
    expect(await acts()).toContain('user.recovered');
    expect((await vault.ask('vault.check', { deep: false })).problems).toEqual([]);
  });

  it('takes over a certificate from a PKCS#12 file and names the former one in the ledger', async () => {
    const at = (name: string) => join(vault.temporary, name);
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        at('key.pem'),
        '-out',
        at('cert.pem'),
        '-days',
        '30',
        '-subj',
        '/CN=Inés Marlow/O=Invented Chambers',
        '-utf8',
      ],
      { stdio: 'ignore' },
    );
    execFileSync('openssl', [
      'pkcs12',
      '-export',
      '-inkey',
      at('key.pem'),
      '-in',
      at('cert.pem'),
      '-out',
      at('id.p12'),
      '-passout',
      'pass:transport',
    ]);
    const former = await vault.ask('vault.certificate', {});
    expect(await vault.core.call('vault.importCertificate', { path: at('id.p12'), passphrase: 'wrong' })).toEqual(
      failsWith('identity.pkcs12'),
    );
    expect(await vault.core.call('vault.importCertificate', { path: at('none.p12'), passphrase: 'x' })).toMatchObject({
      ok: false,
      failure: { code: 'disk.failed' },
    });
    const imported = await vault.ask('vault.importCertificate', { path: at('id.p12'), passphrase: 'transport' });
    expect(imported).toMatchObject({ ownMade: false, subject: expect.stringContaining('Invented Chambers') });
    await vault.reopen();
    expect(await vault.ask('vault.certificate', {})).toEqual(imported);
    const entry = (await vault.ask('ledger.list', { chain: 'audit' })).entries.find(({ body }) => body.act === 'certificate.imported');
    expect(entry?.body.detail).toMatchObject({ 'sha256.before': former.sha256, 'sha256.after': imported.sha256 });
  });

  it('sweeps at open what a crash left, and records counts and names', async () => {
    await vault.ask('vault.lock', {});
    const orphan = 'ab'.repeat(32);
    mkdirSync(join(vault.folder, 'objects', 'ab'), { recursive: true });
    writeFileSync(join(vault.folder, 'objects', 'ab', orphan), 'left');
    writeFileSync(join(vault.folder, 'objects', '.pending-1'), 'half');
    await vault.ask('vault.open', { folder: vault.folder, passphrase: vault.passphrase });
    expect(existsSync(join(vault.folder, 'objects', 'ab', orphan))).toBe(false);
    expect(existsSync(join(vault.folder, 'objects', '.pending-1'))).toBe(false);
    expect(readdirSync(join(vault.folder, 'quarantine'))).toEqual([expect.stringMatching(new RegExp(`^${orphan}\\.[0-9a-f]{8}$`))]);
    const [entry] = (await vault.ask('ledger.list', { chain: 'audit' })).entries;
    expect(entry?.body).toMatchObject({ act: 'objects.swept', detail: { orphans: 1, pending: 1, names: orphan } });
  });

  it('says aloud what changed, how far a check is, and that it was locked', async () => {
    const heard: CoreMessage[] = [];
    const stop = vault.core.on((message) => heard.push(message));
    await createCase();
    const jobId = randomUUID() as JobId;
    await vault.ask('vault.check', { deep: false }, { jobId });
    await vault.ask('vault.lock', { reason: 'suspend' });
    stop();
    expect(heard).toContainEqual({
      kind: 'changed',
      nouns: ['case', 'ledger'],
      queries: expect.arrayContaining(['case.list', 'ledger.heads']),
    });
    expect(heard.some((message) => message.kind === 'progress' && message.jobId === jobId && message.name === 'vault.check')).toBe(true);
    expect(heard.at(-1)).toEqual({ kind: 'locked', reason: 'suspend' });
    expect(await vault.ask('job.cancel', { jobId })).toEqual({ cancelled: false });
  });

  it('is whole after its process was killed in the middle of writing', { timeout: 60_000 }, async () => {
    await vault.ask('vault.lock', {});
    const script = `
      const { createCore } = await import(${JSON.stringify(new URL('../../electron/core/index.ts', import.meta.url).href)});
      const core = createCore();
      await core.call('vault.open', { folder: ${JSON.stringify(vault.folder)}, passphrase: ${JSON.stringify(vault.passphrase)} });
      for (let number = 1; ; number += 1) {
        const answer = await core.call('case.create', { reference: process.argv[1] + '-' + number, title: 'T', zone: 'UTC' });
        if (!answer.ok) throw new Error(answer.failure.message);
        process.stdout.write(number + '\\n');
      }`;
    for (let round = 1; round <= 3; round += 1) {
      const acknowledged = await new Promise<number>((resolve, reject) => {
        let last = 0;
        const child = spawn(process.execPath, ['--input-type=module', '-e', script, `K${round}`], { stdio: ['ignore', 'pipe', 'inherit'] });
        child.stdout.on('data', (text: Buffer) => {
          last = Number(text.toString().trim().split('\n').at(-1));
          if (last >= 20 * round) child.kill('SIGKILL');
        });
        child.on('error', reject);
        child.on('close', () => resolve(last));
      });
      await vault.ask('vault.open', { folder: vault.folder, passphrase: vault.passphrase });
      const kept = (await vault.ask('case.list', {})).filter((summary) => summary.case.reference.startsWith(`K${round}-`));
      expect(kept.length).toBeGreaterThanOrEqual(acknowledged);
      expect((await vault.ask('vault.check', { deep: true })).problems).toEqual([]);
      await vault.ask('vault.lock', {});
    }
  });
});

describe('cases and parties', () => {
  it('belong to a zone of the tz database, spelled as it spells it', async () => {
    expect((await vault.ask('case.create', { reference: 'Z', title: 'T', zone: 'europe/london' })).zone).toBe('Europe/London');
    for (const zone of ['+08:00', 'Mars/Olympus', 'Beijing']) {
      expect(await vault.core.call('case.create', { reference: zone, title: 'T', zone })).toEqual(failsWith('case.zone-unknown'));
    }
  });

  it('have one reference each, also after a change', async () => {
    const first = await createCase('R-1');
    const second = await createCase('R-2');
    expect(await vault.core.call('case.create', { reference: 'R-1', title: 'T', zone: 'UTC' })).toEqual(failsWith('case.exists'));
    expect(await vault.core.call('case.update', { caseId: second.id, reference: 'R-1' })).toEqual(failsWith('case.exists'));
    const changed = await vault.ask('case.update', { caseId: first.id, title: 'Another title' });
    expect(changed).toEqual({ ...first, title: 'Another title' });
    expect(await vault.ask('case.find', { reference: 'R-1' })).toEqual(changed);
    expect(await vault.core.call('case.find', { reference: 'R-9' })).toEqual(failsWith('case.unknown'));
    const { entries } = await vault.ask('ledger.list', { chain: 'audit', caseId: first.id });
    expect(entries[0]?.body).toMatchObject({
      act: 'case.updated',
      detail: { 'title.before': 'Hotel corridor', 'title.after': 'Another title' },
    });
  });

  it('leave no entry for a change that changes nothing', async () => {
    const one = await createCase();
    const before = await acts();
    expect(await vault.ask('case.update', { caseId: one.id, title: one.title })).toEqual(one);
    expect(await acts()).toEqual(before);
  });

  it('keep parties in the order they were entered, and let go of one that no event names', async () => {
    const one = await createCase();
    const add = (name: string) => vault.ask('party.add', { caseId: one.id, name, role: 'witness' });
    const [first, second] = [await add('Zhou Lin'), await add('Ana Abbot')];
    expect(await vault.ask('party.list', { caseId: one.id })).toEqual([first, second]);
    const changed = await vault.ask('party.update', { partyId: first.id, name: 'Zhou Lin', role: 'complainant' });
    expect(changed).toEqual({ ...first, role: 'complainant' });
    await vault.ask('party.remove', { partyId: second.id });
    expect(await vault.ask('party.list', { caseId: one.id })).toEqual([changed]);
    expect((await vault.ask('case.get', { caseId: one.id })).parties).toBe(1);
    expect(await acts()).toEqual(expect.arrayContaining(['party.added', 'party.updated', 'party.removed']));
  });

  it('keep a party that an event names', async () => {
    const one = await createCase();
    const party = await vault.ask('party.add', { caseId: one.id, name: 'Zhou Lin', role: 'witness' });
    const event = await vault.ask('event.add', { caseId: one.id, title: 'Dinner', when: '2031-05-14', parties: [party.id] });
    expect(await vault.core.call('party.remove', { partyId: party.id })).toEqual(failsWith('party.in-use'));
    await vault.ask('event.remove', { eventId: event.id });
    await vault.ask('party.remove', { partyId: party.id });
  });

  it('are unknown when they do not exist', async () => {
    const caseId = randomUUID() as CaseId;
    expect(await vault.core.call('case.get', { caseId })).toEqual(failsWith('case.unknown'));
    expect(await vault.core.call('party.list', { caseId })).toEqual(failsWith('case.unknown'));
    expect(await vault.core.call('party.remove', { partyId: randomUUID() as PartyId })).toEqual(failsWith('party.unknown'));
  });
});
