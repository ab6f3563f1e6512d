import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type TestContext } from 'vitest';
import { signedCaseFile, contentFrom, type Told } from '../../../support/case-file.ts';

const sentence = '她说被要求向每位客人敬酒，并且不能以茶代酒。';

/** Words with their boxes, page by page, as another program sees them. */
function wordsOf(
  bytes: Uint8Array,
  { skip }: TestContext,
): readonly {
  readonly width: number;
  readonly height: number;
  readonly words: readonly { readonly text: string; readonly box: readonly number[] }[];
}[] {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-words-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes);
    const said = execFileSync('pdftotext', ['-bbox', join(folder, 'a.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    return said
      .split('<page ')
      .slice(1)
      .map((page) => ({
        width: Number(/width="([\d.]+)"/.exec(page)?.[1]),
        height: Number(/height="([\d.]+)"/.exec(page)?.[1]),
        words: [...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g)].map((match) => ({
          text: match[5] ?? '',
          box: match.slice(1, 5).map(Number),
        })),
      }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') skip('pdftotext is not installed');
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('no word of the longest events runs off its page, and none is lost', async (context) => {
  const long: Told[] = [
    {
      when: '2031-05-14T18:30',
      title: '很长的标题'.repeat(50),
      lane: 'incident',
      location: 'Room '.repeat(50),
      description: sentence.repeat(340),
    },
    {
      when: '2031-05-14T19:30',
      title: 'Word '.repeat(55),
      lane: 'incident',
      description: `${'Two colleagues recall the toasts. '.repeat(230)}LASTWORD`,
    },
    {
      when: '2031-05-14T20:30',
      title: 'Many sources',
      lane: 'knowledge',
      cites: Array.from({ length: 40 }, () => ({ exhibit: 1, place: 'line=1', quote: sentence.repeat(12) })),
    },
    { when: '2031-05-14T21:30', title: 'Paragraphs', lane: 'public', description: 'Line\n'.repeat(400) },
  ];
  const passages = [
    { place: 'line=1', text: 'x'.repeat(4000) },
    { place: 'line=2', text: sentence.repeat(500) },
  ];
  const originals = [{ fileName: 'a.txt', title: 'T'.repeat(200), mediaType: 'text/plain', bytes: Buffer.from('a'), passages }];
  const pages = wordsOf(await signedCaseFile(await contentFrom({ originals, events: long })), context);
  const outside = pages.flatMap(({ width, height, words }, index) =>
    words
      .filter(({ box: [left = 0, top = 0, right = 0, bottom = 0] }) => left < 20 || top < 20 || right > width - 20 || bottom > height - 20)
      .map((word) => `${index + 1}: ${word.text}`),
  );
  expect(outside).toEqual([]);
  const all = pages.flatMap((page) => page.words.map((word) => word.text)).join('');
  expect(all).toContain('LASTWORD');
  expect(all.split('以茶代酒').length - 1).toBeGreaterThanOrEqual(340 + 500);
});
