import { FormError } from './form-error.ts';
import type { Objects, Part } from './objects.ts';
import { isArray, isDictionary, isName, isReference, isText, onlyKeys, type Value, wordsOf } from './values.ts';

export interface SignatureWidget {
  readonly number: number;
  /** The signature dictionary, not yet read. */
  readonly value: Value;
  /** What the box shows, not yet read. */
  readonly appearance: Value;
}

/** A page carries links to pages of this file, and one page the box of the one signature. */
export function readAnnotation(
  objects: Objects,
  reference: Value,
  page: number,
  isPage: (number: number) => boolean,
): { readonly number: number; readonly widget?: SignatureWidget } {
  const part = objects.takeDictionary(reference, 'annotation');
  const { number, dictionary, stream } = part;
  if (stream || !isName(dictionary.get('Type'), 'Annot') || !isNumbers(dictionary.get('Rect'), 4))
    throw new FormError('annotation', number);
  if (isName(dictionary.get('Subtype'), 'Widget')) return { number, widget: readWidget(part, page) };
  onlyKeys(dictionary, ['Type', 'Subtype', 'Rect', 'Border', 'F', 'Dest'], [], 'annotation', number);
  const sound =
    isName(dictionary.get('Subtype'), 'Link') &&
    dictionary.get('F') === 4 &&
    isNumbers(dictionary.get('Border'), 3) &&
    leadsTo(dictionary.get('Dest'), isPage) !== undefined;
  if (!sound) throw new FormError('annotation', number);
  return { number };
}

function readWidget({ number, dictionary }: Part, page: number): SignatureWidget {
  onlyKeys(dictionary, ['Type', 'Subtype', 'FT', 'T', 'V', 'F', 'P', 'Rect', 'AP'], [], 'signature', number);
  const [name, owner, looks, value] = ['T', 'P', 'AP', 'V'].map((key) => dictionary.get(key));
  const appearance = isDictionary(looks) && looks.size === 1 ? looks.get('N') : undefined;
  const sound =
    isName(dictionary.get('FT'), 'Sig') &&
    dictionary.get('F') === 132 &&
    isText(name) &&
    wordsOf(name) === 'Release' &&
    isReference(owner) &&
    owner.to === page &&
    isReference(value) &&
    isReference(appearance);
  if (!sound) throw new FormError('signature', number);
  return { number, value, appearance };
}

/** The page a destination shows: `[page /XYZ left top zoom]` or `[page /Fit]`, as our writers spell them. */
export function leadsTo(value: Value | undefined, isPage: (number: number) => boolean): number | undefined {
  if (!isArray(value) || !isReference(value[0]) || !isPage(value[0].to)) return undefined;
  const placed = isName(value[1], 'XYZ') ? value.slice(2).every((one) => one === null || typeof one === 'number') : value.length === 2;
  return placed && (isName(value[1], 'XYZ') || isName(value[1], 'Fit')) ? value[0].to : undefined;
}

function isNumbers(value: Value | undefined, count: number): boolean {
  return isArray(value) && value.length === count && value.every((one) => typeof one === 'number');
}
