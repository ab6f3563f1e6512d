const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Bytes of a text in an encoding that JavaScript can only decode: found by asking what each byte, pair and triple means. */
export function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding === 'UTF-8') return new Uint8Array(Buffer.from(text));
  if (encoding === 'UTF-16LE') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (encoding === 'UTF-16BE') return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
  const table = tables.get(encoding) ?? askAll(encoding);
  tables.set(encoding, table);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

function askAll(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding.toLowerCase());
  const table = new Map<string, readonly number[]>();
  const ask = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0; first < 256; first++) ask([first]);
  for (let first = 0x81; first < 256; first++) for (let second = 0x40; second < 256; second++) ask([first, second]);
  return table;
}
