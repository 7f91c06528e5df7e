'use client';

import { useTranslations } from 'use-intl';
import type { Refusal } from '#contracts/problem.ts';

/** A refusal in the reader's words; where the server knows better what is wrong, in the server's. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const t = useTranslations('task.problem');
  return ({ code, detail }) => {
    switch (code) {
      case 'UNAVAILABLE':
      case 'UNAUTHENTICATED':
      case 'RESOURCE_EXHAUSTED':
      case 'INTERNAL':
        return t(code);
      default:
        return detail;
    }
  };
}
