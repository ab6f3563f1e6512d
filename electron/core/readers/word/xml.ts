import { SaxesParser } from 'saxes';
import { UnreadableError } from '../findings/sentence.ts';

export interface XmlListener {
  /** `name` as written, prefix included. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

const PIECE = 256 * 1024;
const DEPTH = 2000;

/**
 * Reads XML as it comes. No document type is accepted, so no entity can be declared, expanded or fetched;
 * nesting is bounded. Throws UnreadableError.
 */
export function readXml(bytes: Uint8Array, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new UnreadableError('document-doctype');
  });
  parser.on('error', () => {
    throw new UnreadableError('document-damaged');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEPTH) throw new UnreadableError('document-damaged');
    listener.open(tag.name, tag.attributes as Readonly<Record<string, string>>);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    listener.close(tag.name);
  });
  parser.on('text', (text) => listener.text(text));
  parser.on('cdata', (text) => listener.text(text));
  for (const piece of decodeXml(bytes)) parser.write(piece);
  parser.close();
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
