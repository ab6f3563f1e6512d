import type { Facts } from '../../../shared/model/fact.ts';
import { FailureError } from '../../../shared/result.ts';
import { boundMetadata } from './findings/bounds.ts';
import { detect } from './detect.ts';
import type { Detected, Original, ReadOriginal } from '../tasks/exhibit.ts';
import { joinNotes, note, UnreadableError, wordsOf } from './findings/sentence.ts';
import { readers } from './formats.ts';

/** Tells what an original is and reads it with the reader of its format. What cannot be read is an answer, not an error. */
export async function readOriginal(original: Original): Promise<ReadOriginal> {
  const detected = await detect(original);
  const base = { kind: detected.kind, mediaType: detected.mediaType, reader: detected.format };
  try {
    const findings = await readers[detected.format](original, detected.mediaType);
    const { metadata, note: cut } = boundMetadata(findings.metadata);
    return { ...base, ...findings, metadata, notes: joinNotes(detected.mismatch, findings.notes, cut) };
  } catch (error) {
    const notes = joinNotes(detected.mismatch, whyUnreadable(error));
    return { ...base, status: 'unreadable', notes, pages: null, passages: [], metadata: [], parts: [] };
  }
}

/** Only what an original is, for when its reader had to be stopped. */
export function detectOriginal(original: Original): Promise<Detected> {
  return detect(original);
}

/** Time and memory are the pool's to judge; whatever else a library throws at hostile bytes is the file's doing. */
function whyUnreadable(error: unknown): Facts {
  const known = error instanceof FailureError ? error.cause : error;
  return known instanceof UnreadableError ? known.notes : note('reader-stopped', { problem: wordsOf(error) });
}
