import { useLocale } from 'use-intl';
import type { Language } from './languages.ts';

/** The language that the reader's pages are in, by which definitions choose among their own labels. */
export function useLanguage(): Language {
  return useLocale().split('-')[0] === 'de' ? 'de' : 'en';
}
