import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { SealedObject } from '../../../../electron/core/domain/ports/index.ts';
import {
  associatedData,
  deriveObjectKey,
  FIRST_PLAIN_BYTES,
  HEADER_BYTES,
  MAXIMUM_BYTES,
  objectName,
  objectPath,
  PLAIN_BYTES,
  saltOf,
  sealedSize,
  sealSegment,
  segmentCount,
  segmentOf,
  segmentPlace,
} from '../../../../electron/core/vault/objects/objects.ts';
import { openSealedFile } from '../../../../electron/core/vault/objects/sealed-file.ts';
import { sha256, vaultId } from '../../../../shared/model/identifier.ts';
import tink from './fixtures/tink-objects.json' with { type: 'json' };

const folder = mkdtempSync(join(tmpdir(), 'casewright-objects-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vault = vaultId.parse(tink.vaultId);
const objectKey = Buffer.from(tink.key, 'hex');

/** The content the vectors were made of. */
function content(bytes: number): Buffer {
  return Buffer.from(Uint8Array.from({ length: bytes }, (_, index) => index * 7 + (index >> 8)));
}

function sealWith(header: Uint8Array, plain: Uint8Array): Buffer {
  const object = deriveObjectKey(objectKey, header, associatedData(vault));
  const sealed = Buffer.alloc(sealedSize(plain.byteLength));
  sealed.set(header);
  let end = HEADER_BYTES;
  for (let index = 0; index < segmentCount(plain.byteLength); index += 1) {
    const { from, to, last } = segmentPlace(index, plain.byteLength);
    end = sealSegment(object, index, last, plain.subarray(from, to), sealed, end);
  }
  return sealed;
}

/** The object as its row would tell it, before anybody touches the file. */
function describeObject(plain: Uint8Array, sealed: Uint8Array): SealedObject {
  const hash = sha256.parse(createHash('sha256').update(plain).digest('hex'));
  return {
    name: objectName(Buffer.alloc(32, 9), hash),
    salt: saltOf(sealed.subarray(0, HEADER_BYTES)) ?? '',
    sealedBytes: sealed.byteLength,
    sha256: hash,
    bytes: plain.byteLength,
  };
}

function place(object: SealedObject, sealed: Uint8Array): string {
  const path = objectPath(folder, object.name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, sealed);
  return path;
}

function readAll(object: SealedObject): Buffer {
  const file = openSealedFile({ folder, vaultId: vault, objectKey, object }, 'EX-0007');
  try {
    return Buffer.concat(Array.from({ length: file.segments }, (_, index) => Buffer.from(file.segment(index))));
  } finally {
    file.close();
  }
}

describe('objects sealed by another implementation of the layout', () => {
  test.each(tink.vectors)(
    'are byte for byte what ours makes of $bytes bytes under the same header',
    ({ bytes, header, sealedBytes, sealedSha256 }) => {
      const sealed = sealWith(Buffer.from(header, 'hex'), content(bytes));
      expect(sealed.byteLength).toBe(sealedBytes);
      expect(createHash('sha256').update(sealed).digest('hex')).toBe(sealedSha256);
    },
  );

  test.each(tink.vectors.filter((vector) => vector.sealed))('open here: $bytes bytes', ({ bytes, sealed = '' }) => {
    const object = describeObject(content(bytes), Buffer.from(sealed, 'hex'));
    place(object, Buffer.from(sealed, 'hex'));
    expect(readAll(object)).toEqual(content(bytes));
  });
});

describe('the layout', () => {
  test.each([
    [0, 1],
    [1, 1],
    [FIRST_PLAIN_BYTES, 1],
    [FIRST_PLAIN_BYTES + 1, 2],
    [FIRST_PLAIN_BYTES + PLAIN_BYTES, 2],
    [FIRST_PLAIN_BYTES + PLAIN_BYTES + 1, 3],
    [5 * 1024 ** 3, 81_941],
    [MAXIMUM_BYTES, 2 ** 32],
  ])('has for %d bytes %d segments', (bytes, segments) => {
    expect(segmentCount(bytes)).toBe(segments);
    const last = segmentPlace(segments - 1, bytes);
    expect([last.to, last.sealedTo, last.last]).toEqual([bytes, sealedSize(bytes), true]);
  });

  test('finds the segment of a byte on both sides of every border', () => {
    for (const [at, segment] of [
      [0, 0],
      [FIRST_PLAIN_BYTES - 1, 0],
      [FIRST_PLAIN_BYTES, 1],
      [FIRST_PLAIN_BYTES + PLAIN_BYTES - 1, 1],
      [FIRST_PLAIN_BYTES + PLAIN_BYTES, 2],
    ] as const)
      expect(segmentOf(at)).toBe(segment);
  });

  test('ends at 2^32 segments: the number is never used twice', () => {
    const object = deriveObjectKey(objectKey, Buffer.alloc(HEADER_BYTES), associatedData(vault));
    expect(() => sealSegment(object, 2 ** 32, true, new Uint8Array(0), Buffer.alloc(16), 0)).toThrow('2^32');
  });

  test('names nothing outside the folder', () => {
    expect(() => objectPath(folder, '../../etc/passwd')).toThrow('64 hexadecimal digits');
    expect(() => objectPath(folder, 'AB'.repeat(32))).toThrow('64 hexadecimal digits');
  });
});

describe('an altered object', () => {
  const small = content(90);
  const sealedSmall = sealWith(Buffer.from(tink.vectors[0]?.header ?? '', 'hex'), small);
  const large = content(FIRST_PLAIN_BYTES + 3 * PLAIN_BYTES);
  const sealedLarge = sealWith(Buffer.from(tink.vectors[1]?.header ?? '', 'hex'), large);
  const altered = expect.objectContaining({ code: 'object.altered', message: expect.stringContaining('EX-0007') });

  test('is refused for every single flipped bit', () => {
    const object = describeObject(small, sealedSmall);
    for (let bit = 0; bit < sealedSmall.byteLength * 8; bit += 1) {
      const changed = Buffer.from(sealedSmall);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      place(object, changed);
      expect(() => readAll(object)).toThrow(altered);
    }
  });

  test.each([
    ['cut at a segment border', (sealed: Buffer) => sealed.subarray(0, 65_536 * 2)],
    ['cut within its header', (sealed: Buffer) => sealed.subarray(0, 20)],
    ['emptied', (sealed: Buffer) => sealed.subarray(0, 0)],
    ['continued by a byte', (sealed: Buffer) => Buffer.concat([sealed, Buffer.of(0)])],
    ['continued by a whole segment', (sealed: Buffer) => Buffer.concat([sealed, sealed.subarray(65_536, 131_072)])],
    [
      'with two segments swapped',
      (sealed: Buffer) =>
        Buffer.concat([
          sealed.subarray(0, 65_536),
          sealed.subarray(131_072, 196_608),
          sealed.subarray(65_536, 131_072),
          sealed.subarray(196_608),
        ]),
    ],
    [
      'with a segment doubled over the next',
      (sealed: Buffer) => Buffer.concat([sealed.subarray(0, 131_072), sealed.subarray(65_536, 131_072), sealed.subarray(196_608)]),
    ],
  ])('is refused %s', (_, change) => {
    const object = describeObject(large, sealedLarge);
    place(object, change(sealedLarge));
    expect(() => readAll(object)).toThrow(altered);
  });

  test('is refused when cut at a border and the row’s sizes were cut with it: the last segment is marked', () => {
    const shorter = sealedLarge.subarray(0, 65_536 * 2);
    const object = { ...describeObject(large, sealedLarge), sealedBytes: shorter.byteLength, bytes: FIRST_PLAIN_BYTES + PLAIN_BYTES };
    place(object, shorter);
    expect(() => readAll(object)).toThrow(altered);
  });

  test('is refused when another sound object stands in its place', () => {
    const other = sealWith(Buffer.from(tink.vectors[2]?.header ?? '', 'hex'), content(90).reverse());
    const object = describeObject(small, sealedSmall);
    place(object, other);
    expect(() => readAll(object)).toThrow('another object stands in its place');
  });

  test('leaves its sound segments readable', () => {
    const object = describeObject(large, sealedLarge);
    const changed = Buffer.from(sealedLarge);
    changed[65_536 + 100] = (changed[65_536 + 100] ?? 0) ^ 1;
    place(object, changed);
    const file = openSealedFile({ folder, vaultId: vault, objectKey, object }, 'EX-0007');
    expect(Buffer.from(file.segment(0))).toEqual(large.subarray(0, FIRST_PLAIN_BYTES));
    expect(() => file.segment(1)).toThrow('segment 2 of 4');
    expect(Buffer.from(file.segment(2))).toEqual(large.subarray(FIRST_PLAIN_BYTES + PLAIN_BYTES, FIRST_PLAIN_BYTES + 2 * PLAIN_BYTES));
    file.close();
  });

  test('of another vault or another key does not open', () => {
    const object = describeObject(small, sealedSmall);
    place(object, sealedSmall);
    const elsewhere = openSealedFile(
      { folder, vaultId: vaultId.parse('3f2b8e0a-9f0f-4c2e-8d4b-0f5a3c1e7b22'), objectKey, object },
      'EX-0007',
    );
    expect(() => elsewhere.segment(0)).toThrow(altered);
    elsewhere.close();
    const wrong = openSealedFile({ folder, vaultId: vault, objectKey: Buffer.alloc(32), object }, 'EX-0007');
    expect(() => wrong.segment(0)).toThrow(altered);
    wrong.close();
  });

  test('that is gone is called missing', () => {
    const object = describeObject(small, sealedSmall);
    rmSync(place(object, sealedSmall));
    expect(() => readAll(object)).toThrow(expect.objectContaining({ code: 'object.missing' }));
  });

  test('that is sound is read', () => {
    const object = describeObject(large, sealedLarge);
    const path = place(object, sealedLarge);
    expect(readAll(object)).toEqual(large);
    expect(readFileSync(path).includes(large.subarray(0, 64))).toBe(false);
  });
});
