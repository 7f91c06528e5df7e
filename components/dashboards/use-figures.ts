'use client';

import { useFormatter, useLocale } from 'use-intl';
import { formatSpan } from '../ui/format-time.ts';
import type { Chart } from './chart.ts';

/** How figures of a unit are written: in full, and short for the marks of an axis. */
export function useFigures(unit: Chart['unit']) {
  const { number } = useFormatter();
  const locale = useLocale();
  if (unit === 'seconds') {
    return {
      format: (seconds: number) => formatSpan(seconds * 1000, locale),
      formatShort: (seconds: number) => (seconds === 0 ? '0' : formatSpan(seconds * 1000, locale)),
    };
  }
  const plain = (value: number) => number(value);
  return { format: plain, formatShort: plain };
}
