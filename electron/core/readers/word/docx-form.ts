import { sentence } from '../findings/sentence.ts';

type Attributes = Readonly<Record<string, string>>;

export interface FormBoxes {
  open(name: string, attributes: Attributes): void;
  /** What the form says once it is complete: a box and whether it is ticked, a choice, a place for text. Else empty. */
  close(name: string): string;
}

const OFF = new Set(['0', 'false', 'off']);

/** Form boxes of both kinds: fields of old (17.16) and content controls. Their state stands in properties and not in the text. */
export function formBoxes(): FormBoxes {
  let box: { ticked: boolean | null; byDefault: boolean } | null = null;
  let list: { readonly entries: string[]; chosen: number } | null = null;
  let control = false;
  return {
    open(name, attributes) {
      const on = !OFF.has(attributes['w:val'] ?? attributes['w14:val'] ?? '');
      if (name === 'w:checkBox' || name === 'w14:checkbox') box = { ticked: null, byDefault: false };
      else if (name === 'w:ddList') list = { entries: [], chosen: 0 };
      else if (name === 'w:sdtPr') control = true;
      else if (box && (name === 'w:checked' || name === 'w14:checked')) box.ticked = on;
      else if (box && name === 'w:default') box.byDefault = on;
      else if (list && name === 'w:listEntry') list.entries.push(attributes['w:val'] ?? '');
      else if (list && (name === 'w:result' || name === 'w:default')) list.chosen = Number(attributes['w:val'] ?? 0);
    },
    close(name) {
      if (box && (name === 'w:checkBox' || name === 'w14:checkbox')) {
        const ticked = box.ticked ?? box.byDefault;
        box = null;
        return `[${sentence(ticked ? 'mark-ticked' : 'mark-unticked')}]`;
      }
      if (list && name === 'w:ddList') {
        const { entries, chosen } = list;
        list = null;
        return `[${sentence('mark-chosen', { chosen: entries[chosen] ?? '', among: entries.join(' / ') })}]`;
      }
      if (name === 'w:sdtPr') control = false;
      if (name === 'w:textInput' || (control && name === 'w:text')) return `[${sentence('mark-text-field')}]`;
      return control && (name === 'w:dropDownList' || name === 'w:comboBox') ? `[${sentence('mark-choice')}]` : '';
    },
  };
}
