/** Size in points as the page is seen, rotation and crop applied. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** What a reader must know about pages that are not all that the original's viewer would show. With the last two the original is attached. */
export type PageNote = 'restrictions' | 'layers' | 'layers-hidden' | 'reduced' | 'moving' | 'cut';

/** What somebody wrote on a page that a viewer shows only when asked. */
export interface PageComment {
  /** Counted from 1. */
  readonly page: number;
  readonly author: string;
  readonly text: string;
}

/**
 * `native`: the format has no pages. `differs`: drawn for print, a page (`problem` is its number) is not what the viewing engine
 * shows of the original. `unread`: its reader had to refuse or stop.
 * The others say why pages could not be shown.
 */
export type SlipReason =
  | 'native'
  | 'covered'
  | 'encrypted'
  | 'damaged'
  | 'differs'
  | 'unread'
  | 'too-many-pixels'
  | 'too-large'
  | 'too-heavy'
  | 'empty';

/**
 * An exhibit's prepared pages. `pack` is a PDF of our own making: one page for each page of the exhibit, each with a
 * single form XObject named `P` that draws what is seen, upright, from the origin. It carries no action, script, form
 * field or annotation. `forms` are those drawings' object numbers, in order; `parts` tells where in `pack` the objects
 * they need begin and end and where they name each other, so that they can be put into another file unparsed.
 */
export interface Pack {
  readonly pack: Uint8Array;
  /** For each object: its number, start, end, how many references it holds, and for each of these its start, end and target. */
  readonly parts: Uint32Array;
  readonly forms: readonly number[];
}

export interface ExhibitPagesInput {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export type ExhibitPagesOutput =
  | ({
      readonly as: 'pages';
      readonly pages: readonly PageSize[];
      readonly notes: readonly PageNote[];
      readonly comments: readonly PageComment[];
    } & Pack)
  | {
      readonly as: 'slip';
      readonly reason: Extract<SlipReason, 'native' | 'encrypted' | 'damaged' | 'differs' | 'too-many-pixels' | 'empty'>;
      readonly problem: string;
    };
