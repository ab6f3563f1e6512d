import type { Attack, Given } from './attack.ts';
import { add, change, type FileModel, largestOf, objectWith, putTogether, stream } from './file-model.ts';

const remodelled =
  (by: (model: FileModel) => FileModel) =>
  ({ model, identity }: Given): Buffer =>
    putTogether(by(model), identity);

const javascript = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

/** What may stand in the catalog to do something by itself. */
const catalogEntries: readonly [string, string][] = [
  ['a script at its opening', `/OpenAction ${javascript}\n`],
  ['a place to show at its opening', '/OpenAction [1 0 R /Fit]\n'],
  ['scripts at printing and closing', `/AA << /WP ${javascript} >>\n`],
  ['layers', '/OCProperties << /OCGs [] /D << >> >>\n'],
  ['an address to complete links by', '/URI << /Base (http://example.invalid/) >>\n'],
  ['permissions', '/Perms << /DocMDP 1 0 R >>\n'],
  ['a legal attestation of its own', '/Legal << >>\n'],
  ['a collection to show in its place', '/Collection << /View /T >>\n'],
  ['extensions', '/Extensions << >>\n'],
  ['a structure of its own', '/StructTreeRoot << /Type /StructTreeRoot >>\n'],
  ['another program’s data', '/PieceInfo << >>\n'],
  ['threads', '/Threads []\n'],
  ['labels for its pages', '/PageLabels << /Nums [0 << /P (A) >>] >>\n'],
  ['requirements', '/Requirements []\n'],
  ['places by name', '/Dests << >>\n'],
  ['another version', '/Version /2.0\n'],
  ['a security store', '/DSS << >>\n'],
  ['outputs', '/OutputIntents []\n'],
];

const nameEntries: readonly [string, string][] = [
  ['scripts by name', `/JavaScript << /Names [(a) ${javascript}] >>`],
  ['places by name', '/Dests << /Names [] >>'],
  ['pages by name', '/Pages << /Names [] >>'],
  ['templates', '/Templates << /Names [] >>'],
  ['addresses by name', '/URLS << /Names [] >>'],
  ['pictures by name', '/AlternatePresentations << /Names [] >>'],
];

const fieldEntries: readonly [string, string][] = [
  ['a form of another program', '/XFA (x)'],
  ['a wish to draw it anew', '/NeedAppearances true'],
  ['an order of computing', '/CO []'],
  ['fonts', '/DR << >>'],
];

const pageEntries: readonly [string, string][] = [
  ['a script when it is shown', `/AA << /O ${javascript} >>\n`],
  ['a crop box', '/CropBox [0 0 10 10]\n'],
  ['a turn', '/Rotate 90\n'],
  ['a larger unit', '/UserUnit 2\n'],
  ['a trim box', '/TrimBox [0 0 10 10]\n'],
  ['a view', '/VP []\n'],
  ['a thumb of its own', '/Thumb 1 0 R\n'],
  ['metadata', '/Metadata 1 0 R\n'],
  ['associated files', '/AF []\n'],
  ['another program’s data', '/PieceInfo << >>\n'],
  ['a duration', '/Dur 1\n'],
  ['separations', '/SeparationInfo << >>\n'],
  ['a group', '/Group << /S /Transparency >>\n'],
];

const subtypes =
  'Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Caret Stamp Ink Popup FileAttachment Sound Movie Screen PrinterMark TrapNet Watermark 3D Redact Projection RichMedia'.split(
    ' ',
  );

const links: readonly [string, (body: string) => string][] = [
  ['runs a script', (body) => body.replace(/\/Dest \[.*\]/, `/A ${javascript}`)],
  ['leads to the network', (body) => body.replace(/\/Dest \[.*\]/, '/A << /S /URI /URI (http://example.invalid/) >>')],
  ['starts a program', (body) => body.replace(/\/Dest \[.*\]/, '/A << /S /Launch /F (calc.exe) >>')],
  ['leads to another file', (body) => body.replace(/\/Dest \[.*\]/, '/A << /S /GoToR /F (other.pdf) /D [0 /Fit] >>')],
  ['leads into an attachment', (body) => body.replace(/\/Dest \[.*\]/, '/A << /S /GoToE /D [0 /Fit] >>')],
  ['leads by a deed', (body) => body.replace(/\/Dest (\[.*\])/, '/A << /S /GoTo /D $1 >>')],
  ['does something more', (body) => body.replace('/Dest', `/AA << /E ${javascript} >>\n/Dest`)],
  ['leads by name', (body) => body.replace(/\/Dest \[.*\]/, '/Dest (cover)')],
  ['leads to what is no page', (body) => body.replace(/\/Dest \[\d+ 0 R/, '/Dest [1 0 R')],
  ['carries a look of its own', (body) => body.replace('/Dest', '/AP << >>\n/Dest')],
  ['carries words', (body) => body.replace('/Dest', '/Contents (forged)\n/Dest')],
  ['is hidden', (body) => body.replace('/F 4', '/F 2')],
];

const drawings: readonly [string, string][] = [
  ['a layer', '/OC << /Type /OCG /Name (x) >>\n'],
  ['a page of another file', '/Ref << /F (other.pdf) /Page 0 >>\n'],
  ['a picture elsewhere', '/OPI << /2.0 << /F (x.tif) >> >>\n'],
  ['data of another file', '/F (x.bin)\n'],
  ['data of another file, filtered', '/FFilter /FlateDecode\n'],
  ['metadata', '/Metadata << /Type /Metadata >>\n'],
  ['another program’s data', '/PieceInfo << >>\n'],
  ['a script', '/JS (app.alert\\(1\\))\n'],
  ['a deed', `/Deed ${javascript}\n`],
  ['associated files', '/AF []\n'],
  ['an attached file', '/EF << >>\n'],
  ['a specification of a file', '/X << /Type /Filespec /F (x) >>\n'],
  ['additional deeds', `/AA << /E ${javascript} >>\n`],
  ['a link to the network', '/X << /S /URI /URI (http://example.invalid/) >>\n'],
  ['a page', '/X << /Type /Page >>\n'],
];

function aPage(model: FileModel): number {
  return objectWith(model, '/Exhibit').number;
}

function aLink(model: FileModel): number {
  return objectWith(model, '/Subtype /Link').number;
}

function anExhibit(model: FileModel): number {
  return Number(/\/Exhibit (\d+) 0 R/.exec(objectWith(model, '/Exhibit').body)?.[1]);
}

/** What acts, reaches outside, or shows more than pages. */
export const resources: readonly Attack[] = [
  ...catalogEntries.map(
    ([what, text]): Attack => ({
      done: `The catalog asks for ${what}.`,
      build: remodelled((model) => change(model, objectWith(model, '/Type /Catalog').number, (body) => body.replace(/>>$/, `${text}>>`))),
    }),
  ),
  ...nameEntries.map(
    ([what, text]): Attack => ({
      done: `The catalog’s names hold ${what}.`,
      build: remodelled((model) =>
        change(model, objectWith(model, '/EmbeddedFiles').number, (body) => body.replace('/EmbeddedFiles', `${text}\n/EmbeddedFiles`)),
      ),
    }),
  ),
  ...fieldEntries.map(
    ([what, text]): Attack => ({
      done: `The form of fields holds ${what}.`,
      build: remodelled((model) =>
        change(model, objectWith(model, '/SigFlags').number, (body) => body.replace('/SigFlags', `${text}\n/SigFlags`)),
      ),
    }),
  ),
  ...pageEntries.map(
    ([what, text]): Attack => ({
      done: `A page has ${what}.`,
      build: remodelled((model) => change(model, aPage(model), (body) => body.replace(/>>$/, `${text}>>`))),
    }),
  ),
  ...subtypes.map(
    (subtype): Attack => ({
      done: `A page carries an annotation of the kind ${subtype}.`,
      build: remodelled((model) => {
        const added = add(model, `<<\n/Type /Annot\n/Subtype /${subtype}\n/Rect [0 0 500 500]\n/Contents (forged)\n>>`);
        return change(added, aPage(model), (body) => body.replace(/>>$/, `/Annots [${largestOf(added)} 0 R ]\n>>`));
      }),
    }),
  ),
  ...links.map(
    ([what, by]): Attack => ({
      done: `A link ${what}.`,
      build: remodelled((model) => change(model, aLink(model), by)),
    }),
  ),
  ...drawings.map(
    ([what, text]): Attack => ({
      done: `The drawing of an exhibit’s page holds ${what}.`,
      build: remodelled((model) => change(model, anExhibit(model), (body) => body.replace(/\/Length/, `${text}/Length`))),
    }),
  ),
  {
    done: 'A page draws with a script hidden behind its fonts.',
    build: remodelled((model) => {
      const added = add(model, stream('/Type /EmbeddedFile\n', 'forged'));
      return change(added, anExhibit(model), (body) => body.replace('/Length', `/Extra ${largestOf(added)} 0 R\n/Length`));
    }),
  },
];
