const LONGEST = 120;
/** Systems count the bytes of a name, and allow this many. */
const MOST_BYTES = 255;

/**
 * A foreign name as far as every system can store it: no folder, nothing unseen, nothing a system reserves, and not hidden. Of a
 * long one the end, where its kind stands. `before` is what will stand in front of it.
 */
export function safeFileName(name: string, before = ''): string {
  const safe = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\\/:*?"<>|]/gu, '_')
    .replace(/^\.+/, '_')
    .replace(/[\s.]+$/, '')
    .trim();
  return endOf(safe, MOST_BYTES - bytesOf(before)) || 'original';
}

/** The last characters that fit. */
function endOf(text: string, room: number): string {
  const characters = [...text].slice(-LONGEST);
  let bytes = bytesOf(characters.join(''));
  let from = 0;
  for (; bytes > room; from += 1) bytes -= bytesOf(characters[from] ?? '');
  return characters.slice(from).join('').trimStart();
}

/** In UTF-8, as a disk counts a name; half a pair of surrogates becomes the three bytes of U+FFFD. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
