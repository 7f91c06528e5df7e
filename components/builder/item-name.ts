'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { textIn } from '#contracts/local-text.ts';
import { fieldLabel } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Item } from './form-draft.ts';

/** What an item is called, for people. */
export function useItemName(): (item: Item) => string {
  const t = useTranslations('builder.canvas');
  const language = useLanguage();
  return useCallback(
    (item) => {
      if (item.kind === 'field') return fieldLabel(item.field, language) || t('unnamed');
      return item.title === null ? t('noHeading') : textIn(item.title, language);
    },
    [t, language],
  );
}
