import type { Attack, Given } from './attack.ts';
import { add, change, type Departures, type FileModel, largestOf, objectWith, type ModelObject, putTogether } from './file-model.ts';

const departing =
  (departures: Departures) =>
  ({ model, identity }: Given): Buffer =>
    putTogether(model, identity, departures);

const remodelled =
  (by: (model: FileModel) => FileModel) =>
  ({ model, identity }: Given): Buffer =>
    putTogether(by(model), identity);

function signatureOf(model: FileModel): ModelObject {
  return objectWith(model, '/Type /Sig ');
}

const inSignature = (by: (body: string) => string): Attack['build'] => remodelled((model) => change(model, signatureOf(model).number, by));

const inWidget = (by: (body: string, model: FileModel) => string): Attack['build'] =>
  remodelled((model) => change(model, objectWith(model, '/Subtype /Widget').number, (body) => by(body, model)));

const ranges: readonly [string, (range: readonly number[]) => readonly number[]][] = [
  ['does not begin at the beginning', ([, first = 0, ...rest]) => [1, first - 1, ...rest]],
  ['ends before the gap', ([zero = 0, first = 0, ...rest]) => [zero, first - 1, ...rest]],
  ['reaches into the gap', ([zero = 0, first = 0, ...rest]) => [zero, first + 1, ...rest]],
  ['begins again behind the gap’s end', ([zero = 0, first = 0, second = 0, rest = 0]) => [zero, first, second + 1, rest - 1]],
  ['ends before the end', ([zero = 0, first = 0, second = 0, rest = 0]) => [zero, first, second, rest - 1]],
  ['ends behind the end', ([zero = 0, first = 0, second = 0, rest = 0]) => [zero, first, second, rest + 1]],
  ['has a second gap', ([zero = 0, first = 0, second = 0, rest = 0]) => [zero, first, second, rest - 20, second + rest - 10, 10]],
  ['has no second part', ([zero = 0, first = 0]) => [zero, first]],
  ['is below zero', ([zero = 0, first = 0, second = 0, rest = 0]) => [zero, -first, second, rest]],
];

const slots: readonly [string, (slot: string) => string][] = [
  ['is spelt in capitals', (slot) => slot.toUpperCase()],
  ['is spelt in capitals at one place', (slot) => slot.replace(/[a-f]/, (one) => one.toUpperCase())],
  ['holds a blank', (slot) => slot.replace(/00>$/, '0 >')],
  ['holds something behind the signature', (slot) => slot.replace(/01?0>$|00>$/, '41>')],
  ['is empty', (slot) => slot.replace(/[0-9a-f]/g, '0')],
  ['is no signature', (slot) => `<${'ab'.repeat((slot.length - 2) / 2)}>`],
  [
    'is a signature with one bit changed',
    (slot) => slot.replace(/(?<=^<.{400})./, (one) => ((Number.parseInt(one, 16) ^ 1) & 15).toString(16)),
  ],
  ['is words in brackets', (slot) => `(${slot.slice(1, -1)})`],
];

const dictionary: readonly [string, (body: string) => string][] = [
  ['is by another filter', (body) => body.replace('/Adobe.PPKLite', '/Forged.Filter')],
  ['is of another kind', (body) => body.replace('/ETSI.CAdES.detached', '/adbe.x509.rsa_sha1')],
  ['is of an older kind', (body) => body.replace('/ETSI.CAdES.detached', '/adbe.pkcs7.sha1')],
  ['is a time stamp', (body) => body.replace('/Type /Sig ', '/Type /DocTimeStamp ')],
  ['has no type', (body) => body.replace('/Type /Sig ', '')],
  ['names a certificate besides', (body) => body.replace('/M ', '/Cert <3000> /M ')],
  ['holds a second signature', (body) => body.replace('/M ', '/Contents <3000> /M ')],
  ['holds a second range', (body) => body.replace('/M ', '/ByteRange [0 1 2 3] /M ')],
  ['has a reason', (body) => body.replace('/M ', '/Reason (forged) /M ')],
  ['has references', (body) => body.replace('/M ', '/Reference [] /M ')],
  ['has properties', (body) => body.replace('/M ', '/Prop_Build << >> /M ')],
  ['claims no time', (body) => body.replace(/\/M \(.*?\) /, '')],
  ['names nobody', (body) => body.replace(/\/Name <.*?> /, '')],
  ['holds its digits as words', (body) => body.replace('/Contents <', '/Contents (x) /Cert <')],
  ['claims a time that is none', (body) => body.replace(/\/M \(.*?\)/, '/M (yesterday)')],
];

const widget: readonly [string, (body: string, model: FileModel) => string][] = [
  ['names no signature', (body) => body.replace(/\/V \d+ 0 R\n/, '')],
  ['names what is no signature', (body, model) => body.replace(/\/V \d+ 0 R/, `/V ${objectWith(model, '/Producer').number} 0 R`)],
  ['is a field for text', (body) => body.replace('/FT /Sig', '/FT /Tx')],
  ['is hidden', (body) => body.replace('/F 132', '/F 2')],
  ['stands on another page', (body, model) => body.replace(/\/P \d+ 0 R/, `/P ${objectWith(model, '/Exhibit').number} 0 R`)],
  ['acts', (body) => body.replace('/F 132', '/AA << /U << /S /JavaScript /JS (x) >> >>\n/F 132')],
  ['has a look when it is pressed', (body) => body.replace('/N ', '/D 1 0 R\n/N ')],
  ['has children', (body) => body.replace('/F 132', '/Kids []\n/F 132')],
  ['has another name', (body) => body.replace('(Release)', '(Draft)')],
  ['locks others', (body) => body.replace('/F 132', '/Lock << >>\n/F 132')],
  ['has no look', (body) => body.replace(/\/AP <<\n.*\n>>\n/, '')],
];

/** The signature that is checked is not the one the field names, or does not cover everything. */
export const signature: readonly Attack[] = [
  ...ranges.map(([what, range]): Attack => ({ done: `The range that is covered ${what}.`, build: departing({ range }) })),
  ...slots.map(([what, slot]): Attack => ({ done: `What stands in the gap ${what}.`, build: departing({ slot }) })),
  ...dictionary.map(([what, by]): Attack => ({ done: `The signature ${what}.`, build: inSignature(by) })),
  ...widget.map(([what, by]): Attack => ({ done: `The field of the signature ${what}.`, build: inWidget(by) })),
  {
    done: 'The field names a signature that covers nothing, and another object is signed.',
    build: remodelled((model) => {
      const { body } = signatureOf(model);
      const added = add(model, body.replace(/\/ByteRange \[.*?\]/, '/ByteRange [0 0 0 0]').replace(/<[0-9a-f]{2000,}>/, '<30>'));
      return change(added, objectWith(added, '/Subtype /Widget').number, (text) =>
        text.replace(/\/V \d+ 0 R/, `/V ${largestOf(added)} 0 R`),
      );
    }),
  },
  {
    done: 'There are two fields, and the second names another signature.',
    build: remodelled((model) => {
      const added = add(model, objectWith(model, '/Subtype /Widget').body);
      return change(added, objectWith(added, '/SigFlags').number, (body) =>
        body.replace(/\/Fields \[(\d+ 0 R)/, `/Fields [$1 ${largestOf(added)} 0 R`),
      );
    }),
  },
  {
    done: 'There is no field.',
    build: remodelled((model) =>
      change(model, objectWith(model, '/SigFlags').number, (body) => body.replace(/\/Fields \[.*?\]/, '/Fields []')),
    ),
  },
  {
    done: 'Behind the signature stands a further object.',
    build: remodelled((model) => ({ ...model, objects: [...model.objects, { number: largestOf(model) + 1, body: '(decoy)' }] })),
  },
  {
    done: 'The signature is not the last object.',
    build: remodelled((model) => {
      const last = model.objects.at(-1);
      return last ? { ...model, objects: [last, ...model.objects.slice(0, -1)] } : model;
    }),
  },
  {
    done: 'Nobody signed it.',
    build: ({ model }) =>
      putTogether(
        change(model, signatureOf(model).number, (body) => body.replace(/<[0-9a-f]{2000,}>/, `<${'0'.repeat(6000)}>`)),
        undefined,
      ),
  },
];
