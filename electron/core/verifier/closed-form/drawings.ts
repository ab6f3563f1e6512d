import { FormError } from './form-error.ts';
import type { Form } from './form.ts';
import type { FileObject } from './objects.ts';
import { type Dictionary, isArray, isDictionary, isName, isReference, type Value } from './values.ts';

/** What no drawing is, or reaches: pages, files, deeds, fields, and the forms of objects that this form does not know. */
const foreignTypes = new Set(
  'Catalog Pages Page Annot Action Filespec EmbeddedFile Sig SigRef DocTimeStamp ObjStm XRef Outlines'.split(' '),
);
const foreignKeys = ['EF', 'JS', 'AA', 'AF', 'Ref', 'OPI', 'OpenAction', 'AcroForm', 'RichMediaContent'];
const deeds = new Set(
  'JavaScript Launch URI GoTo GoToR GoToE GoToDp Named SubmitForm ResetForm ImportData Rendition RichMediaExecute Sound Movie Hide Trans SetOCGState Thread GoTo3DView'.split(
    ' ',
  ),
);
/** A stream's data stands in the file and nowhere else. */
const outsideKeys = ['F', 'FFilter', 'FDecodeParms'];
/** Since form 2 the pages of exhibits carry no layers, no metadata and no other program's data. */
const droppedTypes = new Set(['OCG', 'OCMD', 'Metadata']);
const droppedKeys = ['OC', 'Metadata', 'PieceInfo'];
/** Dictionaries whose keys are names that somebody chose. */
const namers = new Set(['Font', 'XObject', 'ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'Properties', 'CharProcs', 'Colorants']);

/** Where drawings come from: a file, or what is to be put into one. */
export interface DrawingSource {
  /** Reads an object; undefined where it has been read before. */
  takeShared(number: number, role: 'drawing'): FileObject | undefined;
}

/** Reads everything a page draws with, each object once, and answers what was read. */
export function* readDrawings(objects: DrawingSource, roots: readonly Value[], form: Form): Generator<FileObject> {
  const waiting: { readonly value: Value; readonly names: boolean }[] = roots.map((value) => ({ value, names: false }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!isReference(next.value)) {
      checkPart(next.value, next.names, undefined, form, 0, (value, names) => waiting.push({ value, names }));
      continue;
    }
    const read = objects.takeShared(next.value.to, 'drawing');
    if (!read) continue;
    checkPart(read.value, next.names, read.stream, form, read.number, (value, names) => waiting.push({ value, names }));
    yield read;
  }
}

function checkPart(
  value: Value,
  names: boolean,
  stream: Buffer | undefined,
  form: Form,
  object: number,
  visit: (value: Value, names: boolean) => void,
): void {
  if (isArray(value)) {
    for (const one of value) descend(one, false, form, object, visit);
  } else if (isDictionary(value)) {
    if (!names) checkDictionary(value, stream, form, object);
    const shading = value.has('PatternType');
    for (const [key, one] of value) descend(one, !names && namers.has(key) && !(shading && key === 'Shading'), form, object, visit);
  }
}

function descend(value: Value, names: boolean, form: Form, object: number, visit: (value: Value, names: boolean) => void): void {
  if (isReference(value)) visit(value, names);
  else checkPart(value, names, undefined, form, object, visit);
}

function checkDictionary(dictionary: Dictionary, stream: Buffer | undefined, form: Form, object: number): void {
  const [type, deed] = [dictionary.get('Type'), dictionary.get('S')];
  const refused =
    (isName(type) && (foreignTypes.has(type.name) || (form === 2 && droppedTypes.has(type.name)))) ||
    (isName(deed) && deeds.has(deed.name)) ||
    foreignKeys.some((key) => dictionary.has(key)) ||
    (form === 2 && droppedKeys.some((key) => dictionary.has(key))) ||
    (stream !== undefined && outsideKeys.some((key) => dictionary.has(key)));
  if (refused) throw new FormError('drawing', object);
}
