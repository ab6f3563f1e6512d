/** A body as it was before it was encoded for its way, and what stands beside the encoding, which some list servers append. */
export interface Carried {
  readonly bytes: Buffer;
  readonly beside: Buffer;
}

const NOTHING = Buffer.alloc(0);

export function undoTransfer(body: Buffer, encoding: string): Carried {
  const name = encoding
    .replace(/\([^()]*\)/g, '')
    .trim()
    .toLowerCase();
  if (name === 'base64') return fromBase64(body);
  if (name === 'quoted-printable') return { bytes: fromQuotedPrintable(body), beside: NOTHING };
  return { bytes: body, beside: NOTHING };
}

function fromQuotedPrintable(body: Buffer): Buffer {
  const text = body
    .toString('latin1')
    .replace(/=[ \t]{0,80}\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}

function fromBase64(body: Buffer): Carried {
  const lines = body.toString('latin1').split(/\r\n|\n|\r/);
  const [inside, beside] = [[] as string[], [] as string[]];
  for (const line of lines) (/^[A-Za-z0-9+/=\t ]*$/.test(line) && !isProse(line) ? inside : beside).push(line);
  // Said to be encoded, and is not.
  if (inside.every((line) => line.trim() === '')) return { bytes: body, beside: NOTHING };
  // What stands behind a padding is encoded anew.
  const pieces = inside.join('').replace(/[\t ]/g, '').split(/=+/);
  return { bytes: Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64'))), beside: Buffer.from(beside.join('\n'), 'latin1') };
}

/** Words with spaces between them are no base64, whatever letters they are made of. */
function isProse(line: string): boolean {
  return /[A-Za-z] +[A-Za-z]/.test(line.trim());
}
