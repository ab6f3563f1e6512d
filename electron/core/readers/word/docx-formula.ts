/** A formula as it is built: an element, what it says, and what is in it. */
export interface FormulaNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly inside: FormulaNode[];
}

/** A formula in one line, as it would be typed: fractions with a bar, powers with ^, roots with √. */
export function writeFormula(node: FormulaNode): string {
  const part = (name: string): string => {
    const found = node.inside.find((one) => one.name === name);
    return found ? writeFormula(found) : '';
  };
  const all = (): string => node.inside.map(writeFormula).join('');
  switch (node.name) {
    case 'm:t':
      return node.text;
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`;
    case 'm:sSup':
      return `${grouped(part('m:e'))}^${grouped(part('m:sup'))}`;
    case 'm:sSub':
      return `${grouped(part('m:e'))}_${grouped(part('m:sub'))}`;
    case 'm:sSubSup':
      return `${grouped(part('m:e'))}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))}`;
    case 'm:rad':
      return `√${part('m:deg') === '' ? '' : `[${part('m:deg')}]`}(${part('m:e')})`;
    case 'm:nary':
      return `${signOf(node, 'm:chr') ?? '∫'}${limit('_', part('m:sub'))}${limit('^', part('m:sup'))} ${part('m:e')}`;
    case 'm:d':
      return `${signOf(node, 'm:begChr') ?? '('}${node.inside
        .filter(({ name }) => name === 'm:e')
        .map(writeFormula)
        .join(', ')}${signOf(node, 'm:endChr') ?? ')'}`;
    case 'm:func':
      return `${part('m:fName')}(${part('m:e')})`;
    case 'm:mr':
      return `${node.inside.map(writeFormula).join(', ')}; `;
    default:
      return all();
  }
}

function signOf(node: FormulaNode, name: string): string | undefined {
  const properties = node.inside.find((one) => one.name.endsWith('Pr'));
  return properties?.inside.find((one) => one.name === name)?.attributes['m:val'];
}

function limit(mark: string, text: string): string {
  return text === '' ? '' : `${mark}${grouped(text)}`;
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`;
}
