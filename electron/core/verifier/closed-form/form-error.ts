/** What of the closed form a file breaks. */
export type FormRule =
  | 'header'
  | 'end'
  | 'table'
  | 'trailer'
  | 'object'
  | 'value'
  | 'stream'
  | 'reference'
  | 'bound'
  | 'catalog'
  | 'information'
  | 'page'
  | 'annotation'
  | 'drawing'
  | 'bookmark'
  | 'attachment'
  | 'signature'
  | 'unreached';

/** The file is not in the form Casewright writes. `object` is the number of the object that shows it, or 0. */
export class FormError extends Error {
  override readonly name = 'FormError';
  readonly rule: FormRule;
  readonly object: number;

  constructor(rule: FormRule, object = 0) {
    super(object === 0 ? rule : `${rule}, object ${object}`);
    this.rule = rule;
    this.object = object;
  }
}
