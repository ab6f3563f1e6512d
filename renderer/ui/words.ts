import { createInstance, type i18n } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { SentenceName } from '../../shared/locales/catalogue.ts';
import { everywhere } from '../../shared/locales/everywhere.ts';
import { screen } from '../../shared/locales/screen.ts';
import { type Language, languages } from '../../shared/model/language.ts';
import type { Failure } from '../../shared/result.ts';

export type Values = Readonly<Record<string, string | number>>;
/** The rooms of the window's own sentences, and of those it shares with print and terminal. */
const rooms = { en: { ...screen.en, ...everywhere.en }, 'zh-CN': { ...screen['zh-CN'], ...everywhere['zh-CN'] } } as const;

type Feature = keyof typeof rooms.en;
export type Say<F extends Feature> = (name: SentenceName<(typeof rooms.en)[F]>, values?: Values) => string;

/** The catalogues behind every screen. Sentence names contain dots, so no separator is special; React escapes, so nothing else does. */
export function createWords(language: Language): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: [...languages],
    ns: Object.keys(rooms.en),
    resources: rooms,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return words;
}

/** The sentences of one feature. A name that the catalogue lacks does not compile. */
export function useWords<F extends Feature>(feature: F): Say<F> {
  const { t } = useTranslation(feature);
  return useCallback((name, values) => t(name as never, values as never) as unknown as string, [t]);
}

/** A failure in the language of the screen; its values are names and numbers, never content. */
export function useFailureSentence(): (failure: Failure) => string {
  const { t } = useTranslation('failure');
  return useCallback((failure) => t(failure.code as never, failure.values as never) as unknown as string, [t]);
}

export function useLanguage(): Language {
  return useTranslation().i18n.language as Language;
}
