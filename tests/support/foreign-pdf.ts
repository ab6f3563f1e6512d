import { deflateSync } from 'node:zlib';
import { textOf, withPage, withPdf } from '../../electron/core/readers/pdf/pdf-engine.ts';
import type { chanceFrom } from './random.ts';

/** Objects by number; a number may stand there more than once. */
export interface Written {
  readonly number: number;
  readonly text: string;
}

export interface Shape {
  /** Which of the places where a number begins the table names: the first or the last. */
  readonly table?: 'first' | 'last' | 'broken' | 'none';
}

/** A PDF as a hostile hand writes it: objects in this order, and a table that names some of them. */
export function writePdf(objects: readonly Written[], { table = 'last' }: Shape = {}, root = 1): Uint8Array<ArrayBuffer> {
  let text = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const { number, text: body } of objects) {
    if (table === 'last' || !offsets.has(number)) offsets.set(number, text.length + (table === 'broken' ? 3 : 0));
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...offsets.keys()) + 1;
  const start = text.length;
  if (table !== 'none') {
    text += `xref\n0 ${size}\n0000000000 65535 f \n`;
    for (let number = 1; number < size; number++) {
      const offset = offsets.get(number);
      text += offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
    }
  }
  text += `trailer\n<</Size ${size}/Root ${root} 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

export const streamOf = (content: string, keys = '', length: number | string = content.length): string =>
  `<<${keys}/Length ${length}>>\nstream\n${content}\nendstream`;

export const words = (text: string, y = 700): string => `BT /F1 18 Tf 72 ${y} Td (${text}) Tj ET`;

/** One page of letter paper; `page` adds keys to it, `more` objects from number 6 on. */
export function onePage(
  content: string,
  given: { readonly page?: string; readonly catalog?: string; readonly more?: readonly string[] } = {},
): Written[] {
  const { page = '/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>', catalog = '', more = [] } = given;
  return [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R${page}>>`,
    content,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...more,
  ].map((text, index) => ({ number: index + 1, text }));
}

/** A page with two readings: which of them is shown is the engine's to say. */
export function twoReadings(chance: ReturnType<typeof chanceFrom>): Uint8Array<ArrayBuffer> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance.next() * list.length)] as T;
  const contents = [words('He did NOT touch me'), words('He touched me'), words('SCANNERS SEE THIS', 500)];
  const content = (): string => {
    const text = pick(contents);
    const length = pick([text.length, text.length, text.length, 0, 3, text.length - 9, text.length + 40, 99_999, '9 0 R', '-1']);
    if (chance.next() < 0.3) {
      const packed = deflateSync(Buffer.from(text)).toString('latin1');
      const cut = chance.next() < 0.3 ? packed.slice(0, Math.ceil(packed.length * chance.next())) : packed;
      return streamOf(
        cut,
        pick(['/Filter/FlateDecode', '/Filter[/FlateDecode]', '/Filter/Fl', '/Filter[/FlateDecode/ASCIIHexDecode]']),
        pick([cut.length, length]),
      );
    }
    return streamOf(text, pick(['', '', '/Filter[]', '/F(other.txt)', ' stray ', '/Filter/None']), length);
  };
  const objects = onePage(content());
  const extra = (): Written =>
    pick([
      { number: 4, text: content() },
      { number: 4, text: content() },
      {
        number: 3,
        text: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>/Contents ${pick(['4', '7', '8'])} 0 R>>`,
      },
      { number: 7, text: content() },
      { number: 8, text: content() },
      {
        number: 5,
        text: pick([
          '<</Type/Font/Subtype/Type1/BaseFont/Courier>>',
          '<</Type/Font/Subtype/TrueType/BaseFont/Arial,Unicode MS stray>>',
          'null',
        ]),
      },
      { number: 1, text: '<</Type/Catalog/Pages 10 0 R>>' },
      { number: 9, text: String(Math.floor(chance.next() * 60)) },
      { number: 10, text: '<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>' },
    ]);
  for (let count = Math.floor(chance.next() * 4); count >= 0; count--)
    objects.splice(Math.floor(chance.next() * (objects.length + 1)), 0, extra());
  let file = writePdf(objects, { table: pick(['first', 'last', 'last', 'broken', 'none'] as const) });
  if (chance.next() < 0.4) {
    // A later revision, whose table may leave out what it changes.
    const before = Buffer.from(file).toString('latin1');
    const { number, text } = extra();
    const offset = before.length;
    const named = pick([number, number, 4, 11]);
    const added = `${number} 0 obj\n${text}\nendobj\n`;
    const previous = /startxref\n(\d+)/.exec(before)?.[1] ?? '0';
    file = new Uint8Array(
      Buffer.from(
        `${before}${added}xref\n${named} 1\n${String(offset).padStart(10, '0')} 00000 n \ntrailer\n<</Size 12/Root 1 0 R/Prev ${previous}>>\nstartxref\n${offset + added.length}\n%%EOF\n`,
        'latin1',
      ),
    );
  }
  if (chance.next() < 0.25)
    for (let hit = 0; hit < 3; hit++) file[Math.floor(chance.next() * file.length)] = Math.floor(chance.next() * 256);
  return file;
}

/** The text of each page as the viewing engine tells it, blanks aside. */
export function textShown(pdf: Uint8Array): Promise<string> {
  return withPdf(pdf, (document) =>
    Array.from({ length: document.pages }, (_, index) => withPage(document, index, (page) => textOf(document, page, 100_000)) ?? '').join(
      '\n',
    ),
  );
}
