import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The small JSON file in the user's own folder that outlives a start: preferences, known vaults, the window's size. Written
 * whole and atomically. Our own thirty lines, because it is read before the window is drawn: the electron-store package with
 * its schema compiler took 60 ms of a start of 450.
 */
export class StoredFile {
  readonly #path: string;
  #content: Readonly<Record<string, unknown>>;

  constructor(path: string) {
    this.#path = path;
    this.#content = readObject(path);
  }

  get(name: string): unknown {
    return this.#content[name];
  }

  set(name: string, value: unknown): void {
    this.#content = { ...this.#content, [name]: value };
    mkdirSync(dirname(this.#path), { recursive: true });
    const pending = `${this.#path}.pending`;
    const file = openSync(pending, 'w', 0o600);
    try {
      writeSync(file, JSON.stringify(this.#content, null, 2));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(pending, this.#path);
  }
}

/** A file that is missing or no longer JSON means a first start: preferences are not evidence. */
function readObject(path: string): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof content === 'object' && content !== null && !Array.isArray(content) ? (content as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
