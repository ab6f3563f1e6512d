import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fontFiles } from './fonts.ts';

interface Maker {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy(policy: () => boolean): void;
  createPdf(definition: TDocumentDefinitions): {
    getBuffer(): Promise<Uint8Array>;
  };
}

const maker = createRequire(import.meta.url)('pdfmake') as Maker;
maker.setFonts({
  Latin: { normal: fontFiles.latin, bold: fontFiles.latinBold },
  Chinese: { normal: fontFiles.chinese, bold: fontFiles.chineseBold },
});
maker.setUrlAccessPolicy(() => false);
maker.setLocalAccessPolicy(() => true);

const texts = new URL('../texts/', import.meta.url);

/** The eleven-page account: one page per `---`, as the complainant laid it out. */
export function makeAccount(): Promise<Uint8Array> {
  const pages = readFileSync(new URL('written-account.txt', texts), 'utf8').split('---\n');
  const content = pages.map((page, index): Content => {
    const blocks = page
      .trim()
      .split('\n\n')
      .map(
        (block): Content =>
          /^\d+\./.test(block) ? { text: runs(block), margin: [0, 0, 0, 18] } : { text: runs(block), bold: true, margin: [0, 6, 0, 24] },
      );
    return index === 0 ? { stack: blocks } : { stack: blocks, pageBreak: 'before' };
  });
  return render(content, { title: '书面陈述', author: '叶安宁', created: '2031-05-26T13:02:00Z' }, { fontSize: 14, lineHeight: 1.75 });
}

/** A company document: `#` title, `##` heading, everything else paragraphs; `---` breaks the page. */
export function makeDocument(name: string, information: Information): Promise<Uint8Array> {
  const pages = readFileSync(new URL(name, texts), 'utf8').split('---\n');
  const content = pages.map((page, index): Content => {
    const stack = page
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map(paragraph);
    return index === 0 ? { stack } : { stack, pageBreak: 'before' };
  });
  return render(content, information, { fontSize: 11, lineHeight: 1.45 });
}

interface Information {
  readonly title: string;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly created: string;
}

function paragraph(line: string): Content {
  if (line.startsWith('## '))
    return {
      text: runs(line.slice(3)),
      bold: true,
      fontSize: 13,
      margin: [0, 14, 0, 6],
    };
  if (line.startsWith('# '))
    return {
      text: runs(line.slice(2)),
      bold: true,
      fontSize: 20,
      margin: [0, 0, 0, 8],
    };
  return { text: runs(line), margin: [0, 0, 0, 7] };
}

/** Splits a line into Latin and Chinese runs, because neither font covers both. */
function runs(line: string): Content[] {
  return (line.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…·]+|[^\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…·]+/gu) ?? []).map(
    (text) => ({
      text,
      font: /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef“”‘’…·]/u.test(text) ? 'Chinese' : 'Latin',
    }),
  );
}

function render(
  content: Content[],
  information: Information,
  style: { readonly fontSize: number; readonly lineHeight: number },
): Promise<Uint8Array> {
  const created = new Date(information.created);
  return maker
    .createPdf({
      pageSize: 'A4',
      pageMargins: [72, 80, 72, 72],
      info: {
        title: information.title,
        author: information.author,
        creationDate: created,
        modDate: created,
      },
      defaultStyle: { font: 'Chinese', ...style },
      footer: (page, pages) => ({
        text: `${page} / ${pages}`,
        alignment: 'center',
        fontSize: 9,
        font: 'Latin',
        margin: [0, 24, 0, 0],
      }),
      content,
    })
    .getBuffer();
}
