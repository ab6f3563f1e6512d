import { randomUUID } from 'node:crypto';
import Store from 'electron-store';
import type { Preferences } from '../../shared/contract/desk.ts';
import { preferences as preferencesSchema } from '../../shared/contract/desk.ts';
import { ledgerHead, type LedgerHead } from '../../shared/model/ledger.ts';

/** A vault this computer has opened. What stands here is in its public header or in its ledger heads; never content of a case. */
export interface RememberedVault {
  readonly key: string;
  readonly folder: string;
  readonly name: string;
  readonly users: readonly string[];
  /** The heads last seen, against which the next opening is held: a vault put back to an older state is found out. */
  readonly heads: readonly LedgerHead[];
}

interface Stored {
  readonly preferences: Preferences;
  readonly vaults: readonly RememberedVault[];
  readonly window: { readonly width: number; readonly height: number; readonly maximized: boolean };
}

const defaults: Stored = {
  preferences: { language: 'system', theme: 'system', density: 'dense', lockAfterMinutes: 15 },
  vaults: [],
  window: { width: 1440, height: 900, maximized: false },
};

/** What the desktop remembers between starts, in the user's own folder. */
export class PreferenceStore {
  readonly #store = new Store<Stored>({ name: 'preferences', defaults, clearInvalidConfig: true });

  get(): Preferences {
    const parsed = preferencesSchema.safeParse(this.#store.get('preferences'));
    return parsed.success ? parsed.data : defaults.preferences;
  }

  set(change: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }): Preferences {
    const next = preferencesSchema.parse({ ...this.get(), ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) });
    this.#store.set('preferences', next);
    return next;
  }

  vaults(): readonly RememberedVault[] {
    return this.#store.get('vaults');
  }

  findVault(key: string): RememberedVault | undefined {
    return this.vaults().find((vault) => vault.key === key);
  }

  /** Puts a vault at the head of the list, keeping what was known of the same folder. */
  rememberVault(folder: string, change: { readonly name: string; readonly users: readonly string[] }): RememberedVault {
    const known = this.vaults().find((vault) => vault.folder === folder);
    const vault: RememberedVault = { key: known?.key ?? randomUUID(), folder, heads: known?.heads ?? [], ...change };
    this.#store.set('vaults', [vault, ...this.vaults().filter((one) => one.folder !== folder)]);
    return vault;
  }

  rememberHeads(key: string, heads: readonly LedgerHead[]): void {
    this.#store.set('vaults', this.vaults().map((vault) => (vault.key === key ? { ...vault, heads: heads.map((head) => ledgerHead.parse(head)) } : vault)));
  }

  forgetVault(key: string): void {
    this.#store.set('vaults', this.vaults().filter((vault) => vault.key !== key));
  }

  window(): Stored['window'] {
    return this.#store.get('window');
  }

  setWindow(window: Stored['window']): void {
    this.#store.set('window', window);
  }
}
