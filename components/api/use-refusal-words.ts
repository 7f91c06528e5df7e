'use client';

import { useTranslations } from 'use-intl';
import type { Refusal } from '#contracts/problem.ts';
import { ApiError } from './read-api.ts';

/** A refusal in the reader's words. What the server alone knows, it says in English: in other languages that follows what kind it is. */
export function useRefusalWords(): (refusal: Pick<Refusal, 'code' | 'detail'>) => string {
  const t = useTranslations('problem');
  return ({ code, detail }) => t(code, { detail });
}

/** Why a read failed, in the reader's words. */
export function useErrorWords(): (error: unknown) => string {
  const t = useTranslations('problem');
  const words = useRefusalWords();
  return (error) => (error instanceof ApiError && error.problem ? words(error.problem) : t('UNAVAILABLE'));
}
