'use client';

import { useTranslations } from 'use-intl';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { DUES, type Filters, PRIORITIES } from './inbox-query.ts';
import { useForms } from './use-forms.ts';

export type FilterPanelProps = {
  filters: Filters;
  /** The groups to choose from; none where the view is of one group. */
  groups: readonly string[];
  /** Whether the view is not about due dates anyway. */
  hasDue: boolean;
  onChange: (filters: Filters) => void;
};

const ANY = 'any';

/** By what a list can be narrowed. */
export function FilterPanel({ filters, groups, hasDue, onChange }: FilterPanelProps) {
  const t = useTranslations('inbox.filter');
  const forms = useForms(true);
  const any = { value: ANY, label: t('any') };
  const select = (name: keyof Filters, options: { value: string; label: string }[]) => (
    <Select
      value={filters[name] || ANY}
      onValueChange={(value) => onChange({ [name]: value === ANY ? '' : value })}
      options={[any, ...options]}
    />
  );
  return (
    <div className="grid gap-4 p-4">
      <h3 className="font-semibold text-base">{t('title')}</h3>
      <Field label={t('form')}>
        <Combobox
          value={filters.form || ANY}
          onValueChange={(form) => onChange({ form: form === ANY ? '' : form })}
          options={[any, ...forms]}
          chosenLabel={filters.form}
          emptyText={t('noForm')}
          clearable={Boolean(filters.form)}
        />
      </Field>
      {groups.length > 0 ? (
        <Field label={t('group')}>
          {select(
            'group',
            groups.map((group) => ({ value: group, label: group })),
          )}
        </Field>
      ) : null}
      <Field label={t('priority')}>
        {select(
          'priority',
          PRIORITIES.map((value) => ({ value, label: t(`priorities.${value}`) })),
        )}
      </Field>
      {hasDue ? (
        <Field label={t('due')}>
          {select(
            'due',
            DUES.map((value) => ({ value, label: t(`dues.${value}`) })),
          )}
        </Field>
      ) : null}
    </div>
  );
}
