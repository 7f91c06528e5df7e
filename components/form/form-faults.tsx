'use client';

import { useEffect, useEffectEvent } from 'react';
import { type Control, useFormState } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { fieldLabel } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { FormErrorSummary, focusField } from '../ui/form-error-summary.tsx';
import type { Answers } from './answers.ts';
import type { AskedField } from './use-asked.ts';
import { useFaultWords } from './use-fault-words.ts';

export type FormFaultsProps = {
  asked: readonly AskedField[];
  control: Control<Answers>;
  idOf: (name: string) => string;
};

/** What keeps the form from being sent, each a link to its field. After a try the focus goes to the first of them, in the form's order. */
export function FormFaults({ asked, control, idOf }: FormFaultsProps) {
  const t = useTranslations('form');
  const language = useLanguage();
  const words = useFaultWords();
  const { errors, submitCount } = useFormState({ control });
  // Before the first try, a field that is left tells of its own fault.
  const faults = (submitCount > 0 ? asked : []).flatMap(({ field }) => {
    const fault = errors[field.name];
    if (!fault) return [];
    return [
      {
        fieldId: idOf(field.name),
        message: t('fault', { label: fieldLabel(field, language), fault: words(field, fault) }),
      },
    ];
  });

  const focusFirst = useEffectEvent(() => {
    const [first] = faults;
    if (first) focusField(first.fieldId);
  });
  useEffect(() => {
    if (submitCount > 0) focusFirst();
  }, [submitCount]);

  return <FormErrorSummary errors={faults} />;
}
