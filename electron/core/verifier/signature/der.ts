/** One value of the encoding, with where it stands. */
export interface Der {
  /** The identifier octet: class, whether constructed, number below 31. */
  readonly tag: number;
  /** Identifier, length and content. */
  readonly bytes: Buffer;
  readonly content: Buffer;
  /** Of a constructed value. */
  readonly parts: readonly Der[];
}

export const tag = {
  integer: 0x02,
  bitString: 0x03,
  octets: 0x04,
  nothing: 0x05,
  identifier: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

/** What no signature or certificate comes near. */
const mostDepth = 32;
const mostValues = 50_000;

export class DerError extends Error {
  override readonly name = 'DerError';
}

/**
 * Reads one value, which need not fill the bytes. Lengths that are not told beforehand (BER) are read too, as other programs
 * write them; whoever wants DER compares with its own encoding.
 */
export function readDer(bytes: Buffer): Der {
  return readOne(bytes, 0, { depth: 0, left: mostValues }).value;
}

interface Budget {
  readonly depth: number;
  left: number;
}

function readOne(bytes: Buffer, at: number, budget: Budget): { readonly value: Der; readonly next: number } {
  budget.left -= 1;
  if (budget.depth > mostDepth || budget.left < 0) throw new DerError('nested too deeply');
  const identifier = bytes[at];
  const first = bytes[at + 1];
  if (identifier === undefined || first === undefined || (identifier & 0x1f) === 0x1f) throw new DerError('no value');
  const constructed = (identifier & 0x20) !== 0;
  if (first === 0x80 && constructed) return readUntilEnd(bytes, at, identifier, budget);
  const { from, length } = readLength(bytes, at + 1, first);
  const next = from + length;
  if (next > bytes.length) throw new DerError('cut off');
  const content = bytes.subarray(from, next);
  return { value: { tag: identifier, bytes: bytes.subarray(at, next), content, parts: constructed ? readAll(content, budget) : [] }, next };
}

function readLength(bytes: Buffer, at: number, first: number): { readonly from: number; readonly length: number } {
  if (first < 0x80) return { from: at + 1, length: first };
  const octets = first & 0x7f;
  if (octets === 0 || octets > 4 || at + 1 + octets > bytes.length) throw new DerError('no length');
  return { from: at + 1 + octets, length: bytes.readUIntBE(at + 1, octets) };
}

function readAll(content: Buffer, budget: Budget): readonly Der[] {
  const parts: Der[] = [];
  const inner = { depth: budget.depth + 1, left: budget.left };
  for (let at = 0; at < content.length; ) {
    const { value, next } = readOne(content, at, inner);
    parts.push(value);
    at = next;
  }
  budget.left = inner.left;
  return parts;
}

function readUntilEnd(bytes: Buffer, at: number, identifier: number, budget: Budget): { readonly value: Der; readonly next: number } {
  const parts: Der[] = [];
  const inner = { depth: budget.depth + 1, left: budget.left };
  let from = at + 2;
  while (bytes[from] !== 0 || bytes[from + 1] !== 0) {
    const { value, next } = readOne(bytes, from, inner);
    parts.push(value);
    from = next;
  }
  budget.left = inner.left;
  return { value: { tag: identifier, bytes: bytes.subarray(at, from + 2), content: bytes.subarray(at + 2, from), parts }, next: from + 2 };
}

/** The octets of a string, which may come in pieces. */
export function octetsOf(value: Der): Buffer {
  return value.parts.length === 0 ? value.content : Buffer.concat(value.parts.map(octetsOf));
}

export function identifierOf(value: Der | undefined): string {
  if (value?.tag !== tag.identifier || value.content.length === 0) throw new DerError('no object identifier');
  const numbers: number[] = [];
  let number = 0;
  for (const byte of value.content) {
    number = number * 128 + (byte & 0x7f);
    if (!Number.isSafeInteger(number)) throw new DerError('no object identifier');
    if (byte & 0x80) continue;
    numbers.push(number);
    number = 0;
  }
  const first = numbers[0] ?? 0;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...numbers.slice(1)].join('.');
}

/** Encodes one value as DER. */
export function writeDer(identifier: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(identifier, length), content]);
  const hex = length.toString(16);
  const octets = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.of(identifier, 0x80 | octets.length), octets, content]);
}

export function writeIdentifier(dotted: string): Buffer {
  const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return writeDer(
    tag.identifier,
    Buffer.from(
      [root * 40 + second, ...rest].flatMap((number) => {
        const octets = [number & 0x7f];
        for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128)) octets.unshift((left & 0x7f) | 0x80);
        return octets;
      }),
    ),
  );
}

/** A whole number that is not negative, from its octets. */
export function writeInteger(octets: Uint8Array): Buffer {
  let from = 0;
  while (from < octets.length - 1 && octets[from] === 0) from += 1;
  const least = octets.subarray(from);
  return (least[0] ?? 0) & 0x80 ? writeDer(tag.integer, Buffer.of(0), least) : writeDer(tag.integer, least);
}
