import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnnouncements } from '../../../electron/core/announcements.ts';
import { createJobs } from '../../../electron/core/jobs.ts';
import { createRouter, type Route } from '../../../electron/core/router.ts';
import type { HandlerContext } from '../../../electron/core/handlers/handler.ts';
import { loadRoom } from '../../../electron/core/handlers/index.ts';
import { coreContract, type Progress } from '../../../shared/contract/index.ts';
import type { JobId } from '../../../shared/model/identifier.ts';
import { FailureError } from '../../../shared/result.ts';

const lines: string[] = [];
let vault: () => unknown = () => {
  throw new FailureError('vault.locked');
};
const context = (job: HandlerContext['job']) =>
  ({
    job,
    vault: () => vault(),
    door: { session: () => ({ vaultId: 'no uuid' }) },
    now: () => 1,
  }) as unknown as HandlerContext;
const route: Route = createRouter({
  jobs: createJobs(() => undefined),
  announcements: createAnnouncements(() => undefined),
  context,
  log: (line) => lines.push(line),
});

afterEach(() => {
  lines.length = 0;
  vault = () => {
    throw new FailureError('vault.locked');
  };
});

describe('the rooms of the core', () => {
  it('hold every conversation of the contract, each with its handler', async () => {
    for (const [name, conversation] of Object.entries(coreContract)) {
      const room = await loadRoom(name);
      expect([name, room?.contract[name] === conversation, typeof room?.handlers[name]]).toEqual([name, true, 'function']);
    }
    expect(await loadRoom('nothing.at-all')).toBeUndefined();
  });

  it('are asked in the order of the questions, whichever is loaded first', async () => {
    const order: string[] = [];
    vault = () => {
      throw new FailureError('vault.locked');
    };
    const asked = ['timeline.extent', 'job.cancel', 'event.tags', 'case.list'] as const;
    const inputs = { 'job.cancel': { jobId: randomUUID() }, 'case.list': {} };
    await Promise.all(
      asked.map(async (name) => {
        await route(name, inputs[name as keyof typeof inputs] ?? { caseId: randomUUID() });
        order.push(name);
      }),
    );
    expect(order).toEqual(asked);
  });
});

describe('the router', () => {
  it('answers what a handler refuses as its failure, and logs nothing', async () => {
    expect(await route('case.list', {})).toEqual({
      ok: false,
      failure: { code: 'vault.locked', values: {}, message: 'The vault is locked.' },
    });
    expect(lines).toEqual([]);
  });

  it('names the field that is wrong, never its value', async () => {
    const answer = await route('vault.changePassphrase', { current: 'hunter2 hunter2', next: 7 });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'input.invalid' } });
    expect(JSON.stringify(answer)).toContain('next');
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });

  it('knows no conversation that is not in the contract, and hides those with paths from the window', async () => {
    for (const name of ['case.destroy', 'toString', '__proto__']) {
      expect(await route(name as 'case.list', {})).toMatchObject({ ok: false, failure: { code: 'conversation.unknown' } });
    }
    const input = { folder: '/tmp/none' };
    expect(await route('vault.users', input, { audience: 'screen' })).toMatchObject({
      ok: false,
      failure: { code: 'conversation.unknown' },
    });
  });

  it('answers a defect with a reference and logs kind and place, never the message', async () => {
    vault = () => {
      throw new TypeError('cannot read “the content of a statement”');
    };
    const answer = await route('case.list', {});
    if (answer.ok) throw new Error('a defect was answered as success');
    expect(answer.failure.code).toBe('unexpected');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(String(answer.failure.values['reference']));
    expect(lines[0]).toMatch(/in case\.list: TypeError\n\s+at /);
    expect(lines[0]).not.toContain('statement');
  });

  it('treats an answer its contract does not allow as a defect', async () => {
    expect(await route('vault.session', {})).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
    expect(lines[0]).toContain('vault.session answered what its contract does not allow at vaultId');
  });

  it('checks a list of a hundred thousand by samples, in milliseconds', async () => {
    const one = {
      id: randomUUID(),
      reference: 'R',
      title: 'T',
      zone: 'UTC',
      mandate: '',
      standardOfProof: 'other',
      createdAt: 1,
      createdBy: 'A',
    };
    const counts = { parties: 0, exhibits: 0, unreadable: 0, events: 0, uncitedEvents: 0, releases: 0 };
    vault = () => ({ read: { cases: { list: () => Array.from({ length: 100_000 }, () => one), counts: () => counts } } });
    await route('case.list', {});
    const started = performance.now();
    const answer = await route('case.list', {});
    expect(answer.ok && answer.value).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(400);
  });
});

describe('jobs', () => {
  const progress = (done: number): Progress => ({ done, total: 100, bytes: 0, totalBytes: null, item: `${done}` });
  let time = 0;
  let said: number[] = [];
  beforeEach(() => {
    time = 0;
    said = [];
  });
  const create = () =>
    createJobs(
      (_jobId, _name, { done }) => said.push(done),
      () => time,
    );

  it('say progress at most ten times a second, and always the last', () => {
    const job = create().start('vault.check', randomUUID() as JobId);
    for (let done = 1; done <= 100; done += 1) {
      time = done * 10;
      job.port.progress(progress(done));
    }
    expect(said.length).toBeLessThanOrEqual(11);
    job.port.progress(progress(101));
    job.finish();
    expect(said.at(-1)).toBe(101);
  });

  it('are cancelled by their id, once they run and no longer', () => {
    const jobs = create();
    const jobId = randomUUID() as JobId;
    expect(jobs.cancel(jobId)).toBe(false);
    const job = jobs.start('vault.check', jobId);
    expect(job.port.signal.aborted).toBe(false);
    expect(jobs.cancel(jobId)).toBe(true);
    expect(job.port.signal.aborted).toBe(true);
    job.finish();
    expect(jobs.cancel(jobId)).toBe(false);
  });

  it('are all cancelled when the vault is locked, also those without an id', () => {
    const jobs = create();
    const running = [jobs.start('vault.check', undefined), jobs.start('ledger.verify', randomUUID() as JobId)];
    jobs.cancelAll();
    expect(running.every(({ port }) => port.signal.aborted)).toBe(true);
  });
});
