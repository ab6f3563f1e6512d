import { randomBytes } from 'node:crypto';
import { FailureError } from '../../../../shared/result.ts';

/**
 * A recovery code is 160 random bits on paper: eight groups of four symbols and a check symbol,
 * in Crockford's base 32 (no I, L, O, U). The check symbol is a weighted sum in GF(32) that also covers the
 * group's place, so every single slip, every swap of neighbours and every swap of groups is found and named by group.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 8;
const GROUP_SYMBOLS = 4;
const SECRET_BYTES = 20;

export function createRecoveryCode(): string {
  return formatRecoveryCode(randomBytes(SECRET_BYTES));
}

export function formatRecoveryCode(secret: Uint8Array): string {
  if (secret.byteLength !== SECRET_BYTES) throw new Error('a recovery code stands for 20 bytes');
  const symbols = toSymbols(secret);
  const groups: string[] = [];
  for (let group = 0; group < GROUPS; group += 1) {
    const own = symbols.slice(group * GROUP_SYMBOLS, (group + 1) * GROUP_SYMBOLS);
    groups.push([...own, checkSymbol(own, group)].map((symbol) => ALPHABET[symbol]).join(''));
  }
  return groups.join('-');
}

/**
 * Reads a code as people type it: any case, any spaces and dashes, O for 0, I or L for 1, full-width letters.
 * Throws vault.recovery-code-mistyped naming the first wrong group, vault.wrong-recovery-code for another length.
 */
export function parseRecoveryCode(text: string): Uint8Array {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (typed.length !== GROUPS * (GROUP_SYMBOLS + 1)) throw new FailureError('vault.wrong-recovery-code');
  const symbols: number[] = [];
  for (let group = 0; group < GROUPS; group += 1) {
    const typedGroup = typed.slice(group * (GROUP_SYMBOLS + 1), (group + 1) * (GROUP_SYMBOLS + 1));
    const own = Array.from(typedGroup, (symbol) => ALPHABET.indexOf(symbol));
    const check = own.pop();
    if (own.includes(-1) || check !== checkSymbol(own, group)) throw new FailureError('vault.recovery-code-mistyped', { group: group + 1 });
    symbols.push(...own);
  }
  return fromSymbols(symbols);
}

function checkSymbol(symbols: readonly number[], group: number): number {
  // Weights are distinct powers of the field's generator: any two changed symbols of a group cannot cancel by a swap.
  return symbols.reduce((sum, symbol, index) => sum ^ multiply(symbol, 1 << (index + 1)), group + 1);
}

/** In GF(2)[x] modulo x⁵ + x² + 1. */
function multiply(left: number, right: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) if ((right >> bit) & 1) product ^= left << bit;
  for (let bit = 9; bit >= 5; bit -= 1) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  return product;
}

function toSymbols(secret: Uint8Array): number[] {
  let bits = BigInt(`0x${Buffer.from(secret).toString('hex')}`);
  const symbols: number[] = [];
  for (let index = 0; index < GROUPS * GROUP_SYMBOLS; index += 1) {
    symbols.unshift(Number(bits & 31n));
    bits >>= 5n;
  }
  return symbols;
}

function fromSymbols(symbols: readonly number[]): Uint8Array {
  const bits = symbols.reduce((sum, symbol) => (sum << 5n) | BigInt(symbol), 0n);
  return Uint8Array.from(Buffer.from(bits.toString(16).padStart(SECRET_BYTES * 2, '0'), 'hex'));
}
