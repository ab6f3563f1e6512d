import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOriginal } from '../../../support/read-original.ts';
import { encodeText } from '../../../support/encode-text.ts';
import { original } from '../../../support/sample-originals.ts';

/** A part of a made message: what it says, and how it says it. */
type Tree =
  | {
      readonly kind: 'multi';
      readonly type: 'mixed' | 'alternative' | 'related' | 'digest';
      readonly named: boolean;
      readonly parts: readonly Tree[];
    }
  | { readonly kind: 'text'; readonly type: 'plain' | 'html' | 'calendar'; readonly transfer: string; readonly file: boolean };

const leaf: fc.Arbitrary<Tree> = fc.record({
  kind: fc.constant('text' as const),
  type: fc.constantFrom('plain' as const, 'html' as const, 'calendar' as const),
  transfer: fc.constantFrom('7bit', '8bit', 'base64', 'quoted-printable'),
  file: fc.boolean(),
});
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.record({
      kind: fc.constant('multi' as const),
      type: fc.constantFrom('mixed' as const, 'alternative' as const, 'related' as const, 'digest' as const),
      // Whether the border it names is the one it uses.
      named: fc.boolean(),
      parts: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
    }),
  ),
}));

interface Made {
  readonly text: string;
  readonly words: readonly string[];
  readonly files: readonly string[];
}

/** Writes a tree, with a word of its own in every place where words may stand. */
function write(one: Tree, path: string, outermost: boolean): Made {
  if (one.kind === 'multi') {
    const border = `border${path}`;
    const parts = one.parts.map((part, index) => write(part, `${path}x${index}`, false));
    const text = [
      `Content-Type: multipart/${one.type}; boundary="${one.named ? border : 'never'}"`,
      '',
      ...(one.named ? [`before${path}`] : []),
      ...parts.flatMap((part) => [`--${border}`, part.text]),
      `--${border}--`,
      `after${path}`,
    ].join('\r\n');
    return {
      text,
      words: [...(one.named ? [`before${path}`] : []), `after${path}`, ...parts.flatMap(({ words }) => words)],
      files: parts.flatMap(({ files }) => files),
    };
  }
  const word = `word${path}`;
  const says = one.type === 'html' ? `<p>über <b>${word}</b></p>` : `über ${word}`;
  const bytes = Buffer.from(says);
  const body =
    one.transfer === 'base64'
      ? bytes.toString('base64')
      : one.transfer === 'quoted-printable'
        ? [...bytes]
            .map((byte) => (byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
            .join('')
        : says;
  const file = one.file && !outermost;
  const text = [
    `Content-Type: text/${one.type}; charset=utf-8`,
    `Content-Transfer-Encoding: ${one.transfer}`,
    ...(file ? [`Content-Disposition: inline; filename="file${path}.txt"`] : []),
    '',
    body,
  ].join('\r\n');
  return { text, words: file ? [] : [word], files: file ? [`file${path}.txt`] : [] };
}

const HEAD = 'From: a@firm.example\r\nTo: b@firm.example\r\nSubject: s\r\nDate: Mon, 3 Mar 2025 09:12:44 +0800\r\nMIME-Version: 1.0\r\n';

describe('every word of a message', () => {
  test('stands in a passage or in a file that is named, whatever the tree of its parts', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (one) => {
        const made = write(one, '', true);
        const reading = await readOriginal(original('a.eml', HEAD + made.text));
        const said = reading.passages.map((passage) => passage.text).join('\n');
        for (const word of made.words) expect(said).toContain(word);
        expect(reading.parts.map((part) => part.name).sort()).toEqual([...made.files].sort());
        expect(said).not.toContain('\ufffd');
        for (const file of made.files) expect(said).not.toContain(file.replace('file', 'word').replace('.txt', ''));
      }),
      { numRuns: 300 },
    );
  });

  test('is found though bytes are thrown at it, and no sentence names a class', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'Content-Type: multipart/mixed; boundary=b\r\n'),
        async (bytes, field) => {
          const message = Buffer.concat([Buffer.from(HEAD + field + '\r\n--b\r\n'), Buffer.from(bytes)]);
          const reading = await readOriginal(original('a.eml', new Uint8Array(message)));
          expect(reading.status).toBe('read');
          expect(reading.note).not.toMatch(/Error|undefined|\bat \//);
        },
      ),
      { numRuns: 500 },
    );
  });
});

const letter = (number: number): string =>
  `From a@firm.example Mon Mar  3 09:12:4${number % 10} 2025\n${HEAD.replaceAll('\r\n', '\n').replace('Subject: s', `Subject: letter ${number}`)}\nWords of letter ${number}.\nFrom here on, nothing.\n\n`;

describe('the texts of a message', () => {
  const both = (plain: string, html: string): string =>
    `${HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${plain}\r\n--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n--b--\r\n`;

  test('are both shown where they differ', async () => {
    const reading = await readOriginal(original('a.eml', both('Please use another program.', '<p>He touched me.</p>')));
    expect(reading.passages).toEqual([
      { place: 'paragraph=1', text: '[text 1, plain text] Please use another program.' },
      { place: 'paragraph=2', text: '[text 2, web page] He touched me.' },
    ]);
    expect(reading.note).toContain('do not say the same');
  });

  test('are shown once where they say the same, and that is said', async () => {
    const reading = await readOriginal(
      original('a.eml', both('He touched me,\r\nin the lift.', '<p>He touched <b>me</b>, in the lift.</p>')),
    );
    expect(reading.passages).toEqual([{ place: 'paragraph=1', text: 'He touched me,\nin the lift.' }]);
    expect(reading.note).toContain('both say the same');
  });

  test('are those of every letter of a mailbox, each with its header as a place', async () => {
    const reading = await readOriginal(original('all.mbox', Array.from({ length: 12 }, (_, index) => letter(index + 1)).join('')));
    expect(reading).toMatchObject({ kind: 'message', mediaType: 'application/mbox', status: 'read' });
    expect(reading.passages.filter(({ place }) => place.startsWith('message='))).toHaveLength(12);
    for (let number = 1; number <= 12; number++) {
      expect(reading.passages).toContainEqual({
        place: `paragraph=${number}`,
        text: `[letter ${number}] Words of letter ${number}.\nFrom here on, nothing.`,
      });
    }
  });
});

describe('the header of a message', () => {
  test.each([
    ['GB18030', 'charset=gbk', '李娜', '投诉'],
    ['UTF-8', '', '李娜', '投诉'],
    ['EUC-KR', '', '김민수', '신고합니다 부장님이'],
    ['Shift_JIS', '', '田中', 'とても怖かったです'],
  ] as const)('in bytes of %s is read by what the message says or what is plausible', async (encoding, charset, name, subject) => {
    const bytes = Buffer.concat([
      Buffer.from('From: '),
      encodeText(name, encoding),
      Buffer.from(' <a@firm.example>\r\nSubject: '),
      encodeText(subject, encoding),
      Buffer.from(`\r\nDate: Mon, 3 Mar 2025 09:12:44 +0800\r\nContent-Type: text/plain; ${charset}\r\n\r\nx`),
    ]);
    const reading = await readOriginal(original('a.eml', new Uint8Array(bytes)));
    expect(reading.metadata).toContainEqual({ name: 'Subject', value: subject });
    expect(JSON.stringify(reading)).not.toContain('\ufffd');
  });

  test('keeps ten thousand recipients whole', async () => {
    const recipients = Array.from({ length: 10_000 }, (_, index) => `person${index}@firm.example`).join(',\r\n ');
    const reading = await readOriginal(original('a.eml', HEAD.replace('b@firm.example', recipients) + '\r\nx'));
    expect(reading.metadata.find(({ name }) => name === 'To')?.value.split(', ')).toHaveLength(10_000);
    expect(reading.note).toBe('');
  });

  test.each([
    'To: hr@firm.example\r\nSubject: complaint\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n',
    'To: hr@firm.example\r\nSubject: complaint\r\n',
    'Subject: complaint\r\nX-Unsent: 1\r\n',
  ])('of a draft is one, though it has neither sender nor date', async (head) => {
    expect(await readOriginal(original('draft.eml', `${head}\r\nHe touched me.`))).toMatchObject({
      kind: 'message',
      mediaType: 'message/rfc822',
      passages: [{ text: 'He touched me.' }],
    });
  });

  test('joins a character that is torn between two encoded words', async () => {
    const bytes = Buffer.from('投诉');
    const words = [bytes.subarray(0, 4), bytes.subarray(4)].map((part) => `=?utf-8?B?${part.toString('base64')}?=`).join('\r\n ');
    const reading = await readOriginal(original('a.eml', HEAD.replace('Subject: s', `Subject: ${words}`) + '\r\nx'));
    expect(reading.metadata).toContainEqual({ name: 'Subject (decoded)', value: '投诉' });
  });
});

describe('an encrypted message', () => {
  test.each([
    ['S/MIME', 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n\r\nAAAA'],
    [
      'OpenPGP',
      'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n--b--',
    ],
    ['OpenPGP', 'Content-Type: text/plain\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----'],
  ])('is called so, with the kind: %s', async (kind, rest) => {
    const reading = await readOriginal(original('a.eml', HEAD + rest));
    expect(reading.status).toBe('minimal');
    expect(reading.note).toContain(`The message is encrypted (${kind})`);
    expect(reading.metadata).toContainEqual({ name: 'Subject', value: 's' });
  });
});

describe('the work on a message', () => {
  /** How much longer four times as much takes; a bound that only a quadratic one breaks, measured three times. */
  async function growth(make: (size: number) => string): Promise<number> {
    const cost = async (size: number): Promise<number> => {
      const bytes = original('a.eml', make(size));
      const started = process.cpuUsage().user;
      await readOriginal(bytes);
      return process.cpuUsage().user - started;
    };
    await cost(20_000);
    const ratios: number[] = [];
    for (let turn = 0; turn < 3; turn++) ratios.push(Math.max(1, await cost(160_000)) / Math.max(5000, await cost(20_000)));
    return Math.min(...ratios);
  }

  test.each([
    ['borders', (size: number) => `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n'.repeat(size)}`],
    ['unclosed tags', (size: number) => `${HEAD}Content-Type: text/html\r\n\r\n${'<title>'.repeat(size)}`],
    ['unclosed comments', (size: number) => `${HEAD}Content-Type: text/html\r\n\r\n${'<!--'.repeat(size)}`],
    ['spaces between tags', (size: number) => `${HEAD}Content-Type: text/html\r\n\r\n${'<b> '.repeat(size)}`],
    ['spaces', (size: number) => `${HEAD}\r\n${' x'.repeat(size)}${' '.repeat(size * 2)}y`],
    ['encoded words', (size: number) => `${HEAD}Subject: ${'=?utf-8?Q?a?= '.repeat(size)}\r\n\r\nx`],
    [
      'torn parameters',
      (size: number) => `${HEAD}Content-Type: text/plain${Array.from({ length: size }, (_, at) => `; a*${at % 9999}=b`).join('')}\r\n\r\nx`,
    ],
    ['letters', (size: number) => `From a\n${HEAD}\n\n`.repeat(size / 40)],
  ])('grows with its length and no faster: %s', async (_name, make) => {
    expect(await growth(make)).toBeLessThan(40);
  });
});
