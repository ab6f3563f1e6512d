import type { Content, ContentText } from 'pdfmake/interfaces.js';

export type TextStyle = Omit<ContentText, 'text'>;

interface Placed {
  positions?: { pageNumber: number }[];
}

/**
 * Printed page numbers of places in the finished file. The composing library prints the number of a place in its own
 * document, which lacks the sheets of the exhibits; it looks the number up when it draws, after all is laid out, so the
 * true one is put where it looks (its page references, in the version this project pins).
 */
export class PageNumbers {
  readonly #printed = new Map<string, Placed>();

  /** A link that prints the page of an anchor; room for five digits is kept. */
  node(anchor: string, style: TextStyle): Content {
    const placed = this.#printed.get(anchor) ?? {};
    this.#printed.set(anchor, placed);
    return { ...style, text: '00000', font: 'Latin', linkToDestination: anchor, _pageRef: { _nodeRef: placed } } as Content;
  }

  /** To be called between layout and drawing. */
  resolve(pageOf: (anchor: string) => number): void {
    for (const [anchor, placed] of this.#printed) placed.positions = [{ pageNumber: pageOf(anchor) }];
  }
}

/** Every node that carries an anchor, to be asked for its page once all is laid out. */
export function composedPages(body: readonly Content[]): (anchor: string) => number {
  const named = new Map<string, Placed>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one);
    } else if (value !== null && typeof value === 'object') {
      if ('id' in value && typeof value.id === 'string') named.set(value.id, value as Placed);
      for (const part of ['stack', 'columns', 'text', 'table', 'body'] as const)
        if (part in value) visit((value as Record<string, unknown>)[part]);
    }
  };
  visit(body);
  return (anchor) => {
    const page = named.get(anchor)?.positions?.[0]?.pageNumber;
    if (page === undefined) throw new Error(`nothing was laid out for ${anchor}`);
    return page;
  };
}
