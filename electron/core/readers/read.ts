import { LARGEST_READ } from '../../../shared/model/exhibit.ts';
import { boundMetadata } from './findings/bounds.ts';
import { detect } from './detect.ts';
import type { Detected, Original, ReadOriginal } from '../tasks/exhibit.ts';
import { type Findings, minimal, wholeBytes } from './findings/findings.ts';
import { joinNotes, sentence, UnreadableError } from './findings/sentence.ts';

/** Tells what an original is and reads it with the reader of its format. What cannot be read is an answer, not an error. */
export async function readOriginal(original: Original): Promise<ReadOriginal> {
  const detected = await detect(original);
  const base = { kind: detected.kind, mediaType: detected.mediaType, reader: detected.format };
  try {
    const { findings, notes } = boundFindings(await readFormat(original, detected));
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

async function readFormat(original: Original, detected: Detected): Promise<Findings> {
  if (detected.format === 'empty') return minimal(sentence('empty'));
  if (detected.format === 'film') return (await import('./film/film.ts')).readFilm(original, detected.mediaType);
  if (detected.format === 'other' || detected.format === 'unknown') return minimal(sentence('format-unknown'));
  const bytes = wholeBytes(original);
  if (!bytes) return minimal(sentence('too-large', { megabytes: LARGEST_READ / 1024 / 1024 }));
  switch (detected.format) {
    case 'text':
      return (await import('./text/text.ts')).readText(bytes);
    case 'pdf':
      return (await import('./pdf/pdf.ts')).readPdf(bytes);
    case 'docx':
      return (await import('./word/docx.ts')).readDocx(bytes);
    case 'message':
      return (await import('./message/message.ts')).readMessage(bytes);
    case 'image': {
      const findings = (await import('./image/image.ts')).readImage(bytes, detected.mediaType);
      // A header may promise what the pixels do not hold: the exhibit is a page only if it can be drawn.
      if (findings.pages !== null)
        await (await import('./image/page-image.ts')).drawPageImage({ bytes, mediaType: detected.mediaType, page: 1, width: 64 });
      return findings;
    }
  }
}
