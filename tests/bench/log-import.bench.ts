import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Row {
  readonly work: string;
  readonly ours: number;
  readonly peer?: number;
  readonly unit: string;
  readonly bound: number;
}

interface Measured {
  readonly seconds: number;
  readonly peerSeconds: number;
  readonly megabytes: number;
  readonly longestBlock: number;
  readonly rows: number;
}

/**
 * One million rows of a sealed CSV put into the timeline of an encrypted vault, cited row by row, against the same values put into
 * equal tables of an equally encrypted and equally durable database by nothing but prepared statements in transactions of the same size.
 */
export default function measureLogImport(): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'casewright-bench-'));
  try {
    const script = fileURLToPath(new URL('../support/log-import-child.ts', import.meta.url));
    const measured = JSON.parse(
      execFileSync(process.execPath, [script, folder, '1000000'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
    ) as Measured;
    const { seconds, peerSeconds, megabytes, longestBlock, rows } = measured;
    return [
      { work: `import a log of ${rows} rows (${Math.round(rows / seconds)} rows/s)`, ours: seconds, unit: 's', bound: 60 },
      { work: 'the same, against bare insertion of the same rows', ours: seconds, peer: peerSeconds, unit: 's', bound: 4 },
      { work: 'the same: peak memory', ours: megabytes, unit: 'MB', bound: 1000 },
      { work: 'the same: longest time nobody was answered', ours: longestBlock, unit: 'ms', bound: 1500 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
