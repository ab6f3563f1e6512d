import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeWhole } from '../../../../electron/core/readers/text/decode-text.ts';
import { type EncodingName, encodingNames } from '../../../../electron/core/readers/text/encodings.ts';
import { findEncoding } from '../../../../electron/core/readers/text/text-encoding.ts';
import { readOriginal } from '../../../support/read-original.ts';
import { encodeText } from '../../../support/encode-text.ts';
import { original } from '../../../support/sample-originals.ts';

const WIDE: readonly EncodingName[] = ['UTF-8', 'UTF-16LE', 'UTF-16BE'];

/** Sentences of our own, short and long, and what each language is written in. */
const LANGUAGES: readonly { readonly encodings: readonly EncodingName[]; readonly texts: readonly string[] }[] = [
  {
    encodings: ['GB18030', ...WIDE],
    texts: [
      '我要投诉',
      '他在电梯里碰了我，我很害怕。',
      '第二天他又发短信给我，说不要告诉任何人。',
      '证据清单：\n1. 聊天记录截图\n2. 酒店发票',
    ],
  },
  { encodings: ['Big5', ...WIDE], texts: ['我要投訴', '他在電梯裡碰了我，我很害怕。', '第二天他又發簡訊給我，說不要告訴任何人。'] },
  {
    encodings: ['Shift_JIS', 'EUC-JP', ...WIDE],
    texts: ['会議室', 'とても怖かったです。', '部長から何度もメールが届きました。返事をしないでください。', '人事部 田中様'],
  },
  {
    encodings: ['EUC-KR', ...WIDE],
    texts: ['신고합니다', '그가 엘리베이터에서 내 몸을 만졌다. 나는 무서웠다.', '부장님이 밤에 여러 번 문자를 보냈습니다.'],
  },
  {
    encodings: ['windows-1252', ...WIDE],
    texts: [
      'Für',
      'Er hat mich im Aufzug berührt. Größe, Straße.',
      'café',
      'Il m’a touchée dans l’ascenseur.',
      'mañana',
      '¿Quién lo vio? Nadie contestó.',
    ],
  },
  {
    encodings: ['windows-1250', ...WIDE],
    texts: ['Dotknął mnie w windzie i powiedział, żebym nikomu nie mówiła.', 'stížnost na vedoucího oddělení'],
  },
  {
    encodings: ['windows-1251', 'KOI8-R', ...WIDE],
    texts: ['Жалоба', 'Он дотронулся до меня в лифте, и мне стало страшно.', 'Начальник отдела писал мне ночью несколько раз.'],
  },
  { encodings: ['windows-1253', ...WIDE], texts: ['Καταγγελία', 'Με άγγιξε στο ασανσέρ και φοβήθηκα πολύ.'] },
];

const CASES = LANGUAGES.flatMap(({ encodings, texts }) =>
  encodings.flatMap((encoding) =>
    [...texts, texts.join('\n').repeat(4)].flatMap((text) => [[encoding, text] as const, [encoding, `From the desk: ${text}`] as const]),
  ),
);

describe('the encoding of a text', () => {
  test.each(CASES)('%s is told right, or asked: %s', (encoding, text) => {
    const bytes = encodeText(text, encoding);
    const found = findEncoding(bytes);
    const readings = [found.name, ...(found.other === null ? [] : [found.other])].map((name) => decodeWhole(bytes, name, { bytes: 0 }));
    expect(readings).toContain(text);
  });

  test('is told right without a question in all long texts and nearly all short ones', () => {
    const sure = CASES.filter(([encoding, text]) => {
      const bytes = encodeText(text, encoding);
      const found = findEncoding(bytes);
      return found.other === null && decodeWhole(bytes, found.name, { bytes: 0 }) === text;
    });
    expect(sure.length / CASES.length).toBeGreaterThan(0.88);
  });

  test.each([
    ['EUC-KR', '그가 엘리베이터에서 내 몸을 만졌다. 나는 무서웠다.'],
    ['windows-1252', 'Er hat mich im Aufzug berührt. Größe, Straße.'],
    ['UTF-16LE', '相談窓口に申し立てます'],
    ['UTF-16LE', 'He called me at night.'],
    ['Shift_JIS', '部長から何度もメールが届きました。'],
  ] as const)('is named with the text in %s', async (encoding, text) => {
    expect(await readOriginal(original('account.txt', encodeText(text, encoding)))).toMatchObject({
      status: 'read',
      note: '',
      passages: [{ place: 'line=1', text }],
      metadata: expect.arrayContaining([{ name: 'Encoding', value: encoding }]),
    });
  });

  test('is asked where two are about as plausible', async () => {
    const reading = await readOriginal(original('word.txt', encodeText('Łódź', 'windows-1250')));
    expect(reading.status).toBe('read');
    expect(reading.note).toMatch(/^The text does not say its encoding: it was read as \S+; \S+ is about as plausible\.$/);
  });

  test('stays when a byte is bad: the byte stands as its value, and nothing else is hidden', async () => {
    const sentences = '他在电梯里碰了我，我很害怕。'.repeat(20);
    const bytes = Buffer.concat([Buffer.from(sentences), Buffer.from([0xff]), Buffer.from(sentences)]);
    const reading = await readOriginal(original('a.txt', new Uint8Array(bytes)));
    expect(reading.passages).toEqual([{ place: 'line=1', text: `${sentences}[byte FF]${sentences}` }]);
    expect(reading.note).toBe('1 bytes are no text in the encoding; each stands in the text as its value.');
  });

  test('hides nothing of the rest for one bad byte, whatever byte and wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CASES.filter(([encoding, text]) => text.length > 40 && !encoding.startsWith('UTF-16'))),
        fc.constantFrom(0x00, 0x01, 0x80, 0xfe, 0xff),
        fc.nat(),
        ([encoding, text], bad, place) => {
          const cut = text.slice(0, place % text.length);
          const [before, after] = [encodeText(cut, encoding), encodeText(text.slice(cut.length), encoding)];
          const shown = decodeWhole(Uint8Array.from([...before, bad, ...after]), encoding, { bytes: 0 });
          // In an encoding of pairs a stray half shifts what follows, as it does in every program; the next line end sets it right.
          const rest = text.slice(cut.length);
          const untouched = encoding === 'UTF-8' ? rest.slice(1) : rest.includes('\n') ? rest.slice(rest.indexOf('\n') + 1) : '';
          expect(shown.startsWith(cut)).toBe(true);
          expect(shown.endsWith(untouched)).toBe(true);
          expect(shown).not.toContain('\ufffd');
        },
      ),
      { numRuns: 400 },
    );
  });

  test('reads whatever bytes there are, and shows each of them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...encodingNames), (bytes, encoding) => {
        const tally = { bytes: 0 };
        const text = decodeWhole(bytes, encoding, tally);
        expect(tally.bytes).toBeLessThanOrEqual(bytes.length * 2);
        if (encoding !== 'UTF-8' && !encoding.startsWith('UTF-16')) expect(text).not.toContain('\ufffd');
        expect(findEncoding(bytes).name).toBeTypeOf('string');
      }),
      { numRuns: 2000 },
    );
  });
});
