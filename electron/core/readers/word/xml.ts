import { SaxesParser } from 'saxes';
import { UnreadableError } from '../findings/sentence.ts';

export interface XmlListener {
  /** `name` with the customary prefix of its namespace, whatever prefix the file gives it; with its own where nobody knows it. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Customary prefixes by the end of a namespace's name: the transitional and the strict forms of one name end alike. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(2006\/)?main$/, 'w'],
  [/\/office\/word\/2010\/wordml$/, 'w14'],
  [/\/officeDocument\/(2006\/)?relationships$/, 'r'],
  [/\/officeDocument\/(2006\/)?math$/, 'm'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/drawingml\/(2006\/)?main$/, 'a'],
  [/\/drawingml\/(2006\/)?chart$/, 'c'],
  [/\/drawingml\/(2006\/)?diagram$/, 'dgm'],
  [/\/drawingml\/(2006\/)?wordprocessingDrawing$/, 'wp'],
  [/\/package\/2006\/(relationships|content-types)$/, ''],
];
const CUSTOMARY = new Set(PREFIXES.map(([, prefix]) => prefix));

const PIECE = 256 * 1024;
const DEPTH = 2000;

/**
 * Reads XML as it comes. No document type is accepted, so no entity can be declared, expanded or fetched;
 * nesting is bounded. Throws UnreadableError.
 */
export function readXml(bytes: Uint8Array, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  const open: string[] = [];
  parser.on('doctype', () => {
    throw new UnreadableError('document-doctype');
  });
  parser.on('error', () => {
    throw new UnreadableError('document-damaged');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEPTH) throw new UnreadableError('document-damaged');
    const attributes = tag.attributes as Readonly<Record<string, string>>;
    const scope = declare(attributes, scopes.at(-1) as ReadonlyMap<string, string>);
    scopes.push(scope);
    const name = customary(tag.name, scope, scope.get('') ?? '');
    open.push(name);
    listener.open(name, Object.fromEntries(Object.entries(attributes).map(([key, value]) => [customary(key, scope, ''), value])));
  });
  parser.on('closetag', () => {
    depth -= 1;
    scopes.pop();
    listener.close(open.pop() ?? '');
  });
  parser.on('text', (text) => listener.text(text));
  parser.on('cdata', (text) => listener.text(text));
  for (const piece of decodeXml(bytes)) parser.write(piece);
  parser.close();
}

/** The prefixes that are known inside an element. */
function declare(attributes: Readonly<Record<string, string>>, outside: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const declared = Object.entries(attributes).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  if (declared.length === 0) return outside;
  const scope = new Map(outside);
  for (const [key, uri] of declared) {
    const prefix = key.slice(6);
    const known = PREFIXES.find(([ending]) => ending.test(uri))?.[1];
    // A customary prefix for something else must not be taken for what it customarily means.
    scope.set(prefix, known ?? (prefix !== '' && CUSTOMARY.has(prefix) ? `other-${prefix}` : prefix));
  }
  return scope;
}

function customary(name: string, scope: ReadonlyMap<string, string>, without: string): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? without : (scope.get(name.slice(0, colon)) ?? name.slice(0, colon));
  const local = name.slice(colon + 1);
  return prefix === '' ? local : `${prefix}:${local}`;
}

function* decodeXml(bytes: Uint8Array): Generator<string> {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(wide, { fatal: true });
  try {
    for (let from = 0; from < bytes.byteLength; from += PIECE) yield decoder.decode(bytes.subarray(from, from + PIECE), { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError('document-damaged');
  }
}
