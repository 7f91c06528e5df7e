'use client';

import { useTranslations } from 'use-intl';
import { FormErrorSummary } from '../ui/form-error-summary.tsx';
import { nameAt, pathOf, type Values } from './use-values.ts';
import { ValueField } from './value-field.tsx';

/** The inputs of a process, one below the other, with what is wrong with them on top. */
export function ValueForm({ values }: { values: Values }) {
  const t = useTranslations('values');
  const { asked, structs, drafts, errors, setDraft } = values;
  return (
    <>
      <FormErrorSummary
        errors={[...errors].map(([path, message]) => ({ fieldId: path, message: `${nameAt(path)}: ${message}` }))}
      />
      {asked.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      {asked.map(({ name, type, required, masked, default: fallback }) => {
        const help = [
          masked ? t('masked') : '',
          fallback === undefined ? '' : t('leftEmpty', { value: JSON.stringify(fallback) }),
        ];
        return (
          <ValueField
            key={name}
            label={name}
            path={pathOf(name)}
            type={type}
            draft={drafts[name] ?? ''}
            onDraft={(draft) => setDraft(name, draft)}
            structs={structs}
            errors={errors}
            required={required && fallback === undefined}
            help={help.filter(Boolean).join(' ') || undefined}
          />
        );
      })}
    </>
  );
}
