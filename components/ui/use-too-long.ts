'use client';

import { useTranslations } from 'use-intl';

/** Says that a text is longer than it may be; undefined while it is not. */
export function useTooLong(text: string, limit: number): string | undefined {
  const t = useTranslations('ui');
  return text.length > limit ? t('tooLong', { limit, count: text.length }) : undefined;
}
