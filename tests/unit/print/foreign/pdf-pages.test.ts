import { spawnSync } from 'node:child_process';
import { deflateSync } from 'node:zlib';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exhibitPagesTask } from '../../../../electron/core/print/foreign/exhibit-pages.ts';
import { readPdf } from '../../../../electron/core/readers/pdf/pdf.ts';
import { idlePort } from '../../../support/case-file.ts';
import { onePage, streamOf, textShown, twoReadings, words, writePdf } from '../../../support/foreign-pdf.ts';
import { chanceFrom } from '../../../support/random.ts';

/** Small files that once failed, where somebody keeps them beside the project. */
const cases = fileURLToPath(new URL('../../../../../shared/cases', import.meta.url));
const prepare = (bytes: Uint8Array) => exhibitPagesTask({ bytes, mediaType: 'application/pdf' }, idlePort);
const letters = (text: string): string => text.replace(/[\s\ufffe]+/g, '');

async function pagesOf(bytes: Uint8Array) {
  const made = await prepare(bytes);
  if (made.as !== 'pages') throw new Error(`${made.reason} ${made.problem}`);
  return made;
}

const page = (more: string): string => `/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>${more}>>`;

describe('a page with two readings', () => {
  test('is drawn as the viewing engine shows it, or not at all', async () => {
    const chance = chanceFrom(8);
    let drawn = 0;
    for (let round = 0; round < Number(process.env['TWO_READINGS'] ?? 400); round++) {
      const bytes = twoReadings(chance);
      const made = await prepare(bytes);
      if (made.as !== 'pages') continue;
      drawn += 1;
      const [shown, printed] = [await textShown(bytes), await textShown(made.pack)];
      if (letters(shown) !== letters(printed)) throw new Error(`round ${round}: ${shown} is printed as ${printed}`);
    }
    // A generator whose files were all refused would prove nothing.
    expect(drawn).toBeGreaterThan(100);
  });

  test('keeps the sentence of the object its table names, whatever else carries its number', async () => {
    const objects = [...onePage(streamOf(words('He did NOT touch me'))), { number: 4, text: streamOf(words('He touched me')) }];
    const first = writePdf(objects, { table: 'first' });
    expect(await textShown((await pagesOf(first)).pack)).toContain('NOT');
    expect(await textShown((await pagesOf(writePdf(objects, { table: 'last' }))).pack)).not.toContain('NOT');
  });
});

describe('what a page shows beside its content', () => {
  const field = '/Type/Annot/Subtype/Widget/FT/Tx/T(what)/DA(/Helv 12 Tf 0 g)/F 4/Rect[72 640 400 670]';
  const form = (kid: string): string => `/AcroForm<</Fields[${kid}]/NeedAppearances true/DA(/Helv 12 Tf 0 g)/DR<</Font<</Helv 5 0 R>>>>>>`;

  test.each([
    ['without an appearance', [`<<${field}/V(in the lift)>>`], '6 0 R'],
    [
      'with an empty appearance',
      [`<<${field}/V(in the lift)/AP<</N 7 0 R>>>>`, streamOf('/Tx BMC EMC', '/Subtype/Form/BBox[0 0 328 30]')],
      '6 0 R',
    ],
    [
      'whose value stands at its parent',
      [
        `<</Type/Annot/Subtype/Widget/F 4/Rect[72 640 400 670]/Parent 7 0 R>>`,
        '<</FT/Tx/T(what)/V(in the lift)/DA(/Helv 12 Tf 0 g)/Kids[6 0 R]>>',
      ],
      '7 0 R',
    ],
  ])('is the value of a field %s, in print and in the text', async (_name, more, root) => {
    const bytes = writePdf(onePage(streamOf(words('What happened:')), { page: `${page('')}/Annots[6 0 R]`, catalog: form(root), more }));
    const made = await pagesOf(bytes);
    expect(await textShown(made.pack)).toContain('in the lift');
    expect((await readPdf(bytes)).passages[0]?.text).toContain('in the lift');
  });

  test('is what was typed on it; a note behind a mark stands in the text and is told', async () => {
    const bytes = writePdf(
      onePage(streamOf(words('She was invited')), {
        page: `${page('')}/Annots[6 0 R 7 0 R]`,
        more: [
          '<</Type/Annot/Subtype/FreeText/Contents(TYPED)/DA(/Helv 14 Tf 1 0 0 rg)/F 4/Rect[72 600 300 640]>>',
          "<</Type/Annot/Subtype/Text/Contents(the manager knew)/T(Lin)/M(D:20310303091244+08'00')/F 4/Rect[300 720 320 740]>>",
        ],
      }),
    );
    const made = await pagesOf(bytes);
    expect(await textShown(made.pack)).toContain('TYPED');
    expect(made.comments).toContainEqual({ page: 1, author: 'Lin', text: 'the manager knew' });
    const { text = '' } = (await readPdf(bytes)).passages[0] ?? {};
    expect(text).toMatch(/by Lin, D:20310303091244\+08'00'\] the manager knew/);
    expect(text.match(/TYPED/g)).toHaveLength(1);
  });

  test('is not what its layers hide, and that is said', async () => {
    const content = streamOf(`/OC /L1 BDC ${words('HIDDEN')} EMC /OC /L2 BDC ${words('SHOWN', 500)} EMC`);
    const more = ['<</Type/OCG/Name(draft)>>', '<</Type/OCG/Name(final)>>'];
    const catalog = '/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[6 0 R]>>>>';
    const made = await pagesOf(writePdf(onePage(content, { page: page('/Properties<</L1 6 0 R/L2 7 0 R>>'), catalog, more })));
    expect(made.notes).toEqual(['layers-hidden']);
    expect(letters(await textShown(made.pack))).toBe('SHOWN');
    expect(Buffer.from(made.pack).toString('latin1')).not.toMatch(/OCG|OCProperties/);
  });

  test('has the paper that viewers take where none is named', async () => {
    const made = await pagesOf(writePdf(onePage(streamOf(words('no box')), { page: '/Resources<</Font<</F1 5 0 R>>>>' })));
    expect(made.pages).toEqual([{ width: 612, height: 792 }]);
  });
});

describe('what is copied', () => {
  test('reaches nothing outside, does nothing, and carries no private data', async () => {
    const reaching =
      '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F(other.pdf)/Page 0>>/OPI<</x 1>>/PieceInfo<</x 1>>/Metadata 7 0 R/AA<</O<</S/JavaScript/JS(app.alert(1))>>>>/StructParent 3';
    const bytes = writePdf(
      onePage(streamOf(`${words('seen')} /X Do /Span /M BDC EMC`), {
        page: page('/XObject<</X 6 0 R>>/Properties<</M<</A<</S/JavaScript/JS(app.alert(2))>>/URI(http://example.org)>>>>'),
        more: [streamOf('0 0 5 5 re f', reaching), streamOf('<x:xmpmeta/>', '/Type/Metadata/Subtype/XML')],
      }),
    );
    const { pack } = await pagesOf(bytes);
    expect(Buffer.from(pack).toString('latin1')).not.toMatch(
      /Ref\b|OPI|PieceInfo|Metadata|xmpmeta|JavaScript|alert|URI|AA|StructParent|other\.pdf/,
    );
    expect(await textShown(pack)).toContain('seen');
  });

  test('names no object that the exhibit does not have', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `/Y${index} ${100 + index} 0 R`).join(' ');
    const drawn = Array.from({ length: 40 }, (_, index) => `/Y${index} Do`).join(' ');
    const objects = onePage(streamOf(`${words('short')} /X Do`), {
      page: page('/XObject<</X 6 0 R>>'),
      more: [streamOf(drawn, `/Type/XObject/Subtype/Form/BBox[0 0 612 792] stray /Resources<</XObject<<${names}>>>>`)],
    });
    const { pack } = await pagesOf(writePdf(objects));
    const text = Buffer.from(pack).toString('latin1');
    const there = new Set([...text.matchAll(/(?:^|\n)(\d+) 0 obj/g)].map(([, number]) => number));
    for (const [, number] of text.matchAll(/(\d+) 0 R/g)) expect(there).toContain(number);
  });

  test('is sound, though streams of the exhibit are not', async () => {
    const packed = deflateSync(Buffer.from(`${words('whole')} ${words('torn', 600).repeat(400)}`)).toString('latin1');
    for (const share of [0.3, 0.6, 0.9]) {
      const made = await prepare(writePdf(onePage(streamOf(packed.slice(0, Math.ceil(packed.length * share)), '/Filter/FlateDecode'))));
      if (made.as === 'pages') expectSound(made.pack);
      else expect(made.reason).toMatch(/^(damaged|differs)$/);
    }
  });
});

describe('the cases that are kept beside the project', () => {
  const found = [`${cases}/evidence`, `${cases}/signature`].flatMap((folder) => {
    try {
      return readdirSync(folder).flatMap((name) => (/^p\d.*\.pdf$|^evidence-.*\.pdf$/.test(name) ? [join(folder, name)] : []));
    } catch {
      return [];
    }
  });

  test('are drawn as they are shown', async (context) => {
    if (found.length === 0) return context.skip(`there are no cases in ${cases}`);
    for (const path of found) {
      const bytes = new Uint8Array(readFileSync(path));
      const made = await prepare(bytes);
      if (made.as !== 'pages') continue;
      expectSound(made.pack);
      const read = (await readPdf(bytes)).passages.map((one) => one.text).join('\n');
      expect(letters(read).startsWith(letters(await textShown(made.pack))), path).toBe(true);
    }
  });
});

/** `qpdf --check` has nothing to say, where it is installed. */
function expectSound(pdf: Uint8Array): void {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-sound-'));
  try {
    writeFileSync(join(folder, 'pack.pdf'), pdf);
    const { error, status, stderr } = spawnSync('qpdf', ['--check', join(folder, 'pack.pdf')], { encoding: 'utf8' });
    if (!error) expect([status, stderr]).toEqual([0, '']);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
