import { createHash } from 'node:crypto';
import { readAnnotation, type SignatureWidget } from './annotations.ts';
import { type AttachedFile, readAttachments } from './attachments.ts';
import { readBookmarks } from './bookmarks.ts';
import { readDrawings } from './drawings.ts';
import type { Form } from './form.ts';
import { FormError } from './form-error.ts';
import { readFrame } from './frame.ts';
import { checkLeftOver } from './left-over.ts';
import { Objects, type Part } from './objects.ts';
import { PageDigests } from './page-digests.ts';
import { checkContent } from './page-content.ts';
import { type FilePage, readPages } from './pages.ts';
import { isSheet } from './sheet.ts';
import { readSignature, type SignatureOfForm } from './signature.ts';
import { isArray, isDictionary, isName, isReference, isText, onlyKeys, type Value, wordsOf } from './values.ts';

/** What stands in a file of the closed form. */
export interface CaseFileRead {
  readonly form: Form;
  readonly title: string;
  readonly pages: number;
  /** A digest for each page, in order: content, box, resources and marks (docs/formats.md). */
  readonly pageDigests: readonly string[];
  /** Pages, from 1, that carry a drawn exhibit. */
  readonly exhibitPages: ReadonlySet<number>;
  /** First page of each bookmark, by its title. */
  readonly bookmarks: ReadonlyMap<string, number>;
  readonly attachments: ReadonlyMap<string, AttachedFile>;
  readonly signature: SignatureOfForm;
  /** Where an object begins, and the digest of everything before it. */
  readonly before: (object: number) => { readonly bytes: number; readonly sha256: string };
  /** Whether an object is the last but the signature. */
  readonly isLast: (object: number) => boolean;
}

const information = ['Producer', 'Creator', 'CreationDate', 'Title', 'Author', 'ModDate'];

/** Reads a file that must be in the closed form. `formOf` is asked once, as soon as the attachments are known. Throws FormError. */
export function readClosedForm(file: Buffer, formOf: (attachments: ReadonlyMap<string, AttachedFile>) => Form): CaseFileRead {
  const objects = new Objects(file, readFrame(file));
  const catalog = readCatalog(objects);
  const attachments = readAttachments(objects, catalog.get('Names'), catalog.get('AF'));
  const form = formOf(attachments);
  if (form === 2 && objects.frame.order.length !== objects.frame.starts.length - 1) throw new FormError('table');
  const title = readInformation(objects);
  readMetadata(objects, catalog.get('Metadata'));
  const pages = readPages(objects, catalog.get('Pages'));
  const positions = new Map(pages.map(({ number, position }) => [number, position]));
  const bookmarks = readBookmarks(objects, catalog.get('Outlines'), positions);
  const digests = new PageDigests();
  const widgets = pages.flatMap((page) => readShown(objects, page, positions, form, digests));
  const [widget] = widgets;
  if (!widget || widgets.length !== 1) throw new FormError('signature');
  checkField(catalog.get('AcroForm'), widget.number);
  const signature = readSignature(objects, widget.value);
  checkLeftOver(objects, form, catalog.get('Names'));
  return {
    form,
    title,
    pages: pages.length,
    pageDigests: pages.map(({ number }) => digests.of(number)),
    exhibitPages: new Set(pages.flatMap(({ part, position }) => (isSheet(part) ? [position] : []))),
    bookmarks,
    attachments,
    signature,
    before: (object) => {
      const bytes = objects.frame.starts[object] ?? 0;
      return { bytes, sha256: createHash('sha256').update(file.subarray(0, bytes)).digest('hex') };
    },
    isLast: (object) => objects.frame.order.at(-2) === object,
  };
}

function readCatalog(objects: Objects): Part['dictionary'] {
  const { number, dictionary, stream } = objects.takeDictionary({ kind: 'reference', to: objects.frame.root }, 'catalog');
  const must = ['Type', 'Pages', 'Names', 'AF', 'AcroForm', 'Outlines', 'PageMode'];
  onlyKeys(dictionary, must, ['Lang', 'ViewerPreferences', 'Metadata'], 'catalog', number);
  const language = dictionary.get('Lang');
  const sound =
    !stream &&
    isName(dictionary.get('Type'), 'Catalog') &&
    isName(dictionary.get('PageMode'), 'UseOutlines') &&
    (language === undefined || isText(language)) &&
    showsTitle(objects, dictionary.get('ViewerPreferences'));
  if (!sound) throw new FormError('catalog', number);
  return dictionary;
}

function showsTitle(objects: Objects, given: Value | undefined): boolean {
  const preferences = isReference(given) ? objects.take(given, 'catalog').value : given;
  return preferences === undefined || (isDictionary(preferences) && preferences.size === 1 && preferences.get('DisplayDocTitle') === true);
}

/** Words about the file, each as a string; answers its title. */
function readInformation(objects: Objects): string {
  const { number, dictionary, stream } = objects.takeDictionary({ kind: 'reference', to: objects.frame.information }, 'information');
  onlyKeys(dictionary, ['Title'], information, 'information', number);
  if (stream) throw new FormError('information', number);
  let title = '';
  for (const [key, given] of dictionary) {
    const value = isReference(given) ? objects.take(given, 'information').value : given;
    if (!isText(value)) throw new FormError('information', number);
    if (key === 'Title') title = wordsOf(value);
  }
  return title;
}

function readMetadata(objects: Objects, reference: Value | undefined): void {
  if (reference === undefined) return;
  const { number, dictionary, stream } = objects.takeDictionary(reference, 'information');
  onlyKeys(dictionary, ['Type', 'Subtype', 'Length'], ['length'], 'information', number);
  if (!stream || !isName(dictionary.get('Type'), 'Metadata') || !isName(dictionary.get('Subtype'), 'XML'))
    throw new FormError('information', number);
}

/** Everything a page shows, each object noted with what it names for the page's digest. */
function readShown(
  objects: Objects,
  { number, part, annotations }: FilePage,
  positions: ReadonlyMap<number, number>,
  form: Form,
  digests: PageDigests,
): readonly SignatureWidget[] {
  const note = (object: number, names: readonly number[]): void =>
    digests.add(object, createHash('sha256').update(objects.bytesOf(object)).digest(), names);
  const drawn: Value[] = [part.dictionary.get('Contents') ?? null, part.dictionary.get('Resources') ?? null];
  const widgets: SignatureWidget[] = [];
  for (const reference of annotations) {
    const { number: mark, widget } = readAnnotation(objects, reference, number, (one) => positions.has(one));
    if (widget) {
      widgets.push(widget);
      drawn.push(widget.appearance);
    }
    note(mark, widget && isReference(widget.appearance) ? [widget.appearance.to] : []);
  }
  note(
    number,
    part.references.filter((one) => one !== parentOf(part)),
  );
  const content = part.dictionary.get('Contents');
  let checked = false;
  for (const read of readDrawings(objects, drawn, form)) {
    note(read.number, read.references);
    if (!isReference(content) || content.to !== read.number) continue;
    checkContent(read, isSheet(part));
    checked = true;
  }
  // A content that another page has read already is not this page's own.
  if (!checked) throw new FormError('page', number);
  return widgets;
}

function parentOf({ dictionary }: Part): number {
  const parent = dictionary.get('Parent');
  return isReference(parent) ? parent.to : 0;
}

/** The one field is the box on the page. */
function checkField(value: Value | undefined, widget: number): void {
  const fields = isDictionary(value) && value.size === 2 && value.get('SigFlags') === 3 ? value.get('Fields') : undefined;
  const only = isArray(fields) && fields.length === 1 ? fields[0] : undefined;
  if (!isReference(only) || only.to !== widget) throw new FormError('signature');
}
