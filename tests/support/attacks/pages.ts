import { deflateSync, inflateSync } from 'node:zlib';
import type { Attack, Given } from './attack.ts';
import { change, type FileModel, objectWith, putTogether, stream } from './file-model.ts';

const remodelled =
  (by: (model: FileModel) => FileModel) =>
  ({ model, identity }: Given): Buffer =>
    putTogether(by(model), identity);

function pagesOf(model: FileModel): readonly number[] {
  const { body } = objectWith(model, '/Type /Pages\n/Parent');
  return [...(/\/Kids \[(.*)\]/.exec(body)?.[1]?.matchAll(/(\d+) 0 R/g) ?? [])].map(([, number]) => Number(number));
}

function bodyOf(model: FileModel, number: number): string {
  return model.objects.find((one) => one.number === number)?.body ?? '';
}

function contentOf(model: FileModel, page: number): number {
  return Number(/\/Contents (\d+) 0 R/.exec(bodyOf(model, page))?.[1]);
}

const onPage = (position: number, by: (body: string) => string): Attack['build'] =>
  remodelled((model) => change(model, pagesOf(model)[position - 1] as number, by));

const inContent = (position: number, by: (content: string) => string): Attack['build'] =>
  remodelled((model) => change(model, contentOf(model, pagesOf(model)[position - 1] as number), (body) => recontented(body, by)));

/** A stream with other content, packed if it was. */
function recontented(body: string, by: (content: string) => string): string {
  const data = /\nstream\n([^]*)\nendstream$/.exec(body)?.[1] ?? '';
  if (!body.includes('/FlateDecode')) return stream('', by(data));
  const content = by(inflateSync(Buffer.from(data, 'latin1')).toString('latin1'));
  return stream('/Filter /FlateDecode\n', deflateSync(Buffer.from(content, 'latin1')).toString('latin1'));
}

function withKids(model: FileModel, by: (kids: readonly string[]) => readonly string[], count?: number): FileModel {
  const { number } = objectWith(model, '/Type /Pages\n/Parent');
  const changed = change(model, number, (body) =>
    body
      .replace(/\/Kids \[(.*)\]/, (_, kids: string) => `/Kids [${by(kids.match(/\d+ 0 R/g) ?? []).join(' ')} ]`)
      .replace(/\/Count \d+/, (said) => (count === undefined ? said : `/Count ${count}`)),
  );
  const root = objectWith(model, /^<<\n\/Type \/Pages\n\/Kids/).number;
  return count === undefined ? changed : change(changed, root, (body) => body.replace(/\/Count \d+/, `/Count ${count}`));
}

const everyContent = (by: (body: string) => string) =>
  remodelled((model) => {
    const contents = new Set(pagesOf(model).map((page) => contentOf(model, page)));
    return { ...model, objects: model.objects.map((one) => (contents.has(one.number) ? { ...one, body: by(one.body) } : one)) };
  });

function exhibitOf(model: FileModel): number {
  return Number(/\/Exhibit (\d+) 0 R/.exec(objectWith(model, '/Exhibit').body)?.[1]);
}

function swapped(model: FileModel, one: number, other: number): FileModel {
  const [first, second] = [bodyOf(model, one), bodyOf(model, other)];
  return change(
    change(model, one, () => second),
    other,
    () => first,
  );
}

const rulers: readonly [string, string][] = [
  ['nothing at all', ''],
  ['a saved and restored state', 'q Q'],
  ['a white rectangle', '1 1 1 rg 0 0 600 850 re f\n'],
];

/** The pages show something else than what was released. */
export const pages: readonly Attack[] = [
  ...rulers.map(
    ([what, content]): Attack => ({ done: `Every page draws ${what}.`, build: everyContent((body) => recontented(body, () => content)) }),
  ),
  ...rulers.map(([what, content]): Attack => ({ done: `One page draws ${what}.`, build: inContent(3, () => content) })),
  { done: 'A white rectangle is drawn over a page’s text.', build: inContent(3, (content) => `${content}1 1 1 rg 0 0 600 850 re f\n`) },
  { done: 'One glyph of a page is another.', build: inContent(3, (content) => content.replace(/<([0-9a-f]{4})([0-9a-f]{4})/, '<$2$1')) },
  { done: 'The text of a page is invisible.', build: inContent(3, (content) => content.replaceAll(' Tf', ' Tf 3 Tr')) },
  {
    done: 'A page’s content is that of another page.',
    build: remodelled((model) =>
      swapped(model, contentOf(model, pagesOf(model)[2] as number), contentOf(model, pagesOf(model)[3] as number)),
    ),
  },
  {
    done: 'Two pages have changed places.',
    build: remodelled((model) => withKids(model, ([first = '', second = '', ...others]) => [second, first, ...others])),
  },
  { done: 'The pages stand in reverse.', build: remodelled((model) => withKids(model, (kids) => kids.toReversed())) },
  { done: 'A page is left out.', build: remodelled((model) => withKids(model, (kids) => kids.slice(1), pagesOf(model).length - 1)) },
  { done: 'A page is left out and still counted.', build: remodelled((model) => withKids(model, (kids) => kids.slice(1))) },
  {
    done: 'A page stands twice.',
    build: remodelled((model) => withKids(model, (kids) => [...kids, kids[0] ?? ''], pagesOf(model).length + 1)),
  },
  {
    done: 'The pages are their own parents.',
    build: remodelled((model) => withKids(model, (kids) => [`${objectWith(model, '/Type /Pages\n/Parent').number} 0 R`, ...kids.slice(1)])),
  },
  {
    done: 'The tree of pages is a level deeper.',
    build: remodelled((model) =>
      change(model, objectWith(model, /^<<\n\/Type \/Pages\n\/Kids/).number, (body) =>
        body.replace(/\/Kids (\[.*\])/, '/Kids [ << /Type /Pages /Kids $1 /Count 1 >> ]'),
      ),
    ),
  },
  {
    done: 'A page is cropped to its upper half.',
    build: onPage(3, (body) => body.replace(/\/MediaBox \[.*\]/, '/MediaBox [0 420 595.28 841.89 ]')),
  },
  {
    done: 'A page is empty paper beside its text.',
    build: onPage(3, (body) => body.replace(/\/MediaBox \[.*\]/, '/MediaBox [2000 2000 2595.28 2841.89 ]')),
  },
  { done: 'A page is as small as a point.', build: onPage(3, (body) => body.replace(/\/MediaBox \[.*\]/, '/MediaBox [0 0 1 1 ]')) },
  {
    done: 'A page lies instead of standing.',
    build: onPage(3, (body) => body.replace(/\/MediaBox \[.*\]/, '/MediaBox [0 0 841.89 595.28 ]')),
  },
  { done: 'A page has no box.', build: onPage(3, (body) => body.replace(/\/MediaBox \[.*\]\n/, '')) },
  { done: 'A page has no content.', build: onPage(3, (body) => body.replace(/\/Contents \d+ 0 R\n/, '')) },
  { done: 'A page’s content is a list.', build: onPage(3, (body) => body.replace(/\/Contents (\d+ 0 R)/, '/Contents [ $1 $1 ]')) },
  { done: 'A page has no resources.', build: onPage(3, (body) => body.replace(/\/Resources \d+ 0 R\n/, '')) },
  {
    done: 'A page borrows another page’s resources.',
    build: remodelled((model) => {
      const [third = 0, fourth = 0] = pagesOf(model).slice(2);
      const resources = /\/Resources \d+ 0 R/.exec(bodyOf(model, fourth))?.[0] ?? '';
      return change(model, third, (body) => body.replace(/\/Resources \d+ 0 R/, resources));
    }),
  },
  { done: 'A page has lost its links.', build: onPage(2, (body) => body.replace(/\/Annots \[.*\]\n/, '')) },
  {
    done: 'A font’s characters mean others.',
    build: remodelled((model) =>
      change(model, Number(/\/ToUnicode (\d+) 0 R/.exec(objectWith(model, '/ToUnicode').body)?.[1]), (body) =>
        recontented(body, (map) => map.replaceAll('<0041>', '<0042>').replace(/<0065>/g, '<0061>')),
      ),
    ),
  },
  {
    done: 'A font’s widths are others.',
    build: remodelled((model) =>
      change(model, objectWith(model, '/CIDFontType2').number, (body) => body.replace(/\/W \[0 \[(\d+)/, '/W [0 [9$1')),
    ),
  },
  { done: 'A font’s glyphs are others.', build: remodelled((model) => swapped(model, ...fontFiles(model))) },
  {
    done: 'The exhibits’ drawings have changed places.',
    build: remodelled((model) => {
      const [one = 0, other = 0] = [...new Set(model.objects.flatMap(({ body }) => /\/Exhibit (\d+) 0 R/.exec(body)?.[1] ?? []))].map(
        Number,
      );
      return swapped(model, one, other);
    }),
  },
  {
    done: 'An exhibit’s drawing is empty.',
    build: remodelled((model) =>
      change(model, exhibitOf(model), (body) =>
        body.replace(/\nstream\n[^]*$/, '\nstream\n\nendstream').replace(/\/Length \d+/, '/Length 0'),
      ),
    ),
  },
  {
    done: 'An exhibit’s drawing has a box of no size.',
    build: remodelled((model) => change(model, exhibitOf(model), (body) => body.replace(/\/BBox \[.*?\]/, '/BBox [0 0 0 0 ]'))),
  },
  {
    done: 'An exhibit’s drawing is turned upside down.',
    build: remodelled((model) => change(model, exhibitOf(model), (body) => body.replace('/BBox', '/Matrix [1 0 0 -1 0 0 ]\n/BBox'))),
  },
  {
    done: 'An exhibit’s picture is another.',
    build: remodelled((model) =>
      change(model, objectWith(model, '/DCTDecode').number, (body) =>
        body.replace(/(?<=stream\n[^]{300})[^]/, (byte) => String.fromCharCode(byte.charCodeAt(0) ^ 1)),
      ),
    ),
  },
  {
    done: 'A sheet draws its exhibit outside of the page.',
    build: sheetContent((content) => content.replace(/cm \/Exhibit/, 'cm 1 0 0 1 9000 9000 cm /Exhibit')),
  },
  { done: 'A sheet does not draw its exhibit.', build: sheetContent((content) => content.replace('/Exhibit Do', '')) },
  {
    done: 'A sheet draws its exhibit at no size.',
    build: sheetContent((content) => content.replace(/q [\d.]+ 0 0 [\d.]+ /, 'q 0 0 0 0 ')),
  },
  {
    done: 'A sheet’s stamp names another exhibit.',
    build: sheetContent((content) => content.replace(/(\/LatinBold .*<[0-9a-f]*?)([0-9a-f]{4})> Tj/, '$10001> Tj')),
  },
  { done: 'A sheet covers its exhibit.', build: sheetContent((content) => content.replace('Do Q\n', 'Do Q\n1 1 1 rg 0 0 600 850 re f\n')) },
  {
    done: 'A bookmark leads to another page.',
    build: remodelled((model) =>
      change(model, objectWith(model, /\/Title <FEFF0045/).number, (body) =>
        body.replace(/\/Dest \[\d+ 0 R/, `/Dest [${pagesOf(model)[0] ?? 0} 0 R`),
      ),
    ),
  },
  {
    done: 'A bookmark is left out.',
    build: remodelled((model) =>
      change(model, objectWith(model, '/Count -').number, (body) =>
        body.replace(/\/First \d+ 0 R/, (said) => said.replace(/\d+/, (number) => String(Number(number) + 1))),
      ),
    ),
  },
  {
    done: 'A bookmark runs a script.',
    build: remodelled((model) =>
      change(model, objectWith(model, /\/Title <FEFF0045/).number, (body) =>
        body.replace(/\/Dest \[.*?\]/, '/A << /S /JavaScript /JS (x) >>'),
      ),
    ),
  },
  {
    done: 'The bookmarks go round in a circle.',
    build: remodelled((model) => {
      const { number, body } = objectWith(model, /\/Title <FEFF0045/);
      const next = Number(/\/Next (\d+) 0 R/.exec(body)?.[1]);
      return change(model, next, (text) => text.replace(/\/Next \d+ 0 R/, `/Next ${number} 0 R`));
    }),
  },
  {
    done: 'The title names another case.',
    build: remodelled((model) => change(model, titleOf(model), (body) => body.replace('\u0000H\u0000R', '\u0000X\u0000R'))),
  },
];

function titleOf(model: FileModel): number {
  const information = objectWith(model, '/Producer');
  return Number(/\/Title (\d+) 0 R/.exec(information.body)?.[1]);
}

function fontFiles(model: FileModel): [number, number] {
  const [one = 0, other = 0] = model.objects.flatMap(({ body }) => /\/FontFile2 (\d+) 0 R/.exec(body)?.[1] ?? []).map(Number);
  return [one, other];
}

function sheetContent(by: (content: string) => string): Attack['build'] {
  return remodelled((model) => change(model, contentOf(model, objectWith(model, '/Exhibit').number), (body) => recontented(body, by)));
}
