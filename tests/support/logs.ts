import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId, ExhibitId } from '../../shared/model/identifier.ts';
import type { LogMapping } from '../../shared/model/log.ts';
import type { LogPreview } from '../../shared/contract/log.ts';
import type { TestVault } from './vault.ts';

/** Seals a log as an exhibit of the case. */
export async function sealLog(vault: TestVault, caseId: CaseId, name: string, content: string | Uint8Array): Promise<ExhibitId> {
  const path = join(vault.temporary, name);
  writeFileSync(path, content);
  const { files } = await vault.ask('exhibit.import', { caseId, paths: [path] });
  const id = files[0]?.exhibitId;
  if (!id) throw new Error(files[0]?.message);
  return id;
}

/** The mapping a preview proposes, with what only a person can say. */
export function decided(preview: LogPreview, change: Partial<LogMapping> = {}): LogMapping {
  return { ...preview.mapping, ...change };
}

/** A door log of so many rows from a number on, one every few seconds, in order of time. */
export function doorLog(rows: number, from = 0): string {
  const base = Date.UTC(2031, 4, 1);
  const pieces = ['time,door,holder,event\n'];
  for (let index = from; index < from + rows; index += 1) {
    const time = new Date(base + index * 2500).toISOString().slice(0, 19).replace('T', ' ');
    pieces.push(`${time},Door ${index % 40},Holder ${index % 900},Access granted at reader ${index % 7}\n`);
  }
  return pieces.join('');
}
