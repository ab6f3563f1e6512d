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

const pages = 15;
const rounds = 2;

/**
 * Preparing, composing, writing, signing and reading back against `qpdf --empty --pages` on the same inputs, which only
 * joins pages: ours also sets every stamp, table and link. The bounds of 2.5 and 5 are for a bundle of 3,000 pages, which
 * has no chapters to set; a case file stands here without a bound until it keeps them with room to spare.
 */
export default async function measureCaseFile(): Promise<readonly Row[]> {
  return [...(await measure(20)), ...(await measure(200))];
}

async function measure(files: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-bench-'));
  try {
    const inputs = await writeInputs(folder, files);
    const ours: Ours[] = [];
    const peers: number[] = [];
    // By turns, and the best of each: what else the machine does is neither's.
    for (let round = 0; round < rounds; round++) {
      ours.push(runOurs(folder, files));
      const peer = runQpdf(folder, inputs);
      if (peer === undefined) {
        process.stderr.write('qpdf is not installed: the case file has nothing to be compared with\n');
        return [];
      }
      peers.push(peer);
    }
    const milliseconds = Math.min(...ours.map((one) => one.milliseconds));
    const megabytes = Math.max(...ours.map((one) => one.megabytes));
    const output = ours[0]?.output ?? 0;
    const peer = Math.min(...peers);
    const work = `case file of ${files * pages} exhibit pages`;
    return [
      { work: `${work}, all of it`, ours: milliseconds, peer, ratio: milliseconds / peer, unit: 'ms' },
      { work: `${work}: peak memory against its size`, ours: megabytes, peer: output, ratio: megabytes / output, unit: 'MiB' },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Text pages with a picture of noise on each, about 30 KB a page, as scanned and written evidence has. */
async function writeInputs(folder: string, files: number): Promise<readonly string[]> {
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

interface Ours {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly output: number;
}

function runOurs(folder: string, files: number): Ours {
  const said = execFileSync(
    process.execPath,
    [fileURLToPath(new URL('../support/case-file-child.ts', import.meta.url)), folder, String(files)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  rmSync(join(folder, 'case-file.pdf'));
  return JSON.parse(said) as Ours;
}
