import PostalMime, { type Address, type Email } from 'postal-mime';
import type { MetadataField } from '../../../../shared/model/exhibit.ts';
import { boundParts, collectPassages } from '../findings/bounds.ts';
import { htmlToText } from '../text/html-text.ts';
import type { Findings } from '../findings/findings.ts';
import { joinNotes, sentence, UnreadableError } from '../findings/sentence.ts';

const NESTING = 32;

/**
 * An e-mail: every header as it stands (the sender's own Date with its offset, every Received), the body by paragraph
 * (place `paragraph=N`), and each attachment, enclosed messages included, as a named part that is not opened.
 */
export async function readMessage(bytes: Uint8Array): Promise<Findings> {
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, { maxNestingDepth: NESTING, forceRfc822Attachments: true });
  } catch (error) {
    throw new UnreadableError('message-damaged', { problem: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
  const collector = collectPassages();
  const fromHtml = (email.text ?? '').trim() === '' && (email.html ?? '') !== '';
  const body = fromHtml ? htmlToText(email.html ?? '') : (email.text ?? '');
  let number = 0;
  for (const paragraph of body.split(/\r?\n(?:[ \t]*\r?\n)+/)) {
    if (paragraph.trim() === '') continue;
    number += 1;
    collector.add(`paragraph=${number}`, paragraph.replace(/\r\n/g, '\n').replace(/^\n+|\s+$/g, ''));
  }
  const inside = boundParts(
    email.attachments.map((attachment) => ({
      name: attachment.filename ?? '',
      mediaType: attachment.mimeType,
      bytes: sizeOf(attachment.content),
    })),
  );
  const note = joinNotes(fromHtml ? sentence('message-html') : '', collector.note(), inside.note);
  return { status: 'read', note, pages: null, passages: collector.passages, metadata: listHeaders(email), parts: inside.parts };
}

/** Raw field bodies, unfolded; where a field is encoded (RFC 2047) the readable form follows beside it. */
function listHeaders(email: Email): readonly MetadataField[] {
  const fields: MetadataField[] = [];
  for (const [index, { line }] of email.headerLines.entries()) {
    const colon = line.indexOf(':');
    const name = email.headers[index]?.originalKey ?? line.slice(0, Math.max(0, colon));
    fields.push({ name, value: line.slice(colon + 1).trim() });
  }
  if (email.subject !== undefined && !fields.some((field) => field.value === email.subject))
    fields.unshift({ name: 'Subject (decoded)', value: email.subject });
  const raw = fields.map((field) => field.value);
  for (const [name, addresses] of [
    ['Bcc', email.bcc],
    ['Cc', email.cc],
    ['To', email.to],
    ['Sender', email.sender && [email.sender]],
    ['From', email.from && [email.from]],
  ] as const) {
    const encoded = addresses?.some((one) => one.name !== '' && !raw.some((value) => value.includes(one.name)));
    if (addresses && encoded) fields.unshift({ name: `${name} (decoded)`, value: addresses.map(nameAddress).join(', ') });
  }
  return fields;
}

function nameAddress(one: Address): string {
  if (one.group) return `${one.name}: ${one.group.map(nameAddress).join(', ')};`;
  return one.name === '' ? one.address : `${one.name} <${one.address}>`;
}

function sizeOf(content: ArrayBuffer | Uint8Array | string): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
}
