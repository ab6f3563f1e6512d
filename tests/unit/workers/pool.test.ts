import { afterEach, describe, expect, test } from 'vitest';
import type { TaskOptions, WorkerPool } from '../../../electron/core/tasks/pool.ts';
import { createWorkerPool, type Terms } from '../../../electron/core/workers/pool.ts';

const entry = new URL('../../support/hostile-worker.ts', import.meta.url);
const hostile = [
  'echo',
  'forever',
  'heap-without-end',
  'table-without-end',
  'buffers-without-end',
  'pictures-without-end',
  'throws',
  'refuses',
  'exits',
  'rejects',
  'unclonable',
  'environment',
  'prints',
  'patient',
];
const trusted: Terms = { lane: 'trusted', seconds: 'own length', megabytes: 'own length' };
const foreign: Terms = { lane: 'foreign', seconds: 20, megabytes: 96 };
const print: Terms = { lane: 'print', seconds: 'own length', megabytes: 96 };
let open: WorkerPool[] = [];

afterEach(async () => {
  await Promise.all(open.map((pool) => pool.close()));
  open = [];
});

/** A pool whose hostile tasks all run by the same terms, but for those named apart. */
function hostilePool(
  every: Terms,
  { size = 1, but = {} }: { readonly size?: number; readonly but?: Readonly<Record<string, Terms>> } = {},
): (name: string, input?: unknown, options?: TaskOptions) => Promise<unknown> {
  const terms = { ...Object.fromEntries(hostile.map((name) => [name, every])), ...but };
  const pool = createWorkerPool({ size, entry, terms });
  open.push(pool);
  return (name, input, options) => pool.run(name as never, input as never, options) as Promise<unknown>;
}

describe('the worker pool', () => {
  test('answers what a task answers', async () => {
    expect(await hostilePool(trusted)('echo', { page: 3 })).toEqual({ page: 3 });
  });

  test('hands buffers over in both directions', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const answer = await hostilePool(trusted)('echo', { bytes }, { transfer: [bytes.buffer] });
    expect(answer).toEqual({ bytes: new Uint8Array([1, 2, 3]) });
    expect(bytes.byteLength).toBe(0);
  });

  test('stops a task that loops for ever and goes on with the next', async () => {
    const run = hostilePool(foreign, { but: { forever: { ...foreign, seconds: 0.3 } } });
    await expect(run('forever', null)).rejects.toMatchObject({
      failure: { code: 'reader.timeout', values: { seconds: 0.3 } },
    });
    expect(await run('echo', 'alive')).toBe('alive');
  });

  test.each(['heap-without-end', 'table-without-end', 'buffers-without-end', 'pictures-without-end'])(
    'stops %s at its memory limit',
    async (name) => {
      const run = hostilePool(foreign);
      await expect(run(name, null)).rejects.toMatchObject({ failure: { code: 'reader.memory', values: { megabytes: 96 } } });
      expect(await run('echo', 'alive')).toBe('alive');
    },
  );

  test.each([
    ['throws', 'the file lied'],
    ['exits', 'the reader stopped without an answer'],
    ['rejects', 'nobody waits for this'],
  ])('answers a limited task that %s as a reader that failed', async (name, problem) => {
    const run = hostilePool(foreign);
    await expect(run(name, null)).rejects.toMatchObject({ failure: { code: 'reader.failed', values: { problem } } });
    expect(await run('echo', 'alive')).toBe('alive');
  });

  test('answers a value that cannot cross as a failure', async () => {
    await expect(hostilePool(foreign)('unclonable', null)).rejects.toMatchObject({ failure: { code: 'reader.failed' } });
  });

  test('carries a failure across with its code and values', async () => {
    await expect(hostilePool(trusted)('refuses')).rejects.toMatchObject({
      failure: { code: 'reader.failed', values: { problem: 'damaged' } },
    });
  });

  test('calls a broken trusted task a defect, not an unreadable file', async () => {
    await expect(hostilePool(trusted)('throws')).rejects.toThrow('a worker task broke: TypeError: the file lied');
  });

  test('says of the lane that prints that the file could not be made, and that its own faults are defects', async () => {
    const run = hostilePool(print);
    await expect(run('buffers-without-end', null)).rejects.toMatchObject({ failure: { code: 'print.memory', values: { megabytes: 96 } } });
    await expect(run('throws')).rejects.toThrow('a worker task broke: TypeError: the file lied');
    expect(await run('echo', 'alive')).toBe('alive');
  });

  test('works a limit out from what a task is given', async () => {
    const run = hostilePool(foreign, { but: { 'table-without-end': { ...foreign, megabytes: ({ room }: { room: number }) => room } } });
    await expect(run('table-without-end', { room: 64 })).rejects.toMatchObject({ failure: { values: { megabytes: 64 } } });
    await expect(run('table-without-end', { room: 128 })).rejects.toMatchObject({ failure: { values: { megabytes: 128 } } });
  });

  test('runs nothing that is not declared', () => {
    expect(() => hostilePool(trusted)('undeclared')).toThrow('no task is declared as undeclared');
  });

  test('reports progress, stops softly when asked, and keeps the thread', async () => {
    const run = hostilePool(trusted);
    const asked = new AbortController();
    const seen: number[] = [];
    const onProgress = (value: number): void => {
      seen.push(value);
      if (seen.length === 3) asked.abort();
    };
    await expect(run('patient', null, { signal: asked.signal, onProgress })).rejects.toMatchObject({ failure: { code: 'job.cancelled' } });
    expect(seen.slice(0, 3)).toEqual([1, 2, 3]);
    expect(await run('echo', 'alive')).toBe('alive');
  });

  test('ends a task that ignores the request to stop', async () => {
    const asked = new AbortController();
    const ended = hostilePool(trusted)('forever', null, { signal: asked.signal });
    setTimeout(() => asked.abort(), 100);
    await expect(ended).rejects.toMatchObject({ failure: { code: 'job.cancelled' } });
  });

  test('answers waiting and running tasks as cancelled when it closes', async () => {
    const run = hostilePool(trusted);
    const running = run('forever');
    const waiting = run('echo', 1);
    const outcomes = Promise.allSettled([running, waiting]);
    await open[0]?.close();
    expect((await outcomes).map((outcome) => outcome.status === 'rejected' && outcome.reason.code)).toEqual([
      'job.cancelled',
      'job.cancelled',
    ]);
  });

  test('gives a thread no environment and no process arguments, and drops what it prints', async () => {
    const run = hostilePool(foreign);
    expect(await run('environment', null)).toEqual({ variables: [], arguments: [] });
    expect(await run('prints', null)).toBe('printed');
  });

  test('answers a task that breaks a limit right after another ended on the same thread', async () => {
    const run = hostilePool(foreign);
    for (let turn = 0; turn < 5; turn++) {
      expect(await run('echo', turn)).toBe(turn);
      await expect(run('buffers-without-end', null)).rejects.toMatchObject({ failure: { code: 'reader.memory' } });
    }
  });

  test('runs at most `size` tasks of a kind at once, in order', async () => {
    const run = hostilePool(foreign, { size: 2 });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => run('echo', index)));
    expect(answers).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });
});
