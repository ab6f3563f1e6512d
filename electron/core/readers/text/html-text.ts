const BLOCK = /^(p|div|br|tr|li|h[1-6]|blockquote|pre|table|ul|ol|section|article|header|footer|hr|dt|dd)$/;
/** Beyond this a tag counts as never closed, so that a page of open quotes costs no more than its length. */
const LONGEST_TAG = 65_536;
/** Elements whose content is not text a reader of the message would see. */
const SILENT = new Set(['script', 'style', 'title', 'template', 'iframe']);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  pound: '£',
  yen: '¥',
  laquo: '«',
  raquo: '»',
  zwnj: '',
  zwj: '',
  shy: '',
  times: '×',
  deg: '°',
  sect: '§',
};

/**
 * The visible text of a web page, block by block. Nothing is interpreted but element borders and character references:
 * no script, style, picture or link target survives. One pass, whatever the nesting.
 */
export function htmlToText(html: string): string {
  const parts: string[] = [];
  // What is never closed from some place on need not be looked for again; what stands in it is shown rather than lost.
  const unclosed = new Set<string>();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      parts.push(collapse(html.slice(at)));
      break;
    }
    parts.push(collapse(html.slice(at, open)));
    if (html.startsWith('<!--', open)) {
      const end = unclosed.has('!--') ? -1 : html.indexOf('-->', open + 4);
      if (end < 0) unclosed.add('!--');
      at = end < 0 ? open + 4 : end + 3;
      continue;
    }
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)|^<[!?]/.exec(html.slice(open, open + 64));
    if (!tag) {
      parts.push('<');
      at = open + 1;
      continue;
    }
    at = endOfTag(html, open + tag[0].length);
    const name = (tag[2] ?? '').toLowerCase();
    if (BLOCK.test(name)) parts.push(name === 'br' || name === 'tr' || name === 'li' ? '\n' : '\n\n');
    else if (name === 'td' || name === 'th') parts.push('\t');
    if (tag[1] === '' && SILENT.has(name)) at = endOfElement(html, name, at, unclosed);
  }
  return parts
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function endOfTag(html: string, from: number): number {
  let quote = '';
  const last = Math.min(html.length, from + LONGEST_TAG);
  for (let at = from; at < last; at++) {
    const character = html[at] as string;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  // A quote never closed would swallow the rest: the first bracket ends the tag then.
  const bracket = html.indexOf('>', from);
  return bracket < 0 ? html.length : bracket + 1;
}

function endOfElement(html: string, name: string, from: number, unclosed: Set<string>): number {
  if (unclosed.has(name)) return from;
  const closing = new RegExp(`</${name}[\\s>]`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  if (!found) unclosed.add(name);
  return found ? endOfTag(html, found.index + 2) : from;
}

function collapse(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => decodeReference(name) ?? whole);
}

function decodeReference(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;
}
