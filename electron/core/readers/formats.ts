import { LARGEST_READ } from '../../../shared/model/exhibit.ts';
import type { ReaderName } from '../../../shared/model/format.ts';
import type { Original } from '../tasks/exhibit.ts';
import { type Findings, minimal, wholeBytes } from './findings/findings.ts';
import { note } from './findings/sentence.ts';

type Reader = (original: Original, mediaType: string) => Promise<Findings>;

/** The reader of each name in `shared/model/format.ts`; its library is loaded when the first original asks for it. */
export const readers: Readonly<Record<ReaderName, Reader>> = {
  empty: async () => minimal(note('empty')),
  text: whole(async (bytes) => (await import('./text/text.ts')).readText(bytes)),
  pdf: whole(async (bytes) => (await import('./pdf/pdf.ts')).readPdf(bytes)),
  docx: whole(async (bytes) => (await import('./word/docx.ts')).readDocx(bytes)),
  message: whole(async (bytes) => (await import('./message/message.ts')).readMessage(bytes)),
  image: whole(async (bytes, mediaType) => {
    const findings = (await import('./image/image.ts')).readImage(bytes, mediaType);
    // A header may promise what the pixels do not hold: the exhibit is a page only if it can be drawn.
    if (findings.pages !== null) await (await import('./image/page-image.ts')).drawPageImage({ bytes, mediaType, page: 1, width: 64 });
    return findings;
  }),
  film: async (original, mediaType) => (await import('./film/film.ts')).readFilm(original, mediaType),
  other: async (original, mediaType) => {
    const bytes = wholeBytes(original);
    const kind = bytes ? (await import('./word/encryption.ts')).encryptionOf(bytes, mediaType) : '';
    return minimal(kind === '' ? note('format-unknown') : note('file-encrypted', { kind }));
  },
  unknown: async () => minimal(note('format-unknown')),
};

/** What is read as a whole, and is only recorded where it is too large to be handed over so. */
function whole(read: (bytes: Uint8Array, mediaType: string) => Promise<Findings>): Reader {
  return (original, mediaType) => {
    const bytes = wholeBytes(original);
    return bytes ? read(bytes, mediaType) : Promise.resolve(minimal(note('too-large', { megabytes: LARGEST_READ / 1024 / 1024 })));
  };
}
