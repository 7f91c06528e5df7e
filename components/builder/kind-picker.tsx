'use client';

import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { widgetsFor } from '#contracts/form/check-user-task-def.ts';
import { FIELD_TYPES, type FieldType } from '#contracts/form/field-types.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { withType } from './change-type.ts';
import type { DraftField } from './form-draft.ts';

export type KindPickerProps = Pick<DraftField, 'type' | 'widget' | 'options'> & {
  faultAt: (path: string) => string | undefined;
  onChange: (change: (field: DraftField) => DraftField, what: string) => void;
};

const AUTO = ' ';

/** Of which type the answers are, and how they are asked for. */
export const KindPicker = memo(function KindPicker({ type, widget, options, faultAt, onChange }: KindPickerProps) {
  const t = useTranslations('builder.field');
  const types = useTranslations('builder.types');
  const widgets = useTranslations('builder.widgets');
  const fitting = widgetsFor({ type, options });
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t('type')} error={faultAt('type')}>
        <Select
          value={type}
          options={FIELD_TYPES.map((one) => ({ value: one, label: types(one) }))}
          onValueChange={(value) => onChange((one) => withType(one, value as FieldType), 'type')}
        />
      </Field>
      <Field label={t('widget')} error={faultAt('widget')}>
        <Select
          value={widget ?? AUTO}
          options={[{ value: AUTO, label: t('auto') }, ...fitting.map((one) => ({ value: one, label: widgets(one) }))]}
          onValueChange={(value) =>
            onChange((one) => ({ ...one, widget: fitting.find((fit) => fit === value) }), 'widget')
          }
        />
      </Field>
    </div>
  );
});
