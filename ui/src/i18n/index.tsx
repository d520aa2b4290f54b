// The language of the window: one typed catalogue in two languages, and the choice, which is remembered.

import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Lang } from '../backend';
import { en } from './en';
import { nl, type Text } from './nl';

export type { Text } from './nl';

const KEY = 'standvast.language';
const catalogues: Record<Lang, Text> = { nl, en };
const locales: Record<Lang, string> = { nl: 'nl-NL', en: 'en-GB' };
const listeners = new Set<() => void>();

let current: Lang = localStorage.getItem(KEY) === 'en' ? 'en' : 'nl';

export function setLanguage(lang: Lang): void {
  current = lang;
  localStorage.setItem(KEY, lang);
  for (const listener of listeners) listener();
}

export function useLanguage(): Lang {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

const TextContext = createContext<Text>(nl);

export function LanguageProvider(props: { children: ReactNode }) {
  const lang = useLanguage();
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <I18nProvider locale={locales[lang]}>
      <TextContext value={catalogues[lang]}>{props.children}</TextContext>
    </I18nProvider>
  );
}

/** The catalogue in the chosen language. */
export function useText(): Text {
  return useContext(TextContext);
}
