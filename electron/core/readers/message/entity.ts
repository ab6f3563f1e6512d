import { type HeaderField, fieldOf, readHeader, readValue, type Value } from './header.ts';

/** A message or a part of one, taken apart as far as its borders allow. */
export interface Entity {
  readonly fields: readonly HeaderField[];
  readonly type: Value;
  readonly disposition: Value;
  /** As it was carried. */
  readonly body: Buffer;
  readonly parts: readonly Entity[];
  /** What stands before the first border and after the last. */
  readonly outside: readonly Buffer[];
  /** The border it names never occurs. */
  readonly borderless: boolean;
  /** It has parts that lie too deep to be looked at. */
  readonly tooDeep: boolean;
}

export const LEVELS = 32;

/** Each level looks at its bytes once, and there are few levels: linear in what there is. */
export function takeApart(bytes: Buffer, kind: 'message' | 'part' = 'message', level = 0): Entity {
  const { fields, end } = readHeader(bytes, kind);
  const body = bytes.subarray(end);
  const type = readValue(fieldOf(fields, 'content-type'));
  const disposition = readValue(fieldOf(fields, 'content-disposition'));
  const whole = { fields, type, disposition, body, parts: [], outside: [], borderless: false, tooDeep: false };
  if (!type.value.startsWith('multipart/')) return whole;
  if (level >= LEVELS) return { ...whole, tooDeep: true };
  const named = type.parameters.get('boundary') ?? '';
  const split = (named === '' ? null : splitAt(body, named)) ?? splitAt(body, usedBorder(body));
  const borderless = split?.border !== named;
  if (!split) return { ...whole, borderless };
  return { ...whole, parts: split.parts.map((part) => takeApart(part, 'part', level + 1)), outside: split.outside, borderless };
}

interface Split {
  readonly border: string;
  readonly parts: readonly Buffer[];
  readonly outside: readonly Buffer[];
}

/** At the lines that are a border; null where there is none. */
function splitAt(body: Buffer, border: string): Split | null {
  if (border === '') return null;
  const delimiter = Buffer.from(`--${border}`, 'latin1');
  const parts: Buffer[] = [];
  const outside: Buffer[] = [];
  let from = 0;
  let inside = false;
  let met = false;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== 0x0a && body[at - 1] !== 0x0d) continue;
    const line = endOfLine(body, at);
    const rest = body.toString('latin1', at + delimiter.length, Math.min(line, at + delimiter.length + 100)).trim();
    if (rest !== '' && rest !== '--') continue;
    (inside ? parts : outside).push(body.subarray(from, beforeLine(body, from, at)));
    met = true;
    inside = rest === '';
    from = line;
  }
  if (!met) return null;
  (inside ? parts : outside).push(body.subarray(from));
  return { border, parts, outside };
}

/** The border a body uses without having named it: its first line, before a field. */
function usedBorder(body: Buffer): string {
  const head = body.toString('latin1', 0, 4096);
  return /^\s{0,100}--([^\r\n]{1,200}?)[ \t]{0,20}\r?\n(?:content-|mime-|\r?\n)/i.exec(head)?.[1] ?? '';
}

function endOfLine(body: Buffer, at: number): number {
  const end = body.indexOf(0x0a, at);
  return end < 0 ? body.length : end + 1;
}

/** The line end before a border belongs to the border. */
function beforeLine(body: Buffer, from: number, at: number): number {
  let end = at;
  if (end > from && body[end - 1] === 0x0a) end -= 1;
  if (end > from && body[end - 1] === 0x0d) end -= 1;
  return end;
}
