import type { BrowserWindow } from 'electron';
import type { DeskName, Output, Parsed } from '../../../shared/contract/index.ts';
import type { Language } from '../../../shared/model/language.ts';
import type { JobId } from '../../../shared/model/identifier.ts';
import type { ExhibitProtocol } from '../exhibit-protocol.ts';
import type { Host } from '../host.ts';
import type { PreferenceStore } from '../preferences.ts';

/** What the desk handlers work with. */
export interface Desk {
  readonly host: Host;
  readonly preferences: PreferenceStore;
  readonly exhibits: ExhibitProtocol;
  readonly version: string;
  window(): BrowserWindow;
  language(): Language;
  /** The key of the vault that is open, or null. */
  openVault: string | null;
  /** After a preference changed: theme, menu and lock follow. */
  applyPreferences(): void;
}

/** What comes beside the input of one call. */
export interface DeskCall {
  readonly jobId: JobId | null;
  /** Paths of files dropped on the window; null when none were. */
  readonly paths: readonly string[] | null;
}

export type DeskHandlers<N extends DeskName> = {
  readonly [K in N]: (desk: Desk, input: Parsed<K>, call: DeskCall) => Promise<Output<K>> | Output<K>;
};
