import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PDFDict, PDFDocument, PDFRawStream } from 'pdf-lib';
import { textPdf } from '../support/case-file.ts';

interface Row {
  readonly work: string;
  readonly ours: number;
  readonly peer: number;
  readonly ratio: number;
  readonly unit: string;
}

const files = 20;
const pages = 15;

/**
 * Preparing, composing, assembling and signing against `qpdf --empty --pages` on the same inputs, which only joins pages:
 * ours also sets every stamp, table and link, attaches and signs. No bound stands here yet: the bounds of 2.5 and 5 are
 * for a bundle of 3,000 pages, which has no chapters to set.
 */
export default async function measureCaseFile(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-bench-'));
  try {
    const inputs = await writeInputs(folder);
    const ours = runOurs(folder);
    const peer = runQpdf(folder, inputs);
    if (peer === undefined) {
      process.stderr.write('qpdf is not installed: the case file has nothing to be compared with\n');
      return [];
    }
    return [
      {
        work: `case file of ${files * pages} exhibit pages, all of it`,
        ours: ours.milliseconds,
        peer,
        ratio: ours.milliseconds / peer,
        unit: 'ms',
      },
      {
        work: 'its peak memory against its size',
        ours: ours.megabytes,
        peer: ours.output,
        ratio: ours.megabytes / ours.output,
        unit: 'MiB',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Text pages with a picture of noise on each, about 30 KB a page, as scanned and written evidence has. */
async function writeInputs(folder: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let index = 0; index < files; index++) {
    const document = await PDFDocument.load(await textPdf(pages, { label: `File ${index}` }));
    for (const page of document.getPages()) {
      const noise = document.context.obj({
        Type: 'XObject',
        Subtype: 'Image',
        Width: 160,
        Height: 180,
        ColorSpace: 'DeviceGray',
        BitsPerComponent: 8,
      }) as PDFDict;
      page.node.newXObject('Noise', document.context.register(PDFRawStream.of(noise, randomBytes(160 * 180))));
    }
    const path = join(folder, `${index}.pdf`);
    writeFileSync(path, await document.save());
    paths.push(path);
  }
  return paths;
}

function runQpdf(folder: string, inputs: readonly string[]): number | undefined {
  const start = performance.now();
  try {
    execFileSync('qpdf', ['--empty', '--pages', ...inputs, '--', join(folder, 'peer.pdf')], { stdio: 'ignore' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return performance.now() - start;
}

function runOurs(folder: string): { readonly milliseconds: number; readonly megabytes: number; readonly output: number } {
  const said = execFileSync(
    process.execPath,
    [fileURLToPath(new URL('../support/case-file-child.ts', import.meta.url)), folder, String(files)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(said) as { milliseconds: number; megabytes: number; output: number };
}
