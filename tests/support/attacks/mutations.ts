import type { Chance } from '../random.ts';
import type { Given } from './attack.ts';
import { add, change, type Departures, type FileModel, putTogether } from './file-model.ts';

/** Changes a case file somewhere by chance, as two readers could take it in two ways, and signs it again; undefined where nothing changed. */
export function mutate({ model, identity, bytes }: Given, chance: Chance): { readonly how: string; readonly bytes: Buffer } | undefined {
  const how = chance.pick(Object.keys(mutations) as (keyof typeof mutations)[]);
  const [changed, departures] = mutations[how](model, chance);
  const made = putTogether(changed, identity, departures);
  // Signing again gives other digits in the gap, and nothing else.
  return isSame(made, bytes) ? undefined : { how, bytes: made };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  const plain = (bytes: Uint8Array): string =>
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/(\/Contents )<[0-9a-f]{2000,}>/, '$1<>');
  return plain(one) === plain(other);
}

type Mutated = readonly [FileModel, Departures?];

const words = [
  '/Type /Catalog',
  '/Length 3',
  '/A << /S /JavaScript /JS (x) >>',
  '1 0 R',
  'null',
  '<41>',
  '(x)',
  '[',
  ']',
  '<<',
  '>>',
  '%x\n',
  '#',
  '\0',
  ' ',
  '\n',
  'endobj',
  'stream',
];

const mutations = {
  'an object twice': (model, chance) => [{ ...model, objects: inserted(model.objects, chance.pick(model.objects), chance) }],
  'an object left out': (model, chance) => [{ ...model, objects: model.objects.filter((one) => one !== chosen(model, chance)) }],
  'two objects exchanged': (model, chance) => {
    const [one, other] = [chance.pick(model.objects), chance.pick(model.objects)];
    return [
      change(
        change(model, one.number, () => other.body),
        other.number,
        () => one.body,
      ),
    ];
  },
  'two numbers exchanged': (model, chance) => {
    const [one, other] = [chance.pick(model.objects), chance.pick(model.objects)];
    const renumbered = new Map([
      [one.number, other.number],
      [other.number, one.number],
    ]);
    return [{ ...model, objects: model.objects.map(({ number, body }) => ({ number: renumbered.get(number) ?? number, body })) }];
  },
  'a decoy': (model, chance) => [add(model, chance.pick(model.objects).body)],
  'a word put in': (model, chance) => [change(model, chosen(model, chance).number, (body) => putIn(body, chance.pick(words), chance))],
  'a byte changed': (model, chance) => [
    change(model, chosen(model, chance).number, (body) => {
      const at = chance.whole(0, body.length - 1);
      return body.slice(0, at) + String.fromCharCode(body.charCodeAt(at) ^ (1 << chance.whole(0, 7))) + body.slice(at + 1);
    }),
  ],
  'bytes cut out': (model, chance) => [
    change(model, chosen(model, chance).number, (body) => {
      const at = chance.whole(0, body.length - 1);
      return body.slice(0, at) + body.slice(at + chance.whole(1, 40));
    }),
  ],
  'a reference moved': (model, chance) => [
    change(model, chosen(model, chance).number, (body) => body.replace(/(\d+) 0 R/, `${chance.whole(1, model.objects.length + 5)} 0 R`)),
  ],
  'a number changed': (model, chance) => [
    change(model, chosen(model, chance).number, (body) =>
      body.replace(/\d+/, (said) => String(Number(said) + chance.pick([-1, 1, 100, 2 ** 31]))),
    ),
  ],
  'a length changed': (model, chance) => {
    const streams = model.objects.filter(({ body }) => body.includes('/Length '));
    return [
      change(model, chance.pick(streams).number, (body) =>
        body.replace(/\/Length (\d+)/, (_, length: string) => `/Length ${Number(length) + chance.pick([-9, -1, 1, 10, 17])}`),
      ),
    ];
  },
  'an entry repeated': (model, chance) => [
    change(model, chosen(model, chance).number, (body) => body.replace(/\n(\/\w+ [^\n]+)\n/, (line, entry: string) => `\n${entry}${line}`)),
  ],
  'something between objects': (model, chance) => {
    const [where, text] = [chance.whole(0, model.objects.length - 1), chance.pick(words)];
    return [model, { between: (index) => (index === where ? text : '') }];
  },
  'a place in the table': (model, chance) => {
    const [which, by] = [chance.pick(model.objects).number, chance.pick([-2, -1, 1, 2, 50, -50])];
    return [
      model,
      {
        entry: (entry, number) => (number === which ? String(Number(entry.slice(0, 10)) + by).padStart(10, '0') + entry.slice(10) : entry),
      },
    ];
  },
  'the end': (model, chance) => [model, { end: (end) => putIn(end, chance.pick(words), chance) }],
  'behind the end': (model, chance) => [model, { signedTail: chance.pick(words) }],
  'unsigned behind the end': (model, chance) => [model, { tail: chance.pick(words) }],
  'the trailer': (model, chance) => [{ ...model, trailer: putIn(model.trailer, chance.pick(words), chance) }],
} satisfies Record<string, (model: FileModel, chance: Chance) => Mutated>;

/** Any object but the signature, the last: what it claims of time and person is compared by rules of its own. */
function chosen({ objects }: FileModel, chance: Chance): FileModel['objects'][number] {
  return chance.pick(objects.slice(0, -1));
}

function putIn(text: string, word: string, chance: Chance): string {
  const at = chance.whole(0, text.length);
  return text.slice(0, at) + word + text.slice(at);
}

function inserted<T>(list: readonly T[], one: T, chance: Chance): readonly T[] {
  const at = chance.whole(0, list.length - 1);
  return [...list.slice(0, at), one, ...list.slice(at)];
}
