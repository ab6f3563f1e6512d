import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Preferences, preferences as preferencesSchema } from '../../shared/contract/desk.ts';
import { type LedgerHead, ledgerHead } from '../../shared/model/ledger.ts';
import type { StoredFile } from './stored-file.ts';

/** A vault this computer has opened. What stands here is in its public header or in its ledger heads; never content of a case. */
const rememberedVault = z.object({
  key: z.string(),
  folder: z.string(),
  name: z.string(),
  users: z.array(z.string()),
  /** The heads last seen, against which the next opening is held: a vault put back to an older state is found out. */
  heads: z.array(ledgerHead),
});
export type RememberedVault = z.infer<typeof rememberedVault>;

const defaults: Preferences = { language: 'system', theme: 'system', density: 'dense', lockAfterMinutes: 15 };

/** What the desktop remembers between starts, in the user's own folder. What does not parse counts as not remembered. */
export class PreferenceStore {
  readonly #file: StoredFile;

  constructor(file: StoredFile) {
    this.#file = file;
  }

  get(): Preferences {
    const parsed = preferencesSchema.safeParse(this.#file.get('preferences'));
    return parsed.success ? parsed.data : defaults;
  }

  set(change: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }): Preferences {
    const next = preferencesSchema.parse({
      ...this.get(),
      ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
    });
    this.#file.set('preferences', next);
    return next;
  }

  vaults(): readonly RememberedVault[] {
    const parsed = z.array(rememberedVault).safeParse(this.#file.get('vaults'));
    return parsed.success ? parsed.data : [];
  }

  findVault(key: string): RememberedVault | undefined {
    return this.vaults().find((vault) => vault.key === key);
  }

  /** Puts a vault at the head of the list, keeping what was known of the same folder. */
  rememberVault(folder: string, change: { readonly name: string; readonly users: readonly string[] }): RememberedVault {
    const known = this.vaults().find((vault) => vault.folder === folder);
    const vault: RememberedVault = {
      key: known?.key ?? randomUUID(),
      folder,
      heads: known?.heads ?? [],
      name: change.name,
      users: [...change.users],
    };
    this.#file.set('vaults', [vault, ...this.vaults().filter((one) => one.folder !== folder)]);
    return vault;
  }

  rememberHeads(key: string, heads: readonly LedgerHead[]): void {
    this.#file.set(
      'vaults',
      this.vaults().map((vault) => (vault.key === key ? { ...vault, heads } : vault)),
    );
  }

  forgetVault(key: string): void {
    this.#file.set(
      'vaults',
      this.vaults().filter((vault) => vault.key !== key),
    );
  }
}
