import { unzipSync } from 'fflate';
import { UnreadableError } from '../findings/sentence.ts';

export interface ZipListing {
  readonly name: string;
  /** Size the archive's directory claims. */
  readonly bytes: number;
}

export interface OpenZip {
  readonly entries: readonly ZipListing[];
  /** Inflates the named entries; what is not there is left out. Throws UnreadableError when they claim more than the bound. */
  read(names: (name: string) => boolean): ReadonlyMap<string, Uint8Array>;
}

/** Bounds for what is inflated: an archive of a few kilobytes can claim terabytes. */
const ENTRIES = 20_000;
const MEBIBYTE = 1024 * 1024;
const INFLATED_MEBIBYTES = 96;

/**
 * Opens a ZIP archive in memory. Sizes are added up from the directory before a byte is inflated, and the inflater is given
 * exactly the claimed room: an entry that lies about its size is cut there.
 */
export function openZip(bytes: Uint8Array): OpenZip {
  const locked = zipEncryption(bytes);
  if (locked !== '') throw new UnreadableError('archive-encrypted', { kind: locked });
  const entries: ZipListing[] = [];
  unzip(bytes, (name, size) => {
    if (entries.length >= ENTRIES) throw new UnreadableError('document-damaged');
    entries.push({ name, bytes: size });
    return false;
  });
  let total = 0;
  return {
    entries,
    read(wanted) {
      const seen = new Set<string>();
      const found = unzip(bytes, (name, size) => {
        // A name that stands twice is read once: two readers must not see two documents.
        if (!wanted(name) || seen.has(name)) return false;
        seen.add(name);
        total += size;
        if (total > INFLATED_MEBIBYTES * MEBIBYTE) throw new UnreadableError('document-bomb', { megabytes: INFLATED_MEBIBYTES });
        return true;
      });
      return new Map(Object.entries(found));
    },
  };
}

function unzip(bytes: Uint8Array, filter: (name: string, size: number) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: (entry) => filter(entry.name, entry.originalSize) });
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError('document-damaged');
  }
}

/** How an archive's entries are encrypted; empty where none is. The directory says it before anything is opened. */
export function zipEncryption(bytes: Uint8Array): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > view.length) return '';
  let at = view.readUInt32LE(end + 16);
  for (let entry = 0; entry < ENTRIES && at + 46 <= view.length && view.readUInt32LE(at) === 0x02014b50; entry++) {
    const flags = view.readUInt16LE(at + 8);
    if ((flags & 1) === 1) return view.readUInt16LE(at + 10) === 99 ? 'AES' : (flags & 0x40) === 0 ? 'ZipCrypto' : 'PKWARE';
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return '';
}
