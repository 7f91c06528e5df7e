'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { AnswerWords } from '#contracts/form/answer-text.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** How answers are told to this reader. */
export function useAnswerWords(): AnswerWords {
  const t = useTranslations('form');
  const language = useLanguage();
  return useMemo(() => ({ language, yes: t('yes'), no: t('no') }), [language, t]);
}
