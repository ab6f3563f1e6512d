import { z } from 'zod';
import type { AttachedFile } from './closed-form/attachments.ts';
import type { Form } from './closed-form/form.ts';
import { type CaseFileRead, readClosedForm } from './closed-form/read-case-file.ts';
import { manifestName } from './manifest.ts';

/** What the verifier reads out of the PDF's structure. */
export interface ReadFile extends CaseFileRead {
  /** `D:…` as the signature's dictionary states it. */
  readonly statedTime: string;
  readonly signatureFields: number;
}

/** Reads a file of unknown origin by the closed form. Throws FormError for every other. */
export function readFile(file: Buffer): ReadFile {
  const read = readClosedForm(file, formOf);
  return { ...read, statedTime: read.signature.statedTime, signatureFields: 1 };
}

/** By the manifest's version; whether the manifest can be read is not asked yet. */
function formOf(attachments: ReadonlyMap<string, AttachedFile>): Form {
  const bytes = attachments.get(manifestName)?.read();
  if (!bytes || bytes.length > mostManifest) return 2;
  try {
    const { formatVersion } = z.object({ formatVersion: z.number() }).parse(JSON.parse(new TextDecoder().decode(bytes)));
    return formatVersion === 1 ? 1 : 2;
  } catch {
    return 2;
  }
}

const mostManifest = 64 << 20;
