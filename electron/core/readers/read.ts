import { boundMetadata } from './findings/bounds.ts';
import { detect } from './detect.ts';
import type { Detected, Original, ReadOriginal } from '../tasks/exhibit.ts';
import type { Findings } from './findings/findings.ts';
import { joinNotes, UnreadableError } from './findings/sentence.ts';
import { readers } from './formats.ts';

/** Tells what an original is and reads it with the reader of its format. What cannot be read is an answer, not an error. */
export async function readOriginal(original: Original): Promise<ReadOriginal> {
  const detected = await detect(original);
  const base = { kind: detected.kind, mediaType: detected.mediaType, reader: detected.format };
  try {
    const { findings, notes } = boundFindings(await readers[detected.format](original, detected.mediaType));
    return { ...base, ...findings, note: joinNotes(detected.mismatch, findings.note, ...notes) };
  } catch (error) {
    // Time and memory are the pool's to judge; whatever else a library throws at hostile bytes is the file's doing.
    const why =
      error instanceof UnreadableError
        ? error.message
        : error instanceof Error
          ? `${error.name}: ${error.message}`.slice(0, 300)
          : 'unknown';
    return { ...base, status: 'unreadable', note: joinNotes(detected.mismatch, why), pages: null, passages: [], metadata: [], parts: [] };
  }
}

/** Only what an original is, for when its reader had to be stopped. */
export function detectOriginal(original: Original): Promise<Detected> {
  return detect(original);
}

function boundFindings(findings: Findings): { readonly findings: Findings; readonly notes: readonly string[] } {
  const { metadata, note } = boundMetadata(findings.metadata);
  return { findings: { ...findings, metadata }, notes: [note] };
}
