import type { Facts } from '../../../shared/model/fact.ts';
import { type Format, formatOf, formatOfText, formats, keepsPromise } from '../../../shared/model/format.ts';
import { looksLikeMailbox, looksLikeMessage } from './message/message-shape.ts';
import type { Detected, Original } from '../tasks/exhibit.ts';
import { note } from './findings/sentence.ts';
import { looksLikeText } from './text/text-encoding.ts';

type Family = Pick<Detected, 'format' | 'kind' | 'mediaType'>;

/** Tells a format by its content. A name decides only what no content can show: which kind of plain text it is. */
export async function detect(original: Original): Promise<Detected> {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(original.fileName)?.[1]?.toLowerCase() ?? '';
  const family = await detectFamily(original, ending);
  return { ...family, mismatch: describeMismatch(ending, family) };
}

async function detectFamily(original: Original, ending: string): Promise<Family> {
  const head = original.slices[0]?.bytes ?? new Uint8Array();
  if (original.total === 0) return familyOf(formats.empty);
  const { fileTypeFromBuffer } = await import('file-type');
  // Sniffing looks inside archives; what fails there is simply not recognised.
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const text = looksLikeText(head);
  const sniffed = found && formatOf(typeOf(found.mime));
  if (found && sniffed && !found.mime.endsWith('/xml') && !(text && sniffed.weak)) return familyOf(sniffed, typeOf(found.mime));
  // Before the question whether it is text: an attachment may travel in a message as it is.
  if (looksLikeMessage(head, /^(eml|emlx|mbox|mht|mhtml)$/.test(ending))) {
    return familyOf(looksLikeMailbox(head, ending === 'mbox') ? formats.mailbox : formats.message);
  }
  // Programs open a PDF whose mark stands anywhere in its first kilobyte; so does whoever hides one.
  const marked = Buffer.from(head.subarray(0, 1024)).includes('%PDF-');
  if (marked && (!text || ending === 'pdf')) return familyOf(formats.pdf);
  return familyOf(text ? formatOfText(ending) : formats.unknown);
}

/** Of a format that is several alike, the media type as it was found. */
function familyOf({ reader, kind, mediaType }: Format, found = ''): Family {
  return { format: reader, kind, mediaType: typeof mediaType === 'string' ? mediaType : found };
}

function typeOf(mime: string): string {
  return mime.split(';')[0] as string;
}

function describeMismatch(ending: string, family: Family): Facts {
  if (family.format === 'empty' || keepsPromise(ending, family.mediaType) !== false) return [];
  // Some programs save an e-mail under .txt; that is a text all the same.
  if (family.format === 'message' && keepsPromise(ending, formats.text.mediaType) === true) return [];
  return family.mediaType === formats.unknown.mediaType
    ? note('mismatch-unrecognised', { extension: ending })
    : note('mismatch', { extension: ending, mediaType: family.mediaType });
}
