import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRef } from 'pdf-lib';

/** Which parts of a document its viewers hide when they open it. */
export interface Layers {
  readonly any: boolean;
  /** Layers that are not shown. */
  readonly off: number;
  /** Whether what belongs to this group, or to this combination of groups, is hidden. */
  readonly hidden: (member: PDFObject | undefined) => boolean;
}

const key = (name: string) => PDFName.of(name);

/** Reads the default configuration (ISO 32000-2, 8.11.4.3), for viewing. */
export function readLayers(context: PDFContext, catalog: PDFDict): Layers {
  const properties = context.lookup(catalog.get(key('OCProperties')));
  if (!(properties instanceof PDFDict)) return { any: false, off: 0, hidden: () => false };
  const all = refs(context, properties.get(key('OCGs')));
  const standard = context.lookup(properties.get(key('D')));
  const off = new Set<PDFRef>();
  if (standard instanceof PDFDict) {
    if (standard.lookup(key('BaseState')) === key('OFF')) for (const one of all) off.add(one);
    for (const one of refs(context, standard.get(key('ON')))) off.delete(one);
    for (const one of refs(context, standard.get(key('OFF')))) off.add(one);
    applyUsage(context, standard, off);
  }
  return { any: all.length > 0, off: off.size, hidden: (member) => isHidden(context, off, member, 0) };
}

function refs(context: PDFContext, value: PDFObject | undefined): readonly PDFRef[] {
  const list = context.lookup(value);
  return list instanceof PDFArray ? list.asArray().filter((one) => one instanceof PDFRef) : [];
}

/** Groups that are told to follow how the document is used are as they are for viewing. */
function applyUsage(context: PDFContext, standard: PDFDict, off: Set<PDFRef>): void {
  const rules = context.lookup(standard.get(key('AS')));
  for (const rule of rules instanceof PDFArray ? rules.asArray().map((one) => context.lookup(one)) : []) {
    if (!(rule instanceof PDFDict) || rule.lookup(key('Event')) !== key('View')) continue;
    for (const group of refs(context, rule.get(key('OCGs')))) {
      const state = viewState(context, group);
      if (state === key('OFF')) off.add(group);
      if (state === key('ON')) off.delete(group);
    }
  }
}

function viewState(context: PDFContext, group: PDFRef): PDFObject | undefined {
  const dict = context.lookup(group);
  const usage = dict instanceof PDFDict ? dict.lookup(key('Usage')) : undefined;
  const view = usage instanceof PDFDict ? usage.lookup(key('View')) : undefined;
  return view instanceof PDFDict ? view.lookup(key('ViewState')) : undefined;
}

function isHidden(context: PDFContext, off: ReadonlySet<PDFRef>, member: PDFObject | undefined, depth: number): boolean {
  if (member instanceof PDFRef && off.has(member)) return true;
  const dict = context.lookup(member);
  if (!(dict instanceof PDFDict) || dict.lookup(key('Type')) !== key('OCMD')) return false;
  const expression = dict.lookup(key('VE'));
  if (expression instanceof PDFArray) return !holds(context, off, expression, depth);
  const named = dict.get(key('OCGs'));
  const groups = context.lookup(named) instanceof PDFArray ? refs(context, named) : named instanceof PDFRef ? [named] : [];
  if (groups.length === 0) return false;
  const shown = groups.filter((one) => !off.has(one)).length;
  switch (dict.lookup(key('P'))?.toString()) {
    case '/AllOn':
      return shown < groups.length;
    case '/AnyOff':
      return shown === groups.length;
    case '/AllOff':
      return shown > 0;
    default:
      return shown === 0;
  }
}

/** A visibility expression: And, Or and Not of groups and further expressions. */
function holds(context: PDFContext, off: ReadonlySet<PDFRef>, expression: PDFArray, depth: number): boolean {
  if (depth > 32) return true;
  const parts = expression.asArray().slice(1);
  const shown = (part: PDFObject): boolean => {
    const inner = context.lookup(part);
    return inner instanceof PDFArray ? holds(context, off, inner, depth + 1) : !(part instanceof PDFRef && off.has(part));
  };
  switch (context.lookup(expression.get(0))?.toString()) {
    case '/Not':
      return parts[0] === undefined || !shown(parts[0]);
    case '/Or':
      return parts.some(shown);
    default:
      return parts.every(shown);
  }
}
