const KNOWN = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'received',
  'return-path',
  'content-type',
  'content-transfer-encoding',
  'reply-to',
  'in-reply-to',
  'references',
  'delivered-to',
  'sender',
  'x-unsent',
  'x-mailer',
]);
/** Fields by which a message has somebody it is from or for. */
const PARTIES = ['from', 'to', 'cc', 'bcc', 'received', 'message-id', 'delivered-to', 'return-path', 'x-unsent'];
const LOOKED_AT = 65_536;

/**
 * Whether bytes begin with the header of an internet message (RFC 5322): three known fields, one of them a party, and a field on
 * every line; under the name of a message, two. A draft has neither sender nor date.
 */
export function looksLikeMessage(bytes: Uint8Array, named = false): boolean {
  const head = headOf(withoutFrame(bytes)).replace(/^\u00ef\u00bb\u00bf/, '');
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const lines = head.slice(0, end).split(/\r?\n/);
  const known = new Set<string>();
  let strange = 0;
  for (const [index, line] of lines.entries()) {
    if (/^[ \t]/.test(line)) {
      if (index === 0) return false;
      continue;
    }
    const name = /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1]?.toLowerCase();
    if (name !== undefined && KNOWN.has(name)) known.add(name);
    // A mailbox's leading "From " line, or the ragged end of what was looked at, is no field and no fault.
    const allowed = (index === 0 && line.startsWith('From ')) || (index === lines.length - 1 && end === head.length);
    if (name === undefined && !allowed) strange += 1;
  }
  if (strange > 0 && !(named && known.size >= 3)) return false;
  return known.size >= (named ? 2 : 3) && (named || PARTIES.some((name) => known.has(name)));
}

/** Whether bytes are a mailbox: letters one after the other, each behind a line that begins "From ". */
export function looksLikeMailbox(bytes: Uint8Array, named: boolean): boolean {
  if (!headOf(bytes).startsWith('From ')) return false;
  return named || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('\nFrom ');
}

/** The message in a file that begins with its length and ends with what a mail program knows of it (.emlx); any other as it is. */
export function withoutFrame(bytes: Uint8Array): Uint8Array {
  const first = /^(\d{1,10})[ \t]{0,20}\r?\n/.exec(headOf(bytes.subarray(0, 40)));
  if (!first) return bytes;
  const start = first[0].length;
  const length = Number(first[1]);
  return start + length <= bytes.byteLength ? bytes.subarray(start, start + length) : bytes;
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LOOKED_AT)).toString('latin1');
}
