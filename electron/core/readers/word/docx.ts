import type { MetadataField } from '../../../../shared/model/exhibit.ts';
import type { Facts } from '../../../../shared/model/fact.ts';
import { boundParts, collectPassages } from '../findings/bounds.ts';
import { type StoryLabel, walkStory } from './docx-story.ts';
import type { Findings } from '../findings/findings.ts';
import { joinNotes, type MarkSentence, note, sentence, UnreadableError } from '../findings/sentence.ts';
import { readMessage } from '../message/message.ts';
import { decodeWhole } from '../text/decode-text.ts';
import { htmlToText } from '../text/html-text.ts';
import { findEncoding } from '../text/text-encoding.ts';
import { readChart, readDiagram } from './docx-drawing.ts';
import { openPackage, plainName, type Relationship } from './docx-package.ts';
import { readXml } from './xml.ts';
import { openZip } from './zip.ts';

/** The stories in the order their paragraphs are numbered: running text first, so that its numbers stay put. */
const STORIES: readonly { readonly type: string; readonly label: StoryLabel | null; readonly always?: MarkSentence }[] = [
  { type: 'footnotes', label: ({ number }) => sentence('mark-footnote', { number }) },
  { type: 'endnotes', label: ({ number }) => sentence('mark-endnote', { number }) },
  { type: 'comments', label: (comment) => sentence('mark-comment', comment) },
  { type: 'header', label: null, always: 'mark-header' },
  { type: 'footer', label: null, always: 'mark-footer' },
];
const PROPERTIES = /^docProps\/(core|app|custom)\.xml$/;
/** Parts inside parts inside parts: nobody writes more. */
const CHUNKS_DEEP = 3;

/** A Word document as its parts really say, tracked changes, hidden text and notes included: place `paragraph=N`. */
export function readDocx(bytes: Uint8Array, level = 0): Findings {
  const zip = openZip(bytes);
  const properties = zip.read((name) => PROPERTIES.test(name));
  const document = openPackage(zip);
  const parts = document.read([document.main, ...document.relationships.map(({ target, type }) => (isRead(type) ? target : ''))]);
  const main = parts.get(document.main);
  if (!main) throw new UnreadableError('document-damaged');
  const collector = collectPassages();
  const notes: Facts[] = [];
  let number = 0;
  const add = (text: string, ...labels: readonly string[]): void => {
    number += 1;
    const label = joinLabels(...labels);
    collector.add(`paragraph=${number}`, label === '' ? text : `[${label}] ${text}`);
  };
  const context = {
    hiddenStyles: hiddenStylesOf(document.relationships.flatMap(({ type, target }) => (type === 'styles' ? [parts.get(target)] : []))),
    partOf: (id: string) => document.relationships.find((one) => one.id === id)?.target ?? '?',
  };
  walkStory(main, { ...context, labelOf: null }, ({ text, label }) => add(text, label));
  for (const { type, label: labelOf, always } of STORIES) {
    for (const [name, part] of partsOf(document.relationships, parts, type)) {
      const story = { labelOf, hiddenStyles: context.hiddenStyles, partOf: () => '?' };
      attempt(name, notes, () => walkStory(part, story, ({ text, label }) => add(text, always ? sentence(always) : '', label)));
    }
  }
  for (const [name, part] of partsOf(document.relationships, parts, 'chart'))
    attempt(name, notes, () => readChart(part).forEach((text) => add(text, sentence('mark-chart'))));
  for (const [name, part] of partsOf(document.relationships, parts, 'diagramData'))
    attempt(name, notes, () => readDiagram(part).forEach((text) => add(text, sentence('mark-diagram'))));
  const chunks = partsOf(document.relationships, parts, 'aFChunk');
  for (const [name, part] of chunks) {
    attempt(name, notes, () => {
      const said = readChunk(name, part, level);
      if (said === null) notes.push(note('document-chunk', { name }));
      else for (const text of said) add(text, sentence('mark-chunk', { name }));
    });
  }
  const inside = boundParts(
    zip.entries
      .filter(({ name }) => isEnclosed(plainName(name), parts, chunks))
      .map((entry) => ({ name: entry.name, mediaType: mediaTypeOf(entry.name), bytes: entry.bytes })),
  );
  return {
    status: 'read',
    notes: joinNotes(...notes, collector.note(), inside.note),
    pages: null,
    passages: collector.passages,
    metadata: readProperties(properties),
    parts: inside.parts,
  };
}

function isRead(type: string): boolean {
  return ['styles', 'chart', 'diagramData', 'aFChunk'].includes(type) || STORIES.some((story) => story.type === type);
}

function partsOf(
  relationships: readonly Relationship[],
  parts: ReadonlyMap<string, Uint8Array>,
  type: string,
): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const one of relationships) {
    const part = one.type === type ? parts.get(one.target) : undefined;
    if (part) found.set(one.target, part);
  }
  return found;
}

/** One damaged part hides nothing of the others. */
function attempt(name: string, notes: Facts[], read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    notes.push(note('document-part', { name }));
  }
}

/** What a part of another format says, which a word processor takes in when the document is opened; null where nobody here reads it. */
function readChunk(name: string, bytes: Uint8Array, level: number): readonly string[] | null {
  const ending = /\.([a-z0-9]+)$/.exec(name)?.[1] ?? '';
  if (/^(docx|docm|dotx)$/.test(ending)) return level >= CHUNKS_DEEP ? null : readDocx(bytes, level + 1).passages.map(({ text }) => text);
  if (/^(mht|mhtml|eml)$/.test(ending)) return readMessage(bytes).passages.map(({ text }) => text);
  if (!/^(x?html?|txt|xml)$/.test(ending)) return null;
  const { name: encoding, mark } = findEncoding(bytes);
  const text = decodeWhole(bytes.subarray(mark), encoding, { bytes: 0 });
  return (ending === 'txt' ? text : htmlToText(text)).split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}

const MACHINERY =
  /(^|\/)(\[content_types\]\.xml|_rels\/[^/]*\.rels|(styles|styleswitheffects|settings|websettings|fonttable|numbering|people|commentsextended|commentsids|commentsextensible)\.xml|theme\/[^/]+\.xml)$|^docprops\/[^/]+\.xml$|\/$/;

/** Whatever stands in the package, is no part of its machinery, and was not read. */
function isEnclosed(name: string, read: ReadonlyMap<string, Uint8Array>, chunks: ReadonlyMap<string, Uint8Array>): boolean {
  return chunks.has(name) || (!read.has(name) && !MACHINERY.test(name) && !/\/(diagrams|charts)\/(?!.*\.xlsx$)/.test(name));
}

/** Styles that hide their text, and those that are based on them. */
function hiddenStylesOf(files: readonly (Uint8Array | undefined)[]): ReadonlySet<string> {
  const hidden = new Set<string>();
  const [xml] = files;
  if (!xml) return hidden;
  const bases = new Map<string, string>();
  let style = '';
  attempt('', [], () =>
    readXml(xml, {
      open(name, attributes) {
        if (name === 'w:style') style = attributes['w:styleId'] ?? '';
        else if (name === 'w:basedOn') bases.set(style, attributes['w:val'] ?? '');
        else if (name === 'w:vanish' && style !== '' && !['0', 'false', 'off'].includes(attributes['w:val'] ?? '')) hidden.add(style);
      },
      close(name) {
        if (name === 'w:style') style = '';
      },
      text() {},
    }),
  );
  for (const one of bases.keys()) {
    const chain = new Set<string>();
    for (let at: string | undefined = one; at !== undefined && !chain.has(at); at = bases.get(at)) {
      chain.add(at);
      if (hidden.has(at) && at !== one) hidden.add(one);
      if (chain.size > 20) break;
    }
  }
  return hidden;
}

/** Core and application properties under the names they have in the file; dates as written. */
function readProperties(files: ReadonlyMap<string, Uint8Array>): readonly MetadataField[] {
  const fields: MetadataField[] = [];
  for (const name of ['docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml']) {
    const xml = files.get(name);
    if (!xml) continue;
    const path: string[] = [];
    let property = '';
    let value = '';
    readXml(xml, {
      open(element, attributes) {
        path.push(element);
        if (path.length === 2) property = attributes['name'] ?? element;
        value = '';
      },
      text(text) {
        value += text;
      },
      close() {
        path.pop();
        if (path.length >= 1 && value.trim() !== '' && path.length <= 2) fields.push({ name: property, value: value.trim() });
        value = '';
      },
    });
  }
  return fields;
}

function mediaTypeOf(name: string): string {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known: Readonly<Record<string, string>> = {
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    emf: 'image/emf',
    wmf: 'image/wmf',
  };
  return known[extension] ?? 'application/octet-stream';
}

function joinLabels(...labels: readonly string[]): string {
  return labels.filter((label) => label !== '').join('; ');
}
