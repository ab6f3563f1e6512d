import { describe, expect, it } from 'vitest';
import { type TaskName, terms } from '../../../electron/core/tasks/index.ts';
import { registry } from '../../../electron/core/workers/registry.ts';

function caseFile(ledger: number, put: number): object {
  const bytes = new Uint8Array(put);
  const packs = [{ number: 'EX-0001', pack: { pack: bytes, parts: new Uint32Array(), forms: [] } }];
  return { content: 0, packs, originals: [{ number: 'EX-0002', bytes }], ledger: { bytes: new Uint8Array(Math.max(0, ledger - 1)) } };
}

/** For every task: its lane, its seconds, and its megabytes for what it may be given. */
const DECLARED: Readonly<
  Record<
    TaskName,
    readonly [lane: string, seconds: number | string, megabytes: number | string | readonly (readonly [given: object, megabytes: number])[]]
  >
> = {
  'exhibit.read': [
    'foreign',
    120,
    [
      [{ total: 32 * 2 ** 20 }, 512],
      [{ total: 32 * 2 ** 20 + 1 }, 1280],
    ],
  ],
  'exhibit.detect': ['foreign', 20, 512],
  'exhibit.pageImage': ['foreign', 60, 1024],
  'log.sheet': ['foreign', 180, 3072],
  'log.preview': ['foreign', 120, 1024],
  'log.survey': ['foreign', 120, 1024],
  'log.row': ['foreign', 120, 1024],
  'log.events': ['foreign', 120, 1024],
  'object.seal': ['trusted', 'own length', 'own length'],
  'object.verify': ['trusted', 'own length', 'own length'],
  'object.inspect': ['trusted', 'own length', 'own length'],
  'object.export': ['trusted', 'own length', 'own length'],
  'print.exhibitPages': ['foreign', 120, 1024],
  // As much as what it says and what is put into it ask for, three times over.
  'print.caseFile': [
    'print',
    'own length',
    [
      [caseFile(1, 0), 1025],
      [caseFile(2 ** 20, 0), 1024 + 512],
      [caseFile(1, 2 ** 20), 1024 + 1 + 2 * 3],
    ],
  ],
  'print.timelinePicture': ['print', 'own length', 4096],
  'suggestion.scan': ['foreign', 60, 768],
  'verify.caseFile': [
    'foreign',
    600,
    [
      [{ bytes: 0 }, 2048],
      [{ bytes: 2 ** 31 - 1 }, 2048 + 4096],
    ],
  ],
};

describe('the declarations of the tasks', () => {
  it('name for each whose thread it runs in and how long and large it may become', () => {
    expect(Object.keys(terms).toSorted()).toEqual(Object.keys(DECLARED).toSorted());
    for (const [name, [lane, seconds, megabytes]] of Object.entries(DECLARED)) {
      const declared = terms[name as TaskName];
      expect([name, declared.lane, declared.seconds]).toEqual([name, lane, seconds]);
      if (typeof megabytes !== 'object') expect([name, declared.megabytes]).toEqual([name, megabytes]);
      else
        for (const [given, limit] of megabytes)
          expect([name, (declared.megabytes as (input: object) => number)(given)]).toEqual([name, limit]);
    }
  });

  it('are each filled by somebody, and nobody fills another', () => {
    expect(Object.keys(registry).toSorted()).toEqual(Object.keys(terms).toSorted());
  });

  it('leave only what is handed keys without a limit of memory', () => {
    for (const [name, { lane, megabytes }] of Object.entries(terms))
      expect([name, megabytes === 'own length']).toEqual([name, lane === 'trusted']);
  });
});
