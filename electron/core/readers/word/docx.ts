import type { MetadataField } from '../../../../shared/model/exhibit.ts';
import { boundParts, collectPassages } from '../findings/bounds.ts';
import { type StoryLabel, walkStory } from './docx-story.ts';
import type { Findings } from '../findings/findings.ts';
import { joinNotes, sentence, UnreadableError } from '../findings/sentence.ts';
import { readXml } from './xml.ts';
import { openZip } from './zip.ts';

/** The stories in the order their paragraphs are numbered: running text first, so that its numbers stay put. */
const STORIES: readonly { readonly file: RegExp; readonly label: StoryLabel | null; readonly always: string }[] = [
  { file: /^word\/document\.xml$/, label: null, always: '' },
  { file: /^word\/footnotes\.xml$/, label: ({ number }) => sentence('mark-footnote', { number }), always: '' },
  { file: /^word\/endnotes\.xml$/, label: ({ number }) => sentence('mark-endnote', { number }), always: '' },
  { file: /^word\/comments\.xml$/, label: (comment) => sentence('mark-comment', comment), always: '' },
  { file: /^word\/header\d*\.xml$/, label: null, always: 'mark-header' },
  { file: /^word\/footer\d*\.xml$/, label: null, always: 'mark-footer' },
];
const PROPERTIES = /^docProps\/(core|app|custom)\.xml$/;

/** A Word document as its parts really say, tracked changes, hidden text and notes included: place `paragraph=N`. */
export function readDocx(bytes: Uint8Array): Findings {
  const zip = openZip(bytes);
  const files = zip.read((name) => PROPERTIES.test(name) || STORIES.some((story) => story.file.test(name)));
  if (!files.has('word/document.xml')) throw new UnreadableError('document-damaged');
  const collector = collectPassages();
  let number = 0;
  for (const story of STORIES) {
    for (const name of [...files.keys()].filter((file) => story.file.test(file)).sort(byNumber)) {
      walkStory(files.get(name) as Uint8Array, story.label, (paragraph) => {
        number += 1;
        const label = joinLabels(story.always === '' ? '' : sentence(story.always as 'mark-header' | 'mark-footer'), paragraph.label);
        collector.add(`paragraph=${number}`, label === '' ? paragraph.text : `[${label}] ${paragraph.text}`);
      });
    }
  }
  const inside = boundParts(
    zip.entries
      .filter((entry) => /^word\/(media|embeddings)\//.test(entry.name))
      .map((entry) => ({ name: entry.name, mediaType: mediaTypeOf(entry.name), bytes: entry.bytes })),
  );
  return {
    status: 'read',
    notes: joinNotes(collector.note(), inside.note),
    pages: null,
    passages: collector.passages,
    metadata: readProperties(files),
    parts: inside.parts,
  };
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

function byNumber(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : 1);
}

function joinLabels(...labels: readonly string[]): string {
  return labels.filter((label) => label !== '').join('; ');
}
