import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Attack, Given } from './attack.ts';
import { add, change, type FileModel, largestOf, objectWith, putTogether, stream } from './file-model.ts';

const remodelled =
  (by: (model: FileModel) => FileModel) =>
  ({ model, identity }: Given): Buffer =>
    putTogether(by(model), identity);

function embedded(data: string): string {
  const sum = createHash('md5').update(Buffer.from(data, 'latin1')).digest('hex');
  return stream(
    `/Type /EmbeddedFile\n/Subtype /text#2Fplain\n/Params <<\n/Size ${data.length}\n/ModDate (D:20310612073005Z)\n/CheckSum <${sum}>\n>>\n`,
    data,
  );
}

function specification(name: string, file: number): string {
  const hex = `FEFF${Buffer.from(name, 'utf16le').swap16().toString('hex').toUpperCase()}`;
  return `<<\n/Type /Filespec\n/F <${hex}>\n/UF <${hex}>\n/Desc <FEFF>\n/AFRelationship /Source\n/EF <<\n/F ${file} 0 R\n/UF ${file} 0 R\n>>\n>>`;
}

/** The file specification of the chat, and the file it names. */
function chat(model: FileModel): { readonly specification: number; readonly file: number } {
  const { number, body } = objectWith(model, hexOf('chat.txt'));
  return { specification: number, file: Number(/\/F (\d+) 0 R/.exec(body)?.[1]) };
}

/** As specifications spell it; the catalog spells it, too, and is no specification. */
function hexOf(name: string): RegExp {
  return new RegExp(`^<<\\n/Type /Filespec[^]*${Buffer.from(name, 'utf16le').swap16().toString('hex').toUpperCase()}`);
}

const inSpecification =
  (by: (body: string, forged: number) => string) =>
  ({ model, identity }: Given): Buffer => {
    const added = add(model, embedded('23:02 Lin: not here'));
    return putTogether(
      change(added, chat(added).specification, (body) => by(body, largestOf(added))),
      identity,
    );
  };

const inFile = (by: (body: string) => string): Attack['build'] => remodelled((model) => change(model, chat(model).file, by));

const inCatalog = (by: (body: string, specification: number) => string): Attack['build'] =>
  remodelled((model) => {
    const one = add(model, embedded('forged'));
    const two = add(one, specification('forged.txt', largestOf(one)));
    return change(two, objectWith(two, '/Type /Catalog').number, (body) => by(body, largestOf(two)));
  });

const forgedName = Buffer.from('forged.txt', 'utf16le').swap16().toString('hex').toUpperCase();

/** Other files are handed out than the verdict speaks of. */
export const attachments: readonly Attack[] = [
  {
    done: 'One name of an attached file leads to another file.',
    build: inSpecification((body, forged) => body.replace(/\/UF \d+ 0 R/, `/UF ${forged} 0 R`)),
  },
  {
    done: 'The other name of an attached file leads to another file.',
    build: inSpecification((body, forged) => body.replace(/\/F \d+ 0 R/, `/F ${forged} 0 R`)),
  },
  {
    done: 'Both names of an attached file lead to another file.',
    build: inSpecification((body, forged) => body.replace(/(F) \d+ 0 R/g, `$1 ${forged} 0 R`)),
  },
  {
    done: 'A name for old systems leads to another file.',
    build: inSpecification((body, forged) => body.replace('/EF <<', `/EF <<\n/DOS ${forged} 0 R`)),
  },
  {
    done: 'A name for other systems leads to another file.',
    build: inSpecification((body, forged) => body.replace('/EF <<', `/EF <<\n/Unix ${forged} 0 R`)),
  },
  {
    done: 'An attached file has two names.',
    build: inSpecification((body) => body.replace(/\/UF <[0-9A-F]+>/, `/UF <FEFF${forgedName}>`)),
  },
  {
    done: 'An attached file has other names than the list of names.',
    build: inSpecification((body) => body.replace(/(U?F) <[0-9A-F]+>/g, `$1 <FEFF${forgedName}>`)),
  },
  {
    done: 'An attached file has a plain name besides.',
    build: inSpecification((body) => body.replace(/\/F <[0-9A-F]+>/, '/F (chat.txt)')),
  },
  { done: 'An attached file lies in another file system.', build: inSpecification((body) => body.replace('/EF', '/FS /URL\n/EF')) },
  {
    done: 'An attached file has related files.',
    build: inSpecification((body, forged) => body.replace('/EF', `/RF << /F [(x) ${forged} 0 R] >>\n/EF`)),
  },
  { done: 'An attached file has an item in a collection.', build: inSpecification((body) => body.replace('/EF', '/CI << >>\n/EF')) },
  { done: 'An attached file is volatile.', build: inSpecification((body) => body.replace('/EF', '/V true\n/EF')) },
  {
    done: 'Another file is attached that only the list of names knows.',
    build: inCatalog((body, forged) => body.replace('/Names [', `/Names [<FEFF${'0'.repeat(4)}> ${forged} 0 R `)),
  },
  {
    done: 'Another file is attached that only the associated files know.',
    build: inCatalog((body, forged) => body.replace('/AF [', `/AF [${forged} 0 R `)),
  },
  {
    done: 'Another file is attached and named in both lists, but not in the manifest.',
    build: inCatalog((body, forged) =>
      body
        .replace(/(\/Names \[)(.*) \]/, (_, opening: string, list: string) => `${opening}${sorted(list, forged)} ]`)
        .replace('/AF [', `/AF [${forged} 0 R `),
    ),
  },
  { done: 'An associated file is left out.', build: inCatalog((body) => body.replace(/\/AF \[\d+ 0 R /, '/AF [')) },
  { done: 'An associated file is named twice.', build: inCatalog((body) => body.replace(/\/AF \[(\d+ 0 R )/, '/AF [$1$1')) },
  {
    done: 'A name stands twice in the list of names.',
    build: remodelled((model) =>
      change(model, objectWith(model, '/Type /Catalog').number, (body) => body.replace(/\/Names \[(<[0-9A-F]+> \d+ 0 R )/, '/Names [$1$1')),
    ),
  },
  {
    done: 'The list of names is a tree.',
    build: remodelled((model) =>
      change(model, objectWith(model, '/Type /Catalog').number, (body) => body.replace(/\/Names (\[.*\])/, '/Kids [ << /Names $1 >> ]')),
    ),
  },
  { done: 'An attached file holds other words.', build: inFile(() => embedded('23:02 Lin: not here')) },
  { done: 'An attached file is said to be longer.', build: inFile((body) => body.replace(/\/Size \d+/, '/Size 9999')) },
  { done: 'An attached file is said to be larger than any.', build: inFile((body) => body.replace(/\/Size \d+/, '/Size 99999999999')) },
  { done: 'An attached file has another check sum.', build: inFile((body) => body.replace(/\/CheckSum <../, '/CheckSum <00')) },
  {
    done: 'An attached file is packed twice.',
    build: inFile(() => packed(deflateSync(deflateSync('23:02 Lin: here')), '[/FlateDecode /FlateDecode ]')),
  },
  {
    done: 'An attached file is packed with a prediction.',
    build: inFile((body) => body.replace('/Length', '/DecodeParms << /Predictor 12 >>\n/Length')),
  },
  { done: 'An attached file is packed otherwise.', build: inFile((body) => body.replace('/FlateDecode', '/LZWDecode')) },
  {
    done: 'Behind the packed end of an attached file stands something else.',
    build: inFile(() => packed(Buffer.concat([deflateSync('23:02 Lin: here'), Buffer.from('forged')]), '/FlateDecode')),
  },
  {
    done: 'An attached file unpacks to half a gigabyte, and says so.',
    build: inFile(() => packed(deflateSync(Buffer.alloc(1 << 20)), '/FlateDecode', (512 << 20) + 1)),
  },
  {
    done: 'An attached file unpacks to more than it says.',
    build: inFile(() => packed(deflateSync(Buffer.alloc(1 << 20)), '/FlateDecode', 15)),
  },
  { done: 'An attached file’s data lies in another file.', build: inFile((body) => body.replace('/Length', '/F (x)\n/Length')) },
  { done: 'An attached file is one for another system besides.', build: inFile((body) => body.replace('/Size', '/Mac << >>\n/Size')) },
  { done: 'The manifest is attached under another name.', build: remodelled((model) => renamed(model, 'manifest.json', 'manifest.jsom')) },
  { done: 'The ledger is attached under another name.', build: remodelled((model) => renamed(model, 'ledger.jsonl', 'ledger.jsonm')) },
];

function packed(data: Buffer, filter: string, size = 15): string {
  const sum = createHash('md5').update('23:02 Lin: here').digest('hex');
  return stream(
    `/Type /EmbeddedFile\n/Subtype /text#2Fplain\n/Params <<\n/Size ${size}\n/ModDate (D:20310612073005Z)\n/CheckSum <${sum}>\n>>\n/Filter ${filter}\n`,
    data.toString('latin1'),
  );
}

/** The list of names with one more in its order. */
function sorted(list: string, forged: number): string {
  const names = [...list.matchAll(/<[0-9A-F]+> \d+ 0 R/g)].map(([name]) => name);
  return [...names, `<FEFF${forgedName}> ${forged} 0 R`].sort().join(' ');
}

function renamed(model: FileModel, from: string, to: string): FileModel {
  const [before, after] = [from, to].map((name) => Buffer.from(name, 'utf16le').swap16().toString('hex').toUpperCase()) as [string, string];
  return {
    ...model,
    objects: model.objects.map(({ number, body }) => ({ number, body: body.startsWith('<<') ? body.replaceAll(before, after) : body })),
  };
}
