/** Titles of a great many events in one buffer of UTF-8, a tenth of what as many strings would weigh. */
export interface TitleStore {
  /** Where the title begins; its length in bytes is `lengthOf`. */
  add(title: string): number;
  lengthOf(start: number): number;
  read(start: number): string;
  /** Gives back the room kept for growing. */
  trim(): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Two bytes before each title hold its length. */
const PREFIX = 2;
const MOST_LATELY = 4096;

export function createTitleStore(): TitleStore {
  let bytes = new Uint8Array(4096);
  let used = 0;
  // A door log says the same few things a million times: what was said lately is not written down again.
  let lately = new Map<string, number>();
  const lengthOf = (start: number): number => (bytes[start - 2] as number) + (bytes[start - 1] as number) * 256;
  return {
    add(title) {
      const known = lately.get(title);
      if (known !== undefined) return known;
      // UTF-8 takes at most three bytes for one unit of UTF-16.
      const needed = used + PREFIX + title.length * 3;
      if (needed > bytes.length) bytes = grown(bytes, used, Math.max(needed, Math.ceil(bytes.length * 1.5)));
      const start = used + PREFIX;
      const { written } = encoder.encodeInto(title, bytes.subarray(start));
      bytes[start - 2] = written % 256;
      bytes[start - 1] = Math.floor(written / 256);
      used = start + written;
      if (lately.size === MOST_LATELY) lately = new Map();
      lately.set(title, start);
      return start;
    },
    lengthOf,
    read: (start) => readText(bytes, start, lengthOf(start)),
    trim() {
      lately = new Map();
      bytes = grown(bytes, used, used + 4096);
    },
  };
}

function readText(bytes: Uint8Array, start: number, length: number): string {
  // Most titles of logs are short and plain: for them this is faster than the decoder.
  if (length > 96) return decoder.decode(bytes.subarray(start, start + length));
  let text = '';
  for (let index = start; index < start + length; index += 1) {
    const code = bytes[index] as number;
    if (code > 127) return decoder.decode(bytes.subarray(start, start + length));
    text += String.fromCharCode(code);
  }
  return text;
}

function grown(bytes: Uint8Array, used: number, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(size);
  larger.set(bytes.subarray(0, used));
  return larger;
}
