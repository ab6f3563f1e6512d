import Store from 'electron-store';

/** The small JSON file in the user's own folder that outlives a start: preferences, known vaults, the window's size. */
export interface StoredFile {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

/** Written whole and atomically, readable by its owner alone. A file that is no longer JSON means a first start: preferences are not evidence. */
export function openStoredFile(): StoredFile {
  return new Store<Record<string, unknown>>({ name: 'preferences', clearInvalidConfig: true, configFileMode: 0o600 });
}
