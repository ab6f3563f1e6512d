import { lazy } from 'react';

/**
 * What the first picture does without: loaded when it is wanted, because every line read before the passphrase can be typed
 * is a line waited for.
 */
export const CreateVault = lazy(() => import('./CreateVault.tsx').then((module) => ({ default: module.CreateVault })));
export const RecoverVault = lazy(() => import('./RecoverVault.tsx').then((module) => ({ default: module.RecoverVault })));
export const UserChoice = lazy(() => import('./UserChoice.tsx').then((module) => ({ default: module.UserChoice })));
export const ForgetMenu = lazy(() => import('./ForgetMenu.tsx').then((module) => ({ default: module.ForgetMenu })));
export const DamagedVault = lazy(() => import('./DamagedVault.tsx').then((module) => ({ default: module.DamagedVault })));
