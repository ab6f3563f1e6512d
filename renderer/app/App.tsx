import { QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { lazy, type ReactElement, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { ToastBar } from '../ui/ToastBar.tsx';
import { Defect } from './Defect.tsx';
import { LockedRoom } from '../features/vault/LockedRoom.tsx';
import { queryClient } from '../ask/queries.ts';
import { languageOf, useDeskState } from '../ask/session.ts';

// The lock screen is all that start-up needs; the rest of the window is loaded when a vault is open.
const OpenVault = lazy(() => import('./OpenVault.tsx'));

export function App({ words }: { readonly words: i18n }): ReactElement {
  const language = useDeskState(languageOf);
  const session = useDeskState((desk) => desk.session);
  useAppearance();
  useEffect(() => {
    document.documentElement.lang = language;
    void words.changeLanguage(language);
  }, [language, words]);
  return (
    <I18nextProvider i18n={words}>
      <I18nProvider locale={language === 'en' ? 'en-GB' : language}>
        <QueryClientProvider client={queryClient}>
          <Defect>
            {session ? (
              <Suspense fallback={null}>
                <OpenVault key={session.vaultId} />
              </Suspense>
            ) : (
              <LockedRoom />
            )}
            <ToastBar />
          </Defect>
        </QueryClientProvider>
      </I18nProvider>
    </I18nextProvider>
  );
}

/** Theme and density as attributes of the page; the main process makes the system's theme follow a chosen one. */
function useAppearance(): void {
  const { theme, density } = useDeskState((desk) => desk.preferences);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
      document.documentElement.dataset['density'] = density;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme, density]);
}
