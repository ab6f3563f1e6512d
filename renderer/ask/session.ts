import { create } from 'zustand';
import type { CoreMessage, Output } from '../../shared/contract/index.ts';
import type { KnownVault, Preferences } from '../../shared/contract/desk.ts';
import type { VaultSession } from '../../shared/contract/vault.ts';
import { languageFor } from '../../shared/model/language.ts';
import type { Language } from '../../shared/model/language.ts';
import { ask } from './bridge.ts';
import { useJobs } from './jobs.ts';
import { queryClient } from './queries.ts';

type LockReason = (CoreMessage & { kind: 'locked' })['reason'];

interface Desk {
  readonly vaults: readonly KnownVault[];
  readonly preferences: Preferences;
  readonly systemLanguage: string;
  readonly version: string;
  readonly session: VaultSession | null;
  /** Why the vault was locked, or null before the first. */
  readonly lockReason: LockReason | null;
}

/** What the window knows about itself: the open vault, the known vaults, the preferences. Empty until the desk has answered. */
export const useDesk = create<Desk | { readonly preferences: null }>(() => ({ preferences: null }));

/** The desk once it has answered; every screen is drawn after that. */
export function useDeskState<T>(select: (desk: Desk) => T): T {
  return useDesk((desk) => select(desk as Desk));
}

export async function startDesk(): Promise<Output<'desk.start'>> {
  const start = await ask('desk.start', {});
  useDesk.setState({ ...start, lockReason: null }, true);
  return start;
}

export function enterVault(session: VaultSession): void {
  useDesk.setState({ session, lockReason: null });
  void refreshVaults();
}

/** Drops everything the window knows of the vault's content. */
export function leaveVault(reason: LockReason): void {
  if ((useDesk.getState() as Desk).session === null) return;
  queryClient.clear();
  useJobs.getState().clear();
  useDesk.setState({ session: null, lockReason: reason });
}

export async function refreshVaults(): Promise<void> {
  const { vaults } = await ask('desk.start', {});
  useDesk.setState({ vaults });
}

/** The main process keeps the preferences and tells every change of them back. */
export async function setPreferences(change: Partial<Preferences>): Promise<void> {
  await ask('desk.setPreferences', change);
}

export function languageOf(desk: { readonly preferences: Preferences; readonly systemLanguage: string }): Language {
  return desk.preferences.language === 'system' ? languageFor(desk.systemLanguage) : desk.preferences.language;
}
