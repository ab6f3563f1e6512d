import { isUtf8 } from 'node:buffer';
import { type ByteTally, decodeWhole } from '../text/decode-text.ts';
import { encodingOfLabel } from '../text/encodings.ts';
import { findEncoding } from '../text/text-encoding.ts';

/** How bytes of a message became text. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** Another encoding that is about as plausible, where nothing said which it is. */
  readonly other: string | null;
  /** The message says another encoding, which its bytes do not fit. */
  readonly contradicted: boolean;
  /** Bytes shown as their values. */
  readonly bytes: number;
}

/** Decodes by the charset that is declared when the bytes fit it; else by what is plausible. */
export function decodeDeclared(bytes: Buffer, charset: string): Decoded {
  if (/^(x-)?(unicode-1-1-)?utf-7$/i.test(charset)) return exactly(Buffer.from(decodeUtf7(bytes.toString('latin1'))), 'UTF-8', false);
  const declared = charset === '' || /^(us-)?ascii$/i.test(charset) ? undefined : encodingOfLabel(charset);
  const ascii = bytes.every((byte) => byte < 0x80);
  if (declared === undefined) return ascii ? exactly(bytes, 'UTF-8', false) : plausibly(bytes, false);
  const as = exactly(bytes, declared, false);
  if (ascii && !declared.startsWith('UTF-16')) return as;
  // A set of single bytes fits anything, UTF-8 hardly ever by chance.
  if (SINGLE.test(declared) && isUtf8(bytes)) return exactly(bytes, 'UTF-8', true);
  if (as.bytes === 0) return as;
  const other = plausibly(bytes, true);
  return other.bytes < as.bytes ? other : as;
}

/** Header bytes that nothing declares: UTF-8 where they are, else as the message writes, else what is plausible. */
export function decodeRaw(raw: string, charset: string): Decoded {
  const bytes = Buffer.from(raw, 'latin1');
  if (isUtf8(bytes)) return exactly(bytes, 'UTF-8', false);
  const declared = charset === '' ? undefined : encodingOfLabel(charset);
  if (declared !== undefined && declared !== 'UTF-8') {
    const as = exactly(bytes, declared, false);
    if (as.bytes === 0) return as;
  }
  return plausibly(bytes, false);
}

const SINGLE = /^(windows|iso-8859|macintosh|x-mac|koi8|ibm)/i;

function exactly(bytes: Buffer, encoding: string, contradicted: boolean): Decoded {
  const tally: ByteTally = { bytes: 0 };
  return { text: decodeWhole(bytes, encoding, tally), encoding, other: null, contradicted, bytes: tally.bytes };
}

function plausibly(bytes: Buffer, contradicted: boolean): Decoded {
  const found = findEncoding(bytes);
  return { ...exactly(bytes.subarray(found.mark), found.name, contradicted), other: found.other };
}

/** Words in RFC 2047's encoding, readable; neighbours of one charset are put together first, for a character may be torn between them. */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  let said = '';
  let from = 0;
  let charset = '';
  let held: Buffer[] = [];
  const flush = (): void => {
    if (held.length > 0) said += decodeDeclared(Buffer.concat(held), charset).text;
    held = [];
  };
  for (const word of text.matchAll(/=\?([^?\s*]{1,80})(?:\*[^?\s]{0,80})?\?([bq])\?([^?]*)\?=/gi)) {
    const between = text.slice(from, word.index);
    const [, named = '', kind = '', content = ''] = word;
    if (held.length === 0 || between.trim() !== '') {
      flush();
      said += between;
    } else if (charset !== named.toLowerCase()) flush();
    charset = named.toLowerCase();
    held.push(/b/i.test(kind) ? Buffer.from(content, 'base64') : wordBytes(content));
    from = word.index + word[0].length;
  }
  flush();
  return said + text.slice(from);
}

function wordBytes(content: string): Buffer {
  const plain = content
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, /[^\u0000-\u00ff]/.test(plain) ? 'utf8' : 'latin1');
}

function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_whole, letters: string) =>
    letters === ''
      ? '+'
      : Buffer.from(letters, 'base64')
          .subarray(0, Math.floor((letters.length * 3) / 8) * 2)
          .swap16()
          .toString('utf16le'),
  );
}
