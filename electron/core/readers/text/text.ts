import type { Facts } from '../../../../shared/model/fact.ts';
import { collectPassages, TEXT_BOUNDS } from '../findings/bounds.ts';
import type { Findings } from '../findings/findings.ts';
import { joinNotes, note } from '../findings/sentence.ts';
import { type ByteTally, decodeText } from './decode-text.ts';
import { findEncoding, type FoundEncoding } from './text-encoding.ts';

/** Plain text of any kind (notes, logs, CSV, JSON, chat exports): one passage per line, place `line=N`. Empty lines are counted, not kept. */
export function readText(bytes: Uint8Array): Findings {
  const encoding = findEncoding(bytes);
  const collector = collectPassages();
  let lines = 0;
  const endLine = (line: string, length: number): void => {
    lines += 1;
    if (line.trim() !== '') collector.add(`line=${lines}`, line, length);
  };
  let held = '';
  let heldLength = 0;
  let afterReturn = false;
  const tally: ByteTally = { bytes: 0 };
  for (const piece of decodeText(bytes.subarray(encoding.mark), encoding.name, tally)) {
    let from = 0;
    // CR LF torn apart by a piece's border is still one line end.
    if (afterReturn && piece.startsWith('\n')) from = 1;
    if (piece !== '') afterReturn = piece.endsWith('\r');
    for (const end of piece.matchAll(/\r\n|\n|\r/g)) {
      if (end.index < from) continue;
      const length = heldLength + end.index - from;
      endLine(held + piece.slice(from, Math.min(end.index, from + TEXT_BOUNDS.charactersInPassage + 1)), length);
      held = '';
      heldLength = 0;
      from = end.index + end[0].length;
    }
    heldLength += piece.length - from;
    const wanted = TEXT_BOUNDS.charactersInPassage + 1 - held.length;
    if (wanted > 0) held += piece.slice(from, from + wanted);
  }
  if (heldLength > 0) endLine(held, heldLength);
  const metadata = [
    { name: 'Encoding', value: encoding.name + (encoding.mark > 0 ? ', byte order mark' : '') },
    { name: 'Lines', value: String(lines) },
  ];
  const notes = joinNotes(noteEncoding(encoding), noteBytes(tally), collector.note());
  return { status: 'read', notes, pages: null, passages: collector.passages, metadata, parts: [] };
}

/** Which encoding was assumed where another is about as plausible; none where there is no question. */
export function noteEncoding({ name, other }: Pick<FoundEncoding, 'name' | 'other'>): Facts {
  return other === null ? [] : note('encoding-assumed', { encoding: name, other });
}

export function noteBytes({ bytes }: ByteTally): Facts {
  return bytes === 0 ? [] : note('bytes-shown', { count: bytes });
}
