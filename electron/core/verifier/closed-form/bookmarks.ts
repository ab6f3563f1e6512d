import { leadsTo } from './annotations.ts';
import { FormError } from './form-error.ts';
import type { Objects } from './objects.ts';
import { isReference, isText, onlyKeys, type Value, wordsOf } from './values.ts';

/** First page of each bookmark by its title. Two levels: chapters, and under one of them the exhibits. */
export function readBookmarks(
  objects: Objects,
  outlines: Value | undefined,
  positions: ReadonlyMap<number, number>,
): ReadonlyMap<string, number> {
  const root = objects.takeDictionary(outlines, 'bookmark');
  onlyKeys(root.dictionary, ['First', 'Last'], ['Type', 'Count'], 'bookmark', root.number);
  const found = new Map<string, number>();
  readList(objects, root, positions, found, 0);
  return found;
}

function readList(
  objects: Objects,
  parent: { readonly number: number; readonly dictionary: ReadonlyMap<string, Value> },
  positions: ReadonlyMap<number, number>,
  found: Map<string, number>,
  depth: number,
): void {
  const wrong = (number: number): FormError => new FormError('bookmark', number);
  if (depth > 1) throw wrong(parent.number);
  let before: number | undefined;
  for (let next = parent.dictionary.get('First'); next !== undefined; ) {
    const { number, dictionary, stream } = objects.takeDictionary(next, 'bookmark');
    onlyKeys(dictionary, ['Title', 'Parent', 'Dest'], ['Prev', 'Next', 'First', 'Last', 'Count'], 'bookmark', number);
    const title = dictionary.get('Title');
    const page = leadsTo(dictionary.get('Dest'), (one) => positions.has(one));
    const position = page === undefined ? undefined : positions.get(page);
    const placed = names(dictionary.get('Parent'), parent.number) && names(dictionary.get('Prev'), before);
    if (stream || !isText(title) || position === undefined || !placed) throw wrong(number);
    const words = wordsOf(title);
    if (!found.has(words)) found.set(words, position);
    if (dictionary.has('First')) readList(objects, { number, dictionary }, positions, found, depth + 1);
    else if (dictionary.has('Last') || dictionary.has('Count')) throw wrong(number);
    before = number;
    next = dictionary.get('Next');
  }
  if (!names(parent.dictionary.get('Last'), before)) throw wrong(parent.number);
}

function names(value: Value | undefined, number: number | undefined): boolean {
  return number === undefined ? value === undefined : isReference(value) && value.to === number;
}
