import type { Attack, Given } from './attack.ts';
import { add, change, type Departures, type FileModel, largestOf, objectWith, putTogether, stream } from './file-model.ts';

const departing =
  (departures: Departures) =>
  ({ model, identity }: Given): Buffer =>
    putTogether(model, identity, departures);

const remodelled =
  (by: (model: FileModel) => FileModel, departures?: Departures) =>
  ({ model, identity }: Given): Buffer =>
    putTogether(by(model), identity, departures);

const betweens: readonly [string, string][] = [
  ['A blank', ' '],
  ['A line end', '\n'],
  ['A comment', '% nothing\n'],
  ['A second catalog', '1 0 obj\n<<\n/Type /Catalog\n/Pages 2 0 R\n>>\nendobj\n'],
  ['A picture of another format', 'GIF89a'],
  ['A second end of file', '%%EOF\n'],
  ['A whole second table', 'xref\n0 1\n0000000000 65535 f \ntrailer\n<<\n/Size 1\n>>\nstartxref\n0\n%%EOF\n'],
];
const places: readonly [string, (index: number) => boolean][] = [
  ['before the first object', (index) => index === 0],
  ['between two objects', (index) => index === 7],
  ['before every object', () => true],
];

const tails: readonly [string, string][] = [
  ['a blank', ' '],
  ['a line end', '\n'],
  ['a zero byte', '\0'],
  ['a second end of file', '%%EOF\n'],
  ['an object', '9999 0 obj\n<<\n>>\nendobj\n'],
  ['an archive’s beginning', 'PK\u0003\u0004'],
];

const headers: readonly [string, string][] = [
  ['another version', '%PDF-1.4\n%\u0081\u0081\u0081\u0081\n'],
  ['a version of two digits', '%PDF-1.70\n%\u0081\u0081\u0081\u0081\n'],
  ['no mark of binary data', '%PDF-1.7\n'],
  ['something in front', 'MZ\n%PDF-1.7\n%\u0081\u0081\u0081\u0081\n'],
  ['a script in its comment', '%PDF-1.7\n%\u0081\u0081\u0081\u0081<script>\n'],
];

const trailers: readonly [string, string][] = [
  ['a table before it', '/Prev 15\n'],
  ['encryption', '/Encrypt 1 0 R\n'],
  ['a hidden stream of references', '/XRefStm 15\n'],
  ['a key nobody knows', '/Note (x)\n'],
  ['a second root', '/Root 2 0 R\n'],
  ['a root spelt otherwise', '/R#6fot 2 0 R\n'],
];

const entries: readonly [string, (entry: string, number: number) => string][] = [
  ['is one byte too far', (entry, number) => (number === 5 ? moved(entry, 1) : entry)],
  ['is one byte too near', (entry, number) => (number === 5 ? moved(entry, -1) : entry)],
  ['is that of another object', (entry, number) => (number === 5 ? moved(entry, 200) : entry)],
  ['is far beyond the end', (entry, number) => (number === 5 ? '9999999999 00000 n \n' : entry)],
  ['has a generation', (entry, number) => (number === 5 ? entry.replace('00000 n', '00001 n') : entry)],
  ['is called free', (entry, number) => (number === 5 ? entry.replace(' n ', ' f ') : entry)],
  ['ends otherwise', (entry, number) => (number === 5 ? entry.replace(' \n', '\r\n') : entry)],
  ['is spelt otherwise', (entry, number) => (number === 5 ? `+${entry.slice(1)}` : entry)],
];

function moved(entry: string, by: number): string {
  return `${String(Number(entry.slice(0, 10)) + by).padStart(10, '0')}${entry.slice(10)}`;
}

const ends: readonly [string, (end: string) => string][] = [
  ['has a second section', (end) => end.replace('trailer\n', '5 1\n0000000015 00000 n \ntrailer\n')],
  ['begins at one', (end) => end.replace('xref\n0 ', 'xref\n1 ')],
  ['has a size of two thousand millions', (end) => end.replace(/xref\n0 \d+/, 'xref\n0 2000000000')],
  ['has a size of a hundred thousand digits', (end) => end.replace(/xref\n0 \d+/, `xref\n0 ${'1'.repeat(100_000)}`)],
  ['is one entry short', (end) => end.replace(/\d{10} 00000 n \ntrailer/, 'trailer')],
  ['has a comment', (end) => end.replace('trailer\n', '% x\ntrailer\n')],
  ['is missing', (end) => end.slice(end.indexOf('trailer'))],
];

const values: readonly [string, (body: string) => string][] = [
  ['a key twice', (body) => body.replace('/Type /Catalog', '/Type /Catalog\n/Type /Catalog')],
  ['a key twice, once escaped', (body) => body.replace('/Type /Catalog', '/Type /Catalog\n/T#79pe /Catalog')],
  ['a comment', (body) => body.replace('/Type /Catalog', '/Type /Catalog %/OpenAction 1 0 R\n')],
  ['a form feed between its words', (body) => body.replace('/Type /Catalog', '/Type\f/Catalog')],
  ['a value without a key', (body) => body.replace('/Type /Catalog', '/Type /Catalog 7')],
  ['a key without a value', (body) => body.replace(/>>$/, '/Lang\n>>')],
  ['a broken escape', (body) => body.replace('/Type /Catalog', '/Type /Cata#6')],
  ['one bracket too few', (body) => body.slice(0, -2)],
  ['one bracket too many', (body) => `${body}>>`],
  ['a second value', (body) => `${body}\nnull`],
  ['a reference to a generation', (body) => body.replace(/\/Pages (\d+) 0 R/, '/Pages $1 1 R')],
  ['a reference to nothing', (body) => body.replace(/\/Pages \d+ 0 R/, '/Pages 99999 0 R')],
  ['a reference to object 0', (body) => body.replace(/\/Pages \d+ 0 R/, '/Pages 0 0 R')],
  ['a reference with a zero in front', (body) => body.replace(/\/Pages (\d+) 0 R/, '/Pages 0$1 0 R')],
  ['a hundred thousand brackets', (body) => body.replace('/Type', `/X ${'['.repeat(100_000)}${']'.repeat(100_000)}\n/Type`)],
  ['a number of a hundred thousand digits', (body) => body.replace('/Type', `/X ${'1'.repeat(100_000)}\n/Type`)],
  ['two million values', (body) => body.replace('/Type', `/X [${'0 '.repeat(2_000_000)}]\n/Type`)],
];

const streams: readonly [string, (body: string) => string][] = [
  ['one byte longer than it says', (body) => body.replace(/\/Length (\d+)/, (_, length: string) => `/Length ${Number(length) - 1}`)],
  ['one byte shorter than it says', (body) => body.replace(/\/Length (\d+)/, (_, length: string) => `/Length ${Number(length) + 1}`)],
  ['of a length said by another object', (body) => body.replace(/\/Length \d+/, '/Length 2 0 R')],
  ['of no length', (body) => body.replace(/\/Length \d+\n/, '')],
  ['of a length below zero', (body) => body.replace(/\/Length \d+/, '/Length -1')],
  ['of a length with a fraction', (body) => body.replace(/\/Length (\d+)/, '/Length $1.5')],
  ['behind a line end of two bytes', (body) => body.replace('\nstream\n', '\nstream\r\n')],
  ['with an end in the middle', (body) => body.replace('\nstream\n', '\nstream\nendstream\nendobj\n')],
];

/** Two readings of one file: what a table, a scan and a repair make of it differ. */
export const structure: readonly Attack[] = [
  ...betweens.flatMap(([what, text]) =>
    places.map(
      ([where, at]): Attack => ({ done: `${what} stands ${where}.`, build: departing({ between: (index) => (at(index) ? text : '') }) }),
    ),
  ),
  ...tails.flatMap(([what, text]): Attack[] => [
    { done: `After the end stands ${what}, which nobody signed.`, build: departing({ tail: text }) },
    { done: `After the end stands ${what}, signed with the rest.`, build: departing({ signedTail: text }) },
  ]),
  ...headers.map(
    ([what, header]): Attack => ({ done: `The file begins with ${what}.`, build: remodelled((model) => ({ ...model, header })) }),
  ),
  ...trailers.map(
    ([what, text]): Attack => ({
      done: `The trailer names ${what}.`,
      build: remodelled((model) => ({ ...model, trailer: `${model.trailer}${text}` })),
    }),
  ),
  ...entries.map(([what, entry]): Attack => ({ done: `The place of an object in the table ${what}.`, build: departing({ entry }) })),
  ...ends.map(([what, end]): Attack => ({ done: `The table ${what}.`, build: departing({ end }) })),
  ...[-1, 1, 2000].map(
    (by): Attack => ({
      done: `The table is said to stand ${Math.abs(by)} bytes ${by < 0 ? 'before' : 'behind'} its place.`,
      build: departing({ startxref: (at) => at + by }),
    }),
  ),
  ...values.map(
    ([what, by]): Attack => ({
      done: `The catalog holds ${what}.`,
      build: remodelled((model) => change(model, objectWith(model, '/Type /Catalog').number, by)),
    }),
  ),
  ...streams.map(
    ([what, by]): Attack => ({
      done: `A page’s content is a stream ${what}.`,
      build: remodelled((model) => change(model, objectWith(model, /^<<\n\/Length \d+\n>>\nstream\nq/).number, by)),
    }),
  ),
  {
    done: 'Two objects stand in each other’s place under the table’s numbers.',
    build: remodelled((model) => ({
      ...model,
      objects: model.objects.map((one, index) => ({ ...one, number: index === 4 ? 6 : index === 5 ? 5 : one.number })),
    })),
  },
  {
    done: 'An object stands in the file that nothing names.',
    build: remodelled((model) => add(model, '(decoy)')),
  },
  {
    done: 'A whole attached file stands in the file that nothing names.',
    build: remodelled((model) => add(model, stream('/Type /EmbeddedFile\n', 'forged'))),
  },
  {
    done: 'A second catalog stands in the file under a number of its own.',
    build: remodelled((model) => add(model, objectWith(model, '/Type /Catalog').body)),
  },
  {
    done: 'A number of the table is free.',
    build: remodelled((model) => {
      const largest = largestOf(model);
      return { ...model, objects: model.objects.map((one) => (one.number === largest ? { ...one, number: largest + 1 } : one)) };
    }),
  },
  {
    done: 'An object stands twice, and the table names the later.',
    build: remodelled((model) => {
      const page = objectWith(model, '/Type /Page\n');
      return { ...model, objects: [page, ...model.objects] };
    }),
  },
  {
    done: 'Objects are hidden in a stream of objects.',
    build: remodelled((model) => add(model, stream('/Type /ObjStm\n/N 1\n/First 4\n', '1 0 << /Type /Catalog >>'))),
  },
  {
    done: 'A later revision exchanges the catalog, and nobody signed it.',
    build: ({ model, identity }) => {
      const bytes = putTogether(model, identity);
      const root = objectWith(model, '/Type /Catalog');
      const at = bytes.length;
      const object = `${root.number} 0 obj\n${root.body.replace('/UseOutlines', '/FullScreen')}\nendobj\n`;
      const table = `xref\n${root.number} 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<<\n${model.trailer}/Prev 15\n>>\nstartxref\n${at + object.length}\n%%EOF\n`;
      return Buffer.concat([bytes, Buffer.from(object + table, 'latin1')]);
    },
  },
  ...[0.2, 0.5, 0.9, 0.999].map(
    (share): Attack => ({
      done: `The file ends after ${share * 100} per cent of its bytes.`,
      build: ({ bytes }) => bytes.slice(0, Math.floor(bytes.length * share)),
    }),
  ),
];
