'use client';

import { useQuery } from '@tanstack/react-query';
import { textIn } from '#contracts/local-text.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { formsQuery } from './queries.ts';

/** The definitions by name, with what a reader calls each; asked for once they are `wanted`. */
export function useForms(wanted: boolean): { value: string; label: string }[] {
  const language = useLanguage();
  const { data = [] } = useQuery({ ...formsQuery, enabled: wanted });
  return data.map(({ name, displayName }) => ({
    value: name,
    label: displayName === undefined ? name : textIn(displayName, language),
  }));
}
