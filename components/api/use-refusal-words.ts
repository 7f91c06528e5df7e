'use client';

import { useTranslations } from 'use-intl';
import type { Problem } from '#contracts/problem.ts';
import type { Reason } from '#contracts/reasons.ts';
import { ApiError } from './read-api.ts';

type Words = Pick<Problem, 'code' | 'detail' | 'reason'>;

/** A refusal in the reader's words. Where the server gave no reason but its sentence in English, that follows what kind it is. */
export function useRefusalWords(): (refusal: Words) => string {
  const t = useTranslations('problem');
  const why = useTranslations('reason');
  // A reason comes with what its own sentence needs; the types would have all that any of them needs.
  const paramsOf = (reason: Reason) => reason.params as Parameters<typeof why>[1];
  return ({ code, detail, reason }) => (reason ? why(reason.name, paramsOf(reason)) : t(code, { detail }));
}

/** Why a read failed, in the reader's words. */
export function useErrorWords(): (error: unknown) => string {
  const t = useTranslations('problem');
  const words = useRefusalWords();
  return (error) => (error instanceof ApiError && error.problem ? words(error.problem) : t('UNAVAILABLE'));
}
