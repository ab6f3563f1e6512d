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
  'reply-to',
  'delivered-to',
  'sender',
]);

/** Whether bytes begin with the header of an internet message (RFC 5322): three known fields, and a field on every line. */
export function looksLikeMessage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65_536)).toString('latin1');
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const lines = head
    .slice(0, end)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .split(/\r?\n/);
  const known = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (/^[ \t]/.test(line)) {
      if (index === 0) return false;
      continue;
    }
    const name = /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) {
      // A mailbox's leading "From " line, or the ragged end of what was looked at.
      if ((index === 0 && line.startsWith('From ')) || (index === lines.length - 1 && end === head.length)) continue;
      return false;
    }
    if (KNOWN.has(name)) known.add(name);
  }
  return known.size >= 3 && (known.has('from') || known.has('received') || known.has('message-id'));
}
