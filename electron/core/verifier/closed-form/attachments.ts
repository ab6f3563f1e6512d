import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { FormError } from './form-error.ts';
import type { Objects } from './objects.ts';
import { type Dictionary, isArray, isDictionary, isName, isReference, isText, onlyKeys, type Text, type Value, wordsOf } from './values.ts';

/** What one attachment and all of them unpack to at most. A ledger may be the largest. */
const mostOne = 512 << 20;
const mostAll = 1 << 30;

/** An attached file, unpacked once to be hashed; to be read again only where its words are needed. */
export interface AttachedFile {
  readonly name: string;
  readonly size: number;
  /** In lower-case hexadecimal. */
  readonly sha256: string;
  readonly relationship: string;
  readonly mediaType: string;
  /** As claimed, `D:…`. */
  readonly modified: string;
  /** The object that holds it. */
  readonly object: number;
  read(): Uint8Array;
}

/**
 * Every file that is attached, by its name: each named once in the name tree and once among the associated files, both
 * times the same specification, whose three names and two streams are one.
 */
export function readAttachments(
  objects: Objects,
  tree: Value | undefined,
  associated: Value | undefined,
): ReadonlyMap<string, AttachedFile> {
  const list = namesOf(tree);
  const found = new Map<string, AttachedFile>();
  const numbers = new Set<number>();
  let last: Buffer | undefined;
  let room = mostAll;
  for (let index = 0; index < list.length; index += 2) {
    const [key, reference] = [list[index], list[index + 1]];
    // A name tree is sorted by the bytes of its keys, so that none stands twice.
    if (!isText(key) || !isReference(reference) || (last && Buffer.compare(last, key.bytes) >= 0)) throw new FormError('attachment');
    last = key.bytes;
    const file = readSpecification(objects, reference, key, room);
    room -= file.size;
    if (found.has(file.name)) throw new FormError('attachment', reference.to);
    found.set(file.name, file);
    numbers.add(reference.to);
  }
  const repeated = isArray(associated) ? associated.map((one) => (isReference(one) ? one.to : 0)) : [];
  if (repeated.length !== numbers.size || new Set(repeated).size !== numbers.size || !repeated.every((one) => numbers.has(one)))
    throw new FormError('attachment');
  return found;
}

function namesOf(tree: Value | undefined): readonly Value[] {
  const files = isDictionary(tree) && tree.size === 1 ? tree.get('EmbeddedFiles') : undefined;
  const names = isDictionary(files) && files.size === 1 ? files.get('Names') : undefined;
  if (!isArray(names) || names.length % 2 !== 0) throw new FormError('attachment');
  return names;
}

function readSpecification(objects: Objects, reference: Value, key: Text, room: number): AttachedFile {
  const { number, dictionary, stream } = objects.takeDictionary(reference, 'attachment');
  onlyKeys(dictionary, ['Type', 'F', 'UF', 'Desc', 'AFRelationship', 'EF'], [], 'attachment', number);
  const [short, long, about, relationship, embedded] = ['F', 'UF', 'Desc', 'AFRelationship', 'EF'].map((one) => dictionary.get(one));
  const [file, same] = isDictionary(embedded) && embedded.size === 2 ? [embedded.get('F'), embedded.get('UF')] : [];
  const sound =
    !stream &&
    isName(dictionary.get('Type'), 'Filespec') &&
    [short, long].every((name) => isText(name) && name.bytes.equals(key.bytes)) &&
    isText(about) &&
    isName(relationship) &&
    isReference(file) &&
    isReference(same) &&
    file.to === same.to;
  if (!sound) throw new FormError('attachment', number);
  return { name: wordsOf(key), relationship: relationship.name, ...readEmbedded(objects, file, room) };
}

function readEmbedded(
  objects: Objects,
  reference: Value,
  room: number,
): Pick<AttachedFile, 'size' | 'sha256' | 'mediaType' | 'modified' | 'object' | 'read'> {
  const { number, dictionary, stream } = objects.takeDictionary(reference, 'attachment');
  onlyKeys(dictionary, ['Type', 'Subtype', 'Params', 'Length'], ['Filter'], 'attachment', number);
  const [parameters, filter, type] = ['Params', 'Filter', 'Subtype'].map((one) => dictionary.get(one));
  const packed = filter !== undefined;
  if (
    !stream ||
    !isName(type) ||
    !isName(dictionary.get('Type'), 'EmbeddedFile') ||
    !isDictionary(parameters) ||
    !(!packed || isName(filter, 'FlateDecode'))
  )
    throw new FormError('attachment', number);
  const { size, sum, modified } = readParameters(parameters, number);
  if (size > Math.min(mostOne, room)) throw new FormError('bound', number);
  const read = (): Buffer => (packed ? unpack(stream, size, number) : stream);
  const bytes = read();
  if (bytes.length !== size || !createHash('md5').update(bytes).digest().equals(sum)) throw new FormError('attachment', number);
  return { size, sha256: createHash('sha256').update(bytes).digest('hex'), mediaType: type.name, modified, object: number, read };
}

function readParameters(
  parameters: Dictionary,
  number: number,
): { readonly size: number; readonly sum: Buffer; readonly modified: string } {
  onlyKeys(parameters, ['Size', 'ModDate', 'CheckSum'], [], 'attachment', number);
  const [size, sum, modified] = ['Size', 'CheckSum', 'ModDate'].map((one) => parameters.get(one));
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 0 || !isText(sum) || !isText(modified))
    throw new FormError('attachment', number);
  return { size, sum: sum.bytes, modified: wordsOf(modified) };
}

/** Once, to no more than it is said to hold, and with nothing behind its end. */
function unpack(packed: Buffer, size: number, number: number): Buffer {
  try {
    const { buffer, engine } = inflateSync(packed, { maxOutputLength: Math.max(1, size), info: true }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    if (engine.bytesWritten !== packed.length) throw new FormError('attachment', number);
    return buffer;
  } catch {
    throw new FormError('attachment', number);
  }
}
