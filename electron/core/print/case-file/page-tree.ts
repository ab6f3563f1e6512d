import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, type PDFDocument } from 'pdf-lib';
import { anchors } from './anchors.ts';
import type { CaseFileContent } from '../../tasks/case-file.ts';
import type { PagePlan } from './page-plan.ts';

const key = (name: string) => PDFName.of(name);
/** Pages under one node of the tree: a reader finds any page in two steps. */
const branch = 64;

export interface PagePlace {
  readonly ref: PDFRef;
  readonly parent: PDFRef;
}

/** Builds the page tree anew with places for the sheets; answers every page of the finished file in order. */
export function growPageTree(document: PDFDocument, plan: PagePlan): readonly PagePlace[] {
  const { context, catalog } = document;
  const composed = document.getPages();
  const root = context.nextRef();
  const branches = Array.from({ length: Math.ceil(plan.order.length / branch) }, () => context.nextRef());
  const places = plan.order.map((one, index): PagePlace => {
    const parent = branches[Math.floor(index / branch)] as PDFRef;
    if (one.kind === 'sheet') return { ref: context.nextRef(), parent };
    const page = composed[one.page - 1];
    if (!page) throw new Error(`there is no composed page ${one.page}`);
    page.node.set(key('Parent'), parent);
    return { ref: page.ref, parent };
  });
  for (const [index, ref] of branches.entries()) {
    const kids = places.slice(index * branch, (index + 1) * branch).map((place) => place.ref);
    context.assign(ref, context.obj({ Type: 'Pages', Parent: root, Kids: kids, Count: kids.length }));
  }
  const before = catalog.get(key('Pages'));
  if (before instanceof PDFRef) context.delete(before);
  context.assign(root, context.obj({ Type: 'Pages', Kids: branches, Count: places.length }));
  catalog.set(key('Pages'), root);
  return places;
}

/** Every exhibit as an outline entry under its chapter. */
export function listExhibits(document: PDFDocument, destinations: ReadonlyMap<string, PDFArray>, content: CaseFileContent): void {
  const { context, catalog } = document;
  const page = destinations.get('exhibits')?.get(0);
  const chapter = [...outlineItems(catalog.lookup(key('Outlines'), PDFDict))].find(
    ({ item }) => item.lookupMaybe(key('Dest'), PDFArray)?.get(0) === page,
  );
  if (!chapter || content.exhibits.length === 0) return;
  const refs = content.exhibits.map(() => context.nextRef());
  for (const [index, { exhibit }] of content.exhibits.entries()) {
    const ref = refs[index] as PDFRef;
    const target = destinations.get(anchors.exhibit(exhibit.number));
    if (!target) throw new Error(`${exhibit.number} has no page`);
    const item = context.obj({ Parent: chapter.ref, Dest: [target.get(0), 'Fit'] }) as PDFDict;
    item.set(key('Title'), PDFHexString.fromText(`${exhibit.number} ${exhibit.title}`));
    const [previous, next] = [refs[index - 1], refs[index + 1]];
    if (previous) item.set(key('Prev'), previous);
    if (next) item.set(key('Next'), next);
    context.assign(ref, item);
  }
  chapter.item.set(key('First'), refs[0] as PDFRef);
  chapter.item.set(key('Last'), refs.at(-1) as PDFRef);
  // Negative: the list opens when the reader opens it.
  chapter.item.set(key('Count'), context.obj(-refs.length));
}

function* outlineItems(outlines: PDFDict): Generator<{ readonly ref: PDFRef; readonly item: PDFDict }> {
  for (let ref = outlines.get(key('First')), left = 1000; ref instanceof PDFRef && left > 0; left--) {
    const item = outlines.context.lookup(ref, PDFDict);
    yield { ref, item };
    ref = item.get(key('Next'));
  }
}

/** A destination that shows a page from its top and keeps the reader's own zoom. */
export function topOf({ context }: PDFDocument, page: PDFRef, height: number): PDFArray {
  return context.obj([page, 'XYZ', 0, height, null]) as PDFArray;
}
