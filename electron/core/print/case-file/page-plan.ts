import { anchors } from './anchors.ts';
import type { CaseFileContent } from '../../tasks/case-file.ts';

/** Which page of the finished file is which. Pages are counted from 1. */
export interface PagePlan {
  readonly total: number;
  /** Where a page of the composed chapters and slips stands in the finished file. */
  readonly finalPage: (composed: number) => number;
  readonly pageOf: (anchor: string) => number;
  /** The pages in order: `composed` pages, and `sheets` of an exhibit's own pages. */
  readonly order: readonly PageOrder[];
}

export type PageOrder =
  | { readonly kind: 'composed'; readonly page: number }
  | { readonly kind: 'sheet'; readonly exhibit: number; readonly page: number };

/**
 * Chapters and slips are composed as one document; the sheets that show exhibits' own pages are put in between, each
 * exhibit's before the slip or chapter that follows it. `composedPage` answers for every anchor of the composed document.
 */
export function planPages(content: CaseFileContent, composedTotal: number, composedPage: (anchor: string) => number): PagePlan {
  const { exhibits } = content;
  const order: PageOrder[] = [];
  const first = new Map<string, number>();
  const final: number[] = [0];
  const composeUpTo = (end: number): void => {
    for (let page = final.length; page < end; page++) {
      order.push({ kind: 'composed', page });
      final.push(order.length);
    }
  };
  for (const [index, { exhibit, appearance }] of exhibits.entries()) {
    if (appearance.as !== 'pages') continue;
    if (exhibits[index - 1]?.appearance.as !== 'pages') {
      const next = exhibits.slice(index).find((one) => one.appearance.as !== 'pages');
      composeUpTo(composedPage(next ? anchors.exhibit(next.exhibit.number) : 'certification'));
    }
    for (const page of appearance.pages.keys()) {
      order.push({ kind: 'sheet', exhibit: index, page });
      first.set(anchors.exhibitPage(exhibit.number, page + 1), order.length);
    }
  }
  composeUpTo(composedTotal + 1);
  const finalPage = (page: number): number => {
    const found = final[page];
    if (found === undefined || page === 0) throw new Error(`there is no composed page ${page}`);
    return found;
  };
  return { total: order.length, finalPage, pageOf: (anchor) => first.get(anchor) ?? finalPage(composedPage(anchor)), order };
}
