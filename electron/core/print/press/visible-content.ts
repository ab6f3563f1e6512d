/** A content stream without what stands in marked parts that viewers hide. Where a part ends, the pen is where it would have been. */
export function keepVisible(content: Uint8Array, isHidden: (property: string) => boolean): Uint8Array {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  let out = '';
  let kept = 0;
  /** For each open marked part, whether it began a hidden stretch. */
  const open: boolean[] = [];
  let hiding = 0;
  let operands: string[] = [];
  let start = 0;
  for (const token of tokensOf(text)) {
    if (operands.length === 0 || token.text === 'EI') start = token.from;
    if (!token.operator) {
      operands.push(token.text);
      continue;
    }
    if (token.text === 'BDC' || token.text === 'BMC') {
      const hides = token.text === 'BDC' && operands.at(-2) === '/OC' && isHidden((operands.at(-1) ?? '').slice(1));
      open.push(hides);
      if (hides) hiding += 1;
    } else if (token.text === 'EMC') {
      if (open.pop() === true) hiding -= 1;
    } else if (hiding > 0 && draws.has(token.text)) {
      out += text.slice(kept, start) + (paths.has(token.text) ? 'n' : '');
      kept = token.to;
    }
    operands = [];
  }
  return Buffer.from(out + text.slice(kept), 'latin1');
}

const paths = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const draws = new Set([...paths, 'Do', 'sh', 'EI', 'Tj', 'TJ', "'", '"']);

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly operator: boolean;
}

const pattern = /\s+|%[^\r\n]*|\(|<<|>>|<[^>]*>|\[|\]|\{|\}|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+|[\s\S]/gy;

/** Numbers, names, strings, lists and dictionaries as one token each; an inline picture's data belong to its `EI`. */
function* tokensOf(text: string): Generator<Token> {
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; ) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    const begin = at;
    at = found === '(' ? endOfString(text, at) : at + found.length;
    if (/^[\s%]/.test(found)) continue;
    if (depth === 0) from = begin;
    if (found === '[' || found === '<<') depth += 1;
    else if (found === ']' || found === '>>') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (found === 'ID' || found === 'BI') {
      if (found === 'BI') continue;
      const end = /[\s]EI(?=[\s]|$)/g;
      end.lastIndex = at;
      const hit = end.exec(text);
      at = hit ? hit.index + 3 : text.length;
      yield { text: 'EI', from: text.lastIndexOf('BI', begin), to: at, operator: true };
      continue;
    }
    const operand = /^[-+.\d(<[/\]>]/.test(found) || found === 'true' || found === 'false' || found === 'null';
    yield { text: text.slice(from, at), from, to: at, operator: !operand };
  }
}

function endOfString(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const one = text[at];
    if (one === '\\') at += 1;
    else if (one === '(') depth += 1;
    else if (one === ')' && --depth === 0) return at + 1;
  }
  return text.length;
}
