import { FormError } from './form-error.ts';
import type { Objects } from './objects.ts';
import { isArray, isName, isText, onlyKeys, type Value, wordsOf } from './values.ts';

/** The one signature: what its field names, and nothing that only looks like one. */
export interface SignatureOfForm {
  /** Offsets of `<` and of the byte after `>`. */
  readonly gap: readonly [start: number, end: number];
  readonly range: readonly [number, number, number, number];
  /** The gap's bytes, padding included. */
  readonly contents: Buffer;
  /** As claimed, `D:…`. */
  readonly statedTime: string;
  readonly name: string;
}

/** The last object of the file. Its gap is its own /Contents in lower-case hexadecimal, and everything else is covered. */
export function readSignature(objects: Objects, reference: Value): SignatureOfForm {
  const { number, dictionary, stream } = objects.takeDictionary(reference, 'signature');
  onlyKeys(dictionary, ['Type', 'Filter', 'SubFilter', 'ByteRange', 'Contents', 'M', 'Name'], [], 'signature', number);
  const [range, contents, time, name] = ['ByteRange', 'Contents', 'M', 'Name'].map((key) => dictionary.get(key));
  const known =
    !stream &&
    objects.frame.order.at(-1) === number &&
    isName(dictionary.get('Type'), 'Sig') &&
    isName(dictionary.get('Filter'), 'Adobe.PPKLite') &&
    isName(dictionary.get('SubFilter'), 'ETSI.CAdES.detached');
  if (!known || !isText(contents) || !isText(time) || !isText(name) || !isArray(range)) throw new FormError('signature', number);
  const { from, end, hex, bytes } = contents;
  const { file } = objects;
  const spelt = file.toString('latin1', from + 1, end - 1);
  const covers = range.length === 4 && [0, from, end, file.length - end].every((part, index) => range[index] === part);
  if (!covers || !hex || !/^(?:[0-9a-f]{2})+$/.test(spelt)) throw new FormError('signature', number);
  return { gap: [from, end], range: [0, from, end, file.length - end], contents: bytes, statedTime: wordsOf(time), name: wordsOf(name) };
}
