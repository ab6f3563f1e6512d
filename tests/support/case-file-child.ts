/**
 * Composes and signs a case file of the PDFs FOLDER/0.pdf, 1.pdf, … in one process, and prints milliseconds, peak memory
 * and size as JSON. A process of its own, because a peak once reached stays a process's peak.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFrom, writeSignedCaseFile } from './case-file.ts';

const [folder = '', count = '0'] = process.argv.slice(2);
// Read when asked for and not kept, as a release reads exhibits from the vault.
const originals = Array.from({ length: Number(count) }, (_, index) => ({
  fileName: `${index}.pdf`,
  title: `Exhibit ${index}`,
  mediaType: 'application/pdf',
  get bytes() {
    return Uint8Array.from(readFileSync(join(folder, `${index}.pdf`)));
  },
}));
const start = performance.now();
const made = await contentFrom({ originals, events: [] });
const prepared = performance.now();
const bytes = await writeSignedCaseFile(made, join(folder, 'case-file.pdf'));
process.stdout.write(
  JSON.stringify({
    milliseconds: performance.now() - start,
    preparing: prepared - start,
    megabytes: process.resourceUsage().maxRSS / 1024,
    output: bytes / 2 ** 20,
  }),
);
