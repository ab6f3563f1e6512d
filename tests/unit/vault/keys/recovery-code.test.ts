import { describe, expect, test } from 'vitest';
import { createRecoveryCode, formatRecoveryCode, parseRecoveryCode } from '../../../../electron/core/vault/keys/recovery-code.ts';

const secret = Uint8Array.from({ length: 20 }, (_, index) => (index * 73 + 5) & 255);
const code = formatRecoveryCode(secret);

describe('the recovery code', () => {
  test('is eight groups of five symbols that cannot be mistaken for one another', () => {
    for (let round = 0; round < 50; round += 1) expect(createRecoveryCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){7}$/);
  });

  test('is another one each time', () => {
    expect(new Set(Array.from({ length: 100 }, createRecoveryCode)).size).toBe(100);
  });

  test.each([new Uint8Array(20), new Uint8Array(20).fill(255), secret])('says the same bytes when read back', (bytes) => {
    expect(parseRecoveryCode(formatRecoveryCode(bytes))).toEqual(bytes);
  });

  test.each([
    ['in lower case', code.toLowerCase()],
    ['with spaces', code.replaceAll('-', ' ')],
    ['without separators', code.replaceAll('-', '')],
    ['with long dashes', code.replaceAll('-', ' — ')],
    ['with O for 0', code.replaceAll('0', 'O')],
    ['with I and l for 1', code.replaceAll('1', 'I').replace('I', 'l')],
    ['in full-width letters', [...code].map((one) => (one === '-' ? one : String.fromCharCode(one.charCodeAt(0) + 0xfee0))).join('')],
    ['over several lines', code.match(/.{1,12}/g)?.join('\r\n') ?? ''],
  ])('is understood %s', (_, typed) => {
    expect(parseRecoveryCode(typed)).toEqual(secret);
  });

  test('names the group in which any one symbol is wrong', () => {
    const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    for (let at = 0; at < code.length; at += 1) {
      if (code[at] === '-') continue;
      for (const other of symbols) {
        if (other === code[at]) continue;
        const typed = code.slice(0, at) + other + code.slice(at + 1);
        expect(() => parseRecoveryCode(typed)).toThrow(`Group ${Math.floor(at / 6) + 1} `);
      }
    }
  });

  test('names the group in which two neighbours are swapped', () => {
    for (let at = 0; at + 1 < code.length; at += 1) {
      const [left = '', right = ''] = code.slice(at, at + 2);
      if (left === '-' || right === '-' || left === right) continue;
      expect(() => parseRecoveryCode(code.slice(0, at) + right + left + code.slice(at + 2))).toThrow('mistyped');
    }
  });

  test('finds swapped groups', () => {
    const groups = code.split('-');
    const swapped = [groups[1], groups[0], ...groups.slice(2)].join('-');
    expect(() => parseRecoveryCode(swapped)).toThrow('Group 1 ');
  });

  test.each(['', 'hello', code.slice(1), `${code}0`])('refuses %j as no code at all', (typed) => {
    expect(() => parseRecoveryCode(typed)).toThrow(expect.objectContaining({ code: 'vault.wrong-recovery-code' }));
  });
});
