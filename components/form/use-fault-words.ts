'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { FORM_RULES, type FormRule } from '#contracts/form/fault.ts';
import { textIn } from '#contracts/local-text.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useClock } from '../ui/clock.tsx';
import { formatDate, formatDateTime } from '../ui/format-time.ts';
import { controlOf, type FieldControl } from './field-control.ts';

/** A fault as the form keeps it: a rule by name, or what a server said that this page knows no rule for. */
type FormFault = { type: string; message?: string | undefined };

const isRule = (type: string): type is FormRule => FORM_RULES.some((rule) => rule === type);

/** What is filled in; of the others one chooses. */
const TYPED: readonly FieldControl[] = ['line', 'lines', 'number', 'date', 'day', 'instant', 'json'];

/** Says what is wrong with an answer, for this reader; the field's label is not repeated. */
export function useFaultWords(): (field: UserTaskField, fault: FormFault) => string {
  const t = useTranslations('form.faults');
  const format = useFormatter();
  const language = useLanguage();
  const { locale, zone } = useClock();

  const number = (value: number | string) =>
    format.number(typeof value === 'string' ? BigInt(value) : value, { maximumFractionDigits: 15 });
  const moment = (field: UserTaskField, instant: string | number) => {
    const write = field.widget === 'date' ? formatDate : formatDateTime;
    return write(new Date(instant), { locale, zone });
  };

  return (field, fault) => {
    if (!isRule(fault.type)) return fault.message ?? t('unknown');
    const { type, min = 0, max = 0, minLength = 0, maxLength = 0, pattern = '', patternHint } = field;
    const isTyped = TYPED.includes(controlOf(field));
    switch (fault.type) {
      case 'unknown':
        return t('unknown');
      case 'fixed':
        return t('fixed');
      case 'required':
        return isTyped ? t('enter') : t('choose');
      case 'type':
        return type === 'DOUBLE' ? t('DOUBLE', { example: number(0.5) }) : t(type);
      case 'options':
        return type === 'JSON_ARR' ? t('list') : t('option');
      case 'min':
        return type === 'TIMESTAMP' ? t('notBefore', { limit: moment(field, min) }) : t('min', { limit: number(min) });
      case 'max':
        return type === 'TIMESTAMP' ? t('notAfter', { limit: moment(field, max) }) : t('max', { limit: number(max) });
      case 'minLength':
        return type === 'STR' ? t('minCharacters', { count: minLength }) : t('minEntries', { count: minLength });
      case 'maxLength':
        return type === 'STR' ? t('maxCharacters', { count: maxLength }) : t('maxEntries', { count: maxLength });
      case 'email':
        return t('email');
      case 'uri':
        return t('uri');
      case 'date':
        return t('date');
      case 'pattern':
        return patternHint === undefined
          ? t('pattern', { pattern })
          : t('hint', { hint: textIn(patternHint, language) });
    }
  };
}
