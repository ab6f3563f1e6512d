import { describe, expect, it } from 'vitest';
import { readRange } from '../../../electron/main/byte-range.ts';

describe('a Range header', () => {
  it.each([
    [null, null],
    ['bytes=0-', { from: 0, to: 100 }],
    ['bytes=10-19', { from: 10, to: 20 }],
    ['bytes=90-500', { from: 90, to: 100 }],
    ['bytes=-10', { from: 90, to: 100 }],
    ['bytes=-500', { from: 0, to: 100 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=20-10', null],
    ['bytes=0-1,5-6', null],
    ['lines=0-1', null],
    ['bytes=-', null],
    ['bytes=a-b', null],
  ] as const)('%s of 100 bytes means %o', (header, range) => {
    expect(readRange(header, 100)).toEqual(range);
  });

  it('of an empty exhibit can never be met', () => {
    expect(readRange('bytes=0-', 0)).toBe('unsatisfiable');
  });
});
