/** One field of a header: its body unfolded, one character for each byte. A line that is no field has no name. */
export interface HeaderField {
  readonly name: string;
  readonly raw: string;
}

export interface Header {
  readonly fields: readonly HeaderField[];
  /** Where the body begins. */
  readonly end: number;
}

const FIELD = /^([!-9;-~]+)[ \t]*:(.*)$/s;

/**
 * The header at the beginning of bytes. What is no field ends the header of a part, whose author forgot the empty line; in the header
 * of a message it is kept as it stands.
 */
export function readHeader(bytes: Buffer, kind: 'message' | 'part'): Header {
  const fields: { name: string; lines: string[] }[] = [];
  let at = bytes.subarray(0, 3).equals(MARK) ? 3 : 0;
  for (let first = true; at < bytes.length; first = false) {
    const [line, next] = lineAt(bytes, at);
    if (line === '') return { fields: fields.map(unfold), end: next };
    const field = FIELD.exec(line);
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last) last.lines.push(line.trim());
    else if (field) fields.push({ name: field[1] as string, lines: [(field[2] as string).trim()] });
    else if (kind === 'part') return { fields: fields.map(unfold), end: at };
    // The envelope line of a mailbox is none of the message.
    else if (!(first && line.startsWith('From '))) fields.push({ name: '', lines: [line.trim()] });
    at = next;
  }
  return { fields: fields.map(unfold), end: bytes.length };
}

export function fieldOf(fields: readonly HeaderField[], name: string): string {
  return fields.find((field) => field.name.toLowerCase() === name)?.raw ?? '';
}

export interface Value {
  /** In small letters, without comments. */
  readonly value: string;
  /** Names in small letters; values as they stand, one character for each byte. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** A field such as Content-Type: a value and its parameters, long ones put together (RFC 2231). */
export function readValue(raw: string): Value {
  const [first = '', ...rest] = splitParameters(raw);
  const parameters = new Map<string, string>();
  const pieces = new Map<string, { number: number; text: string }[]>();
  for (const one of rest) {
    const equals = one.indexOf('=');
    if (equals < 0) continue;
    const name = one.slice(0, equals).trim().toLowerCase();
    const text = unquote(one.slice(equals + 1).trim());
    const split = /^([^*]+)\*(\d{1,4})?(\*?)$/.exec(name);
    if (!split) {
      if (!parameters.has(name)) parameters.set(name, text);
      continue;
    }
    const base = split[1] as string;
    const encoded = split[3] === '*' || split[2] === undefined;
    const list = pieces.get(base) ?? [];
    list.push({ number: Number(split[2] ?? 0), text: encoded ? `*${text}` : ` ${text}` });
    pieces.set(base, list);
  }
  for (const [name, list] of pieces) parameters.set(`${name}*`, joinPieces(list));
  return {
    value: first
      .replace(/\([^()]*\)/g, '')
      .trim()
      .toLowerCase(),
    parameters,
  };
}

/** Pieces in their order: a charset, an apostrophe, and the bytes. */
function joinPieces(list: readonly { readonly number: number; readonly text: string }[]): string {
  let charset = '';
  const texts = [...list]
    .sort((left, right) => left.number - right.number)
    .map(({ text }, index) => {
      if (text.startsWith(' ')) return text.slice(1);
      const named = index === 0 ? /^\*([^']*)'[^']*'(.*)$/s.exec(text) : null;
      if (named) charset = named[1] as string;
      return (named ? (named[2] as string) : text.slice(1)).replace(/%([0-9a-f]{2})/gi, (_whole, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
    });
  return `${charset}'${texts.join('')}`;
}

/** At semicolons outside quotes. */
function splitParameters(raw: string): readonly string[] {
  const parts: string[] = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < raw.length; at++) {
    const character = raw[at];
    if (character === '\\' && quoted) at += 1;
    else if (character === '"') quoted = !quoted;
    else if (character === ';' && !quoted) {
      parts.push(raw.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, raw.slice(from)];
}

function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  const end = text.length > 1 && text.endsWith('"') ? -1 : text.length;
  return text.slice(1, end).replace(/\\(.)/gs, '$1');
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function unfold({ name, lines }: { readonly name: string; readonly lines: readonly string[] }): HeaderField {
  return { name, raw: lines.filter((line) => line !== '').join(' ') };
}

/** A line without its end, and where the next begins. */
function lineAt(bytes: Buffer, at: number): readonly [string, number] {
  const end = bytes.indexOf(0x0a, at);
  const next = end < 0 ? bytes.length : end + 1;
  const line = bytes.toString('latin1', at, end < 0 ? bytes.length : end);
  return [line.endsWith('\r') ? line.slice(0, -1) : line, next];
}
