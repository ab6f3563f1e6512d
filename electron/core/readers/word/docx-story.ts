import { formBoxes } from './docx-form.ts';
import { type FormulaNode, writeFormula } from './docx-formula.ts';
import { type MarkSentence, sentence } from '../findings/sentence.ts';
import { readXml } from './xml.ts';

/** One paragraph of a story, in document order. `label` says where it stands when that is not the running text. */
export interface StoryParagraph {
  readonly text: string;
  readonly label: string;
}

/** What a story refers to besides its text. */
export interface StoryContext {
  readonly labelOf: StoryLabel | null;
  /** Styles whose text is hidden. */
  readonly hiddenStyles: ReadonlySet<string>;
  /** The part an identifier leads to. */
  readonly partOf: (id: string) => string;
}

/** How paragraphs are labelled that stand inside a note, a comment, a header or a footer. */
export type StoryLabel = (note: { readonly number: string; readonly author: string; readonly date: string }) => string;

type Attributes = Readonly<Record<string, string>>;

interface Revision {
  readonly element: string;
  readonly mark: string;
}

interface Draft {
  text: string;
  mark: string;
}

const REVISIONS: Readonly<Record<string, MarkSentence>> = {
  'w:ins': 'mark-inserted',
  'w:del': 'mark-deleted',
  'w:moveFrom': 'mark-moved-from',
  'w:moveTo': 'mark-moved-to',
};
/** What stands in a run besides text. */
const INLINE: Readonly<Record<string, (attributes: Readonly<Record<string, string>>) => string>> = {
  'w:tab': () => '\t',
  'w:br': () => '\n',
  'w:cr': () => '\n',
  'w:noBreakHyphen': () => '\u2011',
  'w:sym': (attributes) => `[${attributes['w:font'] ?? ''} ${attributes['w:char'] ?? ''}]`,
  'w:footnoteReference': (attributes) => `[${sentence('mark-footnote', { number: attributes['w:id'] ?? '' })}]`,
  'w:endnoteReference': (attributes) => `[${sentence('mark-endnote', { number: attributes['w:id'] ?? '' })}]`,
  'w:commentReference': (attributes) => `[${sentence('mark-comment-place', { number: attributes['w:id'] ?? '' })}]`,
};
/** What is drawn and not written. */
const DRAWN: Readonly<Record<string, (attributes: Attributes) => string>> = {
  'c:chart': () => `[${sentence('mark-chart')}]`,
  'dgm:relIds': () => `[${sentence('mark-diagram')}]`,
  'wp:docPr': ({ descr = '' }) => (descr === '' ? '' : `[${sentence('mark-picture', { description: descr })}]`),
};
const NOTES = new Set(['w:footnote', 'w:endnote', 'w:comment']);
const OFF = new Set(['0', 'false', 'off']);

/**
 * Walks one story of a WordprocessingML document (ECMA-376 part 1, 17): running text, table cells, notes, comments.
 * Nothing is resolved in anybody's favour: what was inserted or deleted under tracking stands in the text with author
 * and date, hidden text is marked as hidden, and field codes and fallback copies are left out.
 */
export function walkStory(xml: Uint8Array, context: StoryContext, add: (paragraph: StoryParagraph) => void): void {
  const { labelOf, hiddenStyles, partOf } = context;
  const path: string[] = [];
  const drafts: Draft[] = [];
  const revisions: Revision[] = [];
  const tables: { table: number; row: number; cell: number }[] = [];
  let tableCount = 0;
  let label = '';
  let hidden = false;
  let hiddenParagraph = false;
  let fallback = 0;
  // Of a choice nobody made, the fallback is all there is.
  const chosen: boolean[] = [];
  const forms = formBoxes();
  const formula: FormulaNode[] = [];
  // What a form says before the paragraph it stands in front of.
  let pending = '';

  const append = (given: string): void => {
    if (given === '') return;
    const draft = drafts.at(-1);
    if (!draft) {
      pending += given;
      return;
    }
    const text = pending + given;
    pending = '';
    const mark = [...revisions.map((revision) => revision.mark), ...(hidden || hiddenParagraph ? [sentence('mark-hidden')] : [])].join(
      '; ',
    );
    if (mark !== draft.mark) {
      draft.text += closing(draft.mark) + (mark === '' ? '' : `[${mark}: `);
      draft.mark = mark;
    }
    draft.text += text;
  };
  const finish = (draft: Draft): void => {
    const text = draft.text + closing(draft.mark);
    const cell = tables.at(-1);
    const place = cell ? sentence('mark-cell', cell) : '';
    if (text.trim() !== '') add({ text, label: [label, place].filter((part) => part !== '').join('; ') });
  };

  readXml(xml, {
    open(name, attributes) {
      const parent = path.at(-1);
      path.push(name);
      if (isPassedOver(name)) return;
      forms.open(name, attributes);
      openFormula(name, attributes);
      if (NOTES.has(name) && labelOf)
        label = attributes['w:type'] ? '' : labelOf({ number: attributes['w:id'] ?? '', ...signedBy(attributes) });
      const revision = REVISIONS[name];
      // Inside run or paragraph properties the same names mark the formatting, not text.
      if (revision && parent !== 'w:rPr' && parent !== 'w:trPr')
        revisions.push({ element: name, mark: sentence(revision, signedBy(attributes)) });
      switch (name) {
        case 'w:p':
          drafts.push({ text: '', mark: '' });
          break;
        case 'w:r':
          hidden = false;
          break;
        case 'w:altChunk':
          add({ text: `[${sentence('mark-chunk', { name: partOf(attributes['r:id'] ?? '') })}]`, label });
          break;
        case 'w:tbl':
          tableCount += 1;
          tables.push({ table: tableCount, row: 0, cell: 0 });
          break;
        case 'w:tr':
          count('row');
          break;
        case 'w:tc':
          count('cell');
          break;
        default:
          if (parent === 'w:r') append(INLINE[name]?.(attributes) ?? '');
          append(DRAWN[name]?.(attributes) ?? '');
          hide(name, attributes);
      }
    },
    text(text) {
      const element = path.at(-1);
      const node = formula.at(-1);
      if (fallback === 0 && node) node.text += text;
      else if (fallback === 0 && (element === 'w:t' || element === 'w:delText')) append(text);
    },
    close(name) {
      path.pop();
      if (fallback > 0) {
        fallback -= 1;
        return;
      }
      if (name === 'mc:AlternateContent') chosen.pop();
      append(forms.close(name));
      const node = formula.pop();
      if (node && formula.length === 0) append(`[${sentence('mark-formula', { formula: writeFormula(node).trim() })}]`);
      if (name === 'w:p') {
        hiddenParagraph = false;
        const draft = drafts.pop();
        if (draft) finish(draft);
      } else if (name === 'w:r') hidden = false;
      else if (name === 'w:tbl') tables.pop();
      else if (NOTES.has(name)) label = '';
      else if (revisions.at(-1)?.element === name && REVISIONS[name] && path.at(-1) !== 'w:rPr' && path.at(-1) !== 'w:trPr')
        revisions.pop();
    },
  });
  if (pending !== '') add({ text: pending, label });

  /** Of alternatives the first that is there is read. */
  function isPassedOver(name: string): boolean {
    if (name === 'mc:AlternateContent') chosen.push(false);
    else if (name === 'mc:Choice' && chosen.length > 0) chosen[chosen.length - 1] = true;
    if (fallback > 0 || (name === 'mc:Fallback' && chosen.at(-1) === true)) fallback += 1;
    return fallback > 0;
  }

  function openFormula(name: string, attributes: Attributes): void {
    if (name !== 'm:oMath' && formula.length === 0) return;
    const node: FormulaNode = { name, attributes, text: '', inside: [] };
    formula.at(-1)?.inside.push(node);
    formula.push(node);
  }

  /** Hidden by the run itself, by its style, or by the style of its paragraph. */
  function hide(name: string, attributes: Attributes): void {
    const value = attributes['w:val'] ?? '';
    const ofRun = path.at(-2) === 'w:rPr' && path.at(-3) === 'w:r';
    if (name === 'w:vanish' && ofRun) hidden = !OFF.has(value);
    else if (name === 'w:rStyle' && ofRun && hiddenStyles.has(value)) hidden = true;
    else if (name === 'w:pStyle') hiddenParagraph = hiddenStyles.has(value);
  }

  function count(what: 'row' | 'cell'): void {
    const table = tables.at(-1);
    if (!table) return;
    table[what] += 1;
    if (what === 'row') table.cell = 0;
  }
}

function closing(mark: string): string {
  return mark === '' ? '' : ']';
}

function signedBy(attributes: Readonly<Record<string, string>>): { readonly author: string; readonly date: string } {
  return { author: attributes['w:author'] || sentence('mark-unknown'), date: attributes['w:date'] || sentence('mark-unknown') };
}
