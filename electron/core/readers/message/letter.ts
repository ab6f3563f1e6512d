import type { Fact, Facts } from '../../../../shared/model/fact.ts';
import type { MetadataField } from '../../../../shared/model/exhibit.ts';
import type { Part } from '../findings/bounds.ts';
import { joinNotes, note, sentence } from '../findings/sentence.ts';
import { htmlToText } from '../text/html-text.ts';
import { type Decoded, decodeDeclared, decodeRaw, decodeWords } from './charset.ts';
import { type Entity, LEVELS, takeApart } from './entity.ts';
import { fieldOf } from './header.ts';
import { undoTransfer } from './transfer.ts';

/** One of the texts of a message. */
interface Body {
  /** In the words of a person, or a media type. */
  readonly form: string;
  readonly text: string;
}

export interface Letter {
  readonly fields: readonly MetadataField[];
  readonly decoded: readonly MetadataField[];
  readonly bodies: readonly Body[];
  readonly attachments: readonly Part[];
  readonly notes: Facts;
  /** What hides its text, where something does. */
  readonly encrypted: string;
}

/** What is met while a message is gone through. */
interface Finds {
  readonly attachments: Part[];
  readonly notes: Fact[];
  charset: string;
  shown: number;
  tooDeep: number;
  encrypted: string;
}

/** Reads one message. Every word of it is in a body or a field, in an attachment by name, or in a number of the notes. */
export function readLetter(bytes: Buffer): Letter {
  const entity = takeApart(bytes);
  const finds: Finds = { attachments: [], notes: [], charset: charsetOf(entity), shown: 0, tooDeep: 0, encrypted: '' };
  const bodies = bodiesOf(entity, finds, 'whole').filter(({ text }) => text.trim() !== '');
  if (bodies.some(({ text }) => text.trimStart().startsWith('-----BEGIN PGP MESSAGE-----'))) finds.encrypted ||= 'OpenPGP';
  const header = listHeader(entity, finds);
  if (bodies.some(({ form }) => form === sentence('mark-web-page'))) finds.notes.push(...note('message-html'));
  const notes = joinNotes(
    finds.encrypted === '' ? [] : note('message-encrypted', { kind: finds.encrypted }),
    finds.notes,
    finds.shown === 0 ? [] : note('bytes-shown', { count: finds.shown }),
    finds.tooDeep === 0 ? [] : note('message-deep', { count: finds.tooDeep, levels: LEVELS }),
  );
  return { ...header, bodies, attachments: finds.attachments, notes, encrypted: finds.encrypted };
}

function bodiesOf(entity: Entity, finds: Finds, place: 'whole' | 'part' | 'alternative'): readonly Body[] {
  noteEncryption(entity, finds);
  if (entity.type.value.startsWith('multipart/')) return bodiesOfParts(entity, finds);
  if (isAttachment(entity, place)) {
    finds.attachments.push(attachmentOf(entity, finds));
    return [];
  }
  const { bytes, beside } = undoTransfer(entity.body, fieldOf(entity.fields, 'content-transfer-encoding'));
  const web = /^text\/(x-amp-)?html$/.test(entity.type.value);
  const text = keep(decodeDeclared(bytes, entity.type.parameters.get('charset') ?? ''), entity, finds);
  const plain = entity.type.value === '' || entity.type.value === 'text/plain' || !entity.type.value.includes('/');
  const form = web ? sentence('mark-web-page') : plain ? sentence('mark-plain-text') : entity.type.value;
  return [{ form, text: web ? htmlToText(text) : text }, ...besides(beside, finds)];
}

function bodiesOfParts(entity: Entity, finds: Finds): readonly Body[] {
  if (entity.tooDeep) {
    finds.tooDeep += 1;
    finds.attachments.push({ name: '', mediaType: entity.type.value, bytes: entity.body.length });
    return [];
  }
  if (entity.borderless && entity.body.length > 0) finds.notes.push(...note('message-border'));
  if (entity.parts.length === 0 && entity.outside.length === 0) return besides(entity.body, finds, sentence('mark-plain-text'));
  const [before, ...after] = entity.outside;
  const alternative = entity.type.value === 'multipart/alternative';
  const parts = entity.parts.map((part) => bodiesOf(part, finds, alternative ? 'alternative' : 'part'));
  const kept = alternative ? withoutCopies(parts, finds) : parts.flat();
  return [...besides(before ?? Buffer.alloc(0), finds), ...kept, ...after.flatMap((one) => besides(one, finds))];
}

/** Alternatives that say the same are shown once; those that differ, each. */
function withoutCopies(alternatives: readonly (readonly Body[])[], finds: Finds): readonly Body[] {
  const kept: Body[] = [];
  const said = new Set<string>();
  for (const bodies of alternatives) {
    const words = bodies
      .map(({ text }) => wordsOf(text))
      .join(' ')
      .trim();
    if (words === '') continue;
    if (said.has(words)) finds.notes.push(...note('message-same'));
    else kept.push(...bodies);
    said.add(words);
  }
  if (said.size > 1) finds.notes.push(...note('message-differ'));
  return kept;
}

function wordsOf(text: string): string {
  return (text.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}

function besides(bytes: Buffer, finds: Finds, form = sentence('mark-beside')): readonly Body[] {
  if (bytes.length === 0) return [];
  const decoded = decodeDeclared(bytes, finds.charset);
  finds.shown += decoded.bytes;
  return decoded.text.trim() === '' ? [] : [{ form, text: decoded.text }];
}

function keep(decoded: Decoded, entity: Entity, finds: Finds): string {
  finds.shown += decoded.bytes;
  if (decoded.contradicted) {
    const declared = entity.type.parameters.get('charset') ?? '';
    finds.notes.push(...note('message-charset', { declared, encoding: decoded.encoding }));
  }
  if (decoded.other !== null) finds.notes.push(...note('encoding-assumed', { encoding: decoded.encoding, other: decoded.other }));
  return decoded.text;
}

const WRITTEN = /^(text\/.*|message\/(delivery-status|disposition-notification|feedback-report)|[^/]*)$/;

/** A text with a name of its own is a file somebody enclosed; the sender's own words have none. */
function isAttachment(entity: Entity, place: 'whole' | 'part' | 'alternative'): boolean {
  if (!WRITTEN.test(entity.type.value) || entity.disposition.value === 'attachment') return true;
  if (place === 'whole') return false;
  const filed = entity.disposition.parameters.has('filename') || entity.disposition.parameters.has('filename*');
  return filed || (place === 'part' && (entity.type.parameters.has('name') || entity.type.parameters.has('name*')));
}

function attachmentOf(entity: Entity, finds: Finds): Part {
  const { bytes } = undoTransfer(entity.body, fieldOf(entity.fields, 'content-transfer-encoding'));
  return { name: nameOf(entity, bytes, finds), mediaType: entity.type.value || 'text/plain', bytes: bytes.length };
}

function nameOf(entity: Entity, bytes: Buffer, finds: Finds): string {
  for (const [parameters, name] of [
    [entity.disposition.parameters, 'filename'],
    [entity.type.parameters, 'name'],
  ] as const) {
    const long = parameters.get(`${name}*`);
    if (long !== undefined) {
      const quote = long.indexOf("'");
      return decodeDeclared(Buffer.from(long.slice(quote + 1), 'latin1'), long.slice(0, quote)).text;
    }
    const short = parameters.get(name);
    if (short !== undefined) return decodeWords(decodeRaw(short, finds.charset).text);
  }
  if (entity.type.value !== 'message/rfc822') return '';
  return decodeWords(decodeRaw(fieldOf(takeApart(bytes, 'message', LEVELS).fields, 'subject'), finds.charset).text);
}

function noteEncryption(entity: Entity, finds: Finds): void {
  const { value, parameters } = entity.type;
  if (value === 'multipart/encrypted')
    finds.encrypted ||= /pgp/i.test(parameters.get('protocol') ?? 'pgp') ? 'OpenPGP' : (parameters.get('protocol') ?? '');
  if (!/^application\/(x-)?pkcs7-mime$/.test(value)) return;
  const kind = (parameters.get('smime-type') ?? 'enveloped-data').toLowerCase();
  if (kind === 'enveloped-data' || kind === 'authenveloped-data') finds.encrypted ||= 'S/MIME';
  else finds.notes.push(...note('message-enveloped'));
}

/** Every field as it stands; where one is encoded, or its bytes say no encoding, the readable form beside it. */
function listHeader(entity: Entity, finds: Finds): Pick<Letter, 'fields' | 'decoded'> {
  const fields: MetadataField[] = [];
  const decoded: MetadataField[] = [];
  for (const { name, raw } of entity.fields) {
    const read = decodeRaw(raw, finds.charset);
    if (read.encoding !== 'UTF-8') finds.notes.push(...note('message-header-bytes', { encoding: read.encoding }));
    if (read.other !== null) finds.notes.push(...note('encoding-assumed', { encoding: read.encoding, other: read.other }));
    finds.shown += read.bytes;
    fields.push({ name: name === '' ? '?' : name, value: read.text });
    const words = decodeWords(read.text);
    if (words !== read.text) decoded.push({ name: `${name} (decoded)`, value: words });
  }
  return { fields, decoded };
}

/** The first charset that any part states. */
function charsetOf(entity: Entity): string {
  const own = entity.type.parameters.get('charset') ?? '';
  if (own !== '' && !/^(us-)?ascii$/i.test(own)) return own;
  for (const part of entity.parts) {
    const found = charsetOf(part);
    if (found !== '') return found;
  }
  return '';
}
