import { FailureError } from '../../shared/result.ts';
import type { TaskPort } from '../../electron/core/tasks/task-port.ts';
import { serveTasks } from '../../electron/core/workers/serve.ts';

/** A worker whose tasks do what hostile files make readers do. */
serveTasks({
  echo: async () => (input: unknown) => input,
  forever: async () => () => {
    for (;;);
  },
  'heap-without-end': async () => () => {
    const kept: unknown[] = [];
    for (;;) kept.push({ text: String(Math.random()), list: Array.from({ length: 50 }, () => 1) });
  },
  'table-without-end': async () => () => {
    const kept = new Map<number, number>();
    for (let index = 0; ; index++) kept.set(index, index);
  },
  'buffers-without-end': async () => () => {
    const kept: Uint8Array[] = [];
    for (;;) kept.push(new Uint8Array(1_000_000).fill(1));
  },
  'pictures-without-end': async () => async () => {
    const { createCanvas } = await import('@napi-rs/canvas');
    const kept: unknown[] = [];
    for (;;) {
      const canvas = createCanvas(3000, 3000);
      const surface = canvas.getContext('2d');
      surface.fillRect(0, 0, 3000, 3000);
      // What was drawn is only made when it is asked for.
      surface.getImageData(0, 0, 1, 1);
      kept.push(canvas);
    }
  },
  throws: async () => () => {
    throw new TypeError('the file lied');
  },
  refuses: async () => () => {
    throw new FailureError('reader.failed', { problem: 'damaged' });
  },
  exits: async () => () => process.exit(7),
  rejects: async () => () => {
    void Promise.reject(new Error('nobody waits for this'));
    return new Promise(() => undefined);
  },
  unclonable: async () => () => () => undefined,
  environment: async () => () => ({ variables: Object.keys(process.env), arguments: process.execArgv }),
  prints: async () => () => {
    console.log('evidence must not be printed');
    return 'printed';
  },
  patient: async () => async (_input: unknown, port: TaskPort) => {
    for (let turn = 1; ; turn++) {
      port.progress(turn);
      if (port.cancelled()) throw new FailureError('job.cancelled');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  },
});
