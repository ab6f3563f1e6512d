import type { KeyObject } from 'node:crypto';
import { DerError, readDer, tag, writeDer, writeInteger } from './der.ts';

/** Orders of the curves, by the names OpenSSL gives them. */
const orders: Readonly<Record<string, bigint>> = {
  prime256v1: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  secp384r1: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  secp521r1:
    0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
};

/**
 * Of the two ECDSA signatures that hold together, s and n − s, the one with the smaller s: so that nobody can make a second
 * file out of a signed one. Anything but ECDSA on a curve we know is answered as it is.
 */
export function withLowS(signature: Buffer, key: KeyObject): Buffer {
  const order = orderOf(key);
  if (order === undefined) return signature;
  const { r, s } = readPair(signature);
  return writeDer(tag.sequence, writeInteger(octetsOf(r)), writeInteger(octetsOf(s * 2n > order ? order - s : s)));
}

/** Whether an ECDSA signature is the one of the two, in its one encoding; of any other algorithm there is but one. */
export function hasLowS(signature: Buffer, key: KeyObject): boolean {
  try {
    return withLowS(signature, key).equals(signature);
  } catch {
    return false;
  }
}

function orderOf(key: KeyObject): bigint | undefined {
  return key.asymmetricKeyType === 'ec' ? orders[key.asymmetricKeyDetails?.namedCurve ?? ''] : undefined;
}

function readPair(signature: Buffer): { readonly r: bigint; readonly s: bigint } {
  const [r, s] = readDer(signature).parts.map((part) => BigInt(`0x${part.content.toString('hex') || '0'}`));
  if (r === undefined || s === undefined) throw new DerError('no ECDSA signature');
  return { r, s };
}

function octetsOf(number: bigint): Buffer {
  const hex = number.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}
