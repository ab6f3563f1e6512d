const START = Buffer.from('From ');
const INNER = Buffer.from('\nFrom ');

/** The letters of a mailbox: each begins at a line "From …" after an empty line, or with a date in it, and before a field. */
export function splitMailbox(bytes: Uint8Array): readonly Buffer[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, START.length).equals(START)) return [buffer];
  const starts = [0];
  for (let at = buffer.indexOf(INNER); at >= 0; at = buffer.indexOf(INNER, at + INNER.length)) {
    if (beginsLetter(buffer, at)) starts.push(at + 1);
  }
  return starts.map((start, index) => buffer.subarray(start, starts[index + 1] ?? buffer.length));
}

function beginsLetter(buffer: Buffer, newline: number): boolean {
  const end = buffer.indexOf(0x0a, newline + 1);
  if (end < 0 || end - newline > 1000) return false;
  const next = buffer.toString('latin1', end + 1, end + 80);
  if (!/^([!-9;-~]+[ \t]*:|>From )/.test(next)) return false;
  const before = buffer[newline - 1] === 0x0d ? buffer[newline - 2] : buffer[newline - 1];
  return before === 0x0a || /\d\d:\d\d.*\d{4}/.test(buffer.toString('latin1', newline + 1, end));
}
