import { FormError } from './form-error.ts';
import type { Objects, Part } from './objects.ts';
import { isArray, isName, isReference, onlyKeys, type Value } from './values.ts';

export interface FilePage {
  /** Its object. */
  readonly number: number;
  /** From 1. */
  readonly position: number;
  readonly part: Part;
  readonly annotations: readonly Value[];
}

/** Pages under one node of the tree. */
const branch = 64;
/** A4, standing and lying: every page of a case file has one of these boxes and no other. */
const boxes = [
  [0, 0, 595.28, 841.89],
  [0, 0, 841.89, 595.28],
];

/** A root, its branches, their pages: what our writer builds, and nothing deeper. */
export function readPages(objects: Objects, tree: Value | undefined): readonly FilePage[] {
  const root = objects.takeDictionary(tree, 'page');
  const branches = kidsOf(root, []);
  const pages: FilePage[] = [];
  for (const [index, one] of branches.entries()) {
    const node = objects.takeDictionary(one, 'page');
    const kids = kidsOf(node, ['Parent']);
    const full = index < branches.length - 1 ? kids.length === branch : kids.length <= branch;
    if (!full || node.dictionary.get('Count') !== kids.length || !isReferenceTo(node.dictionary.get('Parent'), root.number))
      throw new FormError('page', node.number);
    for (const kid of kids) pages.push(readPage(objects, kid, node.number, pages.length + 1));
  }
  if (root.dictionary.get('Count') !== pages.length || pages.length === 0) throw new FormError('page', root.number);
  return pages;
}

function kidsOf({ number, dictionary, stream }: Part, parent: readonly string[]): readonly Value[] {
  onlyKeys(dictionary, ['Type', 'Kids', 'Count', ...parent], [], 'page', number);
  const kids = dictionary.get('Kids');
  if (stream || !isName(dictionary.get('Type'), 'Pages') || !isArray(kids)) throw new FormError('page', number);
  return kids;
}

function readPage(objects: Objects, reference: Value, parent: number, position: number): FilePage {
  const part = objects.takeDictionary(reference, 'page');
  const { number, dictionary, stream } = part;
  onlyKeys(dictionary, ['Type', 'Parent', 'MediaBox', 'Resources', 'Contents'], ['UserUnit', 'Annots'], 'page', number);
  const [box, annotations, unit] = ['MediaBox', 'Annots', 'UserUnit'].map((key) => dictionary.get(key));
  const sound =
    !stream &&
    isName(dictionary.get('Type'), 'Page') &&
    isReferenceTo(dictionary.get('Parent'), parent) &&
    isArray(box) &&
    boxes.some((one) => one.every((part, index) => box[index] === part) && box.length === one.length) &&
    (unit === undefined || unit === 1) &&
    (annotations === undefined || isArray(annotations)) &&
    isReference(dictionary.get('Contents'));
  if (!sound) throw new FormError('page', number);
  return { number, position, part, annotations: annotations ?? [] };
}

function isReferenceTo(value: Value | undefined, number: number): boolean {
  return isReference(value) && value.to === number;
}
