'use client';

import { type ReactNode, useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { LONG, ORDERED } from '#contracts/form/check-user-task-def.ts';
import type { FieldType } from '#contracts/form/field-types.ts';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Switch } from '../ui/switch.tsx';
import { withFittingWidget } from './change-type.ts';
import { ConditionEditor } from './condition-editor.tsx';
import type { DraftField } from './form-draft.ts';
import { KindPicker } from './kind-picker.tsx';
import { LocalTextInput } from './local-text-input.tsx';
import { OptionsEditor } from './options-editor.tsx';
import { PatternEditor } from './pattern-editor.tsx';
import { ValueInput } from './value-input.tsx';

export type FieldPropertiesProps = {
  field: DraftField;
  above: readonly DraftField[];
  /** What is wrong at a path or below it; only at it, where what is below has places of its own. */
  faultAt: (path: string, isExact?: boolean) => string | undefined;
  /** `what` names what is changed, so that typing in one place is one step to undo. */
  onChange: (change: (field: DraftField) => DraftField, what: string) => void;
  /** Another key for its answers. */
  onRename: (name: string) => void;
  /** The id of its label's first input. */
  labelId: string;
};

/** All that can be said of a question. */
export function FieldProperties({ field, above, faultAt, onChange, onRename, labelId }: FieldPropertiesProps) {
  const t = useTranslations('builder.field');
  const patch = useCallback(
    (changes: Partial<DraftField>, what: string) => onChange((one) => ({ ...one, ...changes }), what),
    [onChange],
  );
  const { type, options } = field;
  const canChoose = type !== 'JSON_OBJ';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Part title={t('question')}>
        <LocalTextInput
          id={labelId}
          label={t('label')}
          value={field.displayName}
          error={faultAt('displayName')}
          onChange={(displayName) => patch({ displayName }, 'displayName')}
        />
        <LocalTextInput
          label={t('help')}
          lines
          value={field.description}
          error={faultAt('description')}
          onChange={(description) => patch({ description }, 'description')}
        />
        <Field label={t('name')} help={t('nameHelp')} error={faultAt('name')}>
          <Input
            className="font-mono text-sm"
            spellCheck={false}
            autoCapitalize="none"
            value={field.name}
            onChange={(event) => onRename(event.target.value)}
          />
        </Field>
        <KindPicker type={type} widget={field.widget} options={options} faultAt={faultAt} onChange={onChange} />
        {type === 'STR' && !options ? (
          <LocalTextInput
            label={t('placeholder')}
            value={field.placeholder}
            error={faultAt('placeholder')}
            onChange={(placeholder) => patch({ placeholder }, 'placeholder')}
          />
        ) : null}
      </Part>
      {canChoose ? (
        <Part title={t('choices')}>
          <Field label={t('hasOptions')} layout="inline" help={t('hasOptionsHelp')} error={faultAt('options', true)}>
            <Switch
              checked={options !== undefined}
              onCheckedChange={(on) =>
                onChange(
                  (one) => withFittingWidget({ ...one, options: on ? startOptions(type) : undefined }),
                  'hasOptions',
                )
              }
            />
          </Field>
          {options ? <OptionsEditor type={type} options={options} faultAt={faultAt} onChange={patch} /> : null}
        </Part>
      ) : null}
      <Part title={t('rules')}>
        <Field label={t('required')} layout="inline" help={field.requiredWhen ? t('requiredByCondition') : undefined}>
          <Switch
            checked={field.required}
            disabled={field.requiredWhen !== undefined}
            onCheckedChange={(required) => patch({ required }, 'required')}
          />
        </Field>
        {ORDERED.includes(type) ? (
          <div className="grid grid-cols-2 gap-3">
            {(['min', 'max'] as const).map((bound) => (
              <Field key={bound} label={t(bound)} error={faultAt(bound)}>
                <ValueInput
                  field={{ type }}
                  value={field[bound]}
                  onChange={(value) =>
                    patch(
                      { [bound]: typeof value === 'number' || typeof value === 'string' ? value : undefined },
                      bound,
                    )
                  }
                />
              </Field>
            ))}
          </div>
        ) : null}
        {LONG.includes(type) && !(type === 'STR' && options) ? (
          <div className="grid grid-cols-2 gap-3">
            {(['minLength', 'maxLength'] as const).map((bound) => (
              <Field key={bound} label={t(type === 'STR' ? bound : `${bound}List`)} error={faultAt(bound)}>
                <ValueInput
                  field={{ type: 'INT' }}
                  value={field[bound]}
                  onChange={(value) => patch({ [bound]: typeof value === 'number' ? value : undefined }, bound)}
                />
              </Field>
            ))}
          </div>
        ) : null}
        {type === 'STR' && !options ? <PatternEditor field={field} onChange={patch} faultAt={faultAt} /> : null}
      </Part>
      <Part title={t('start')}>
        <Field label={t('defaultValue')} error={faultAt('defaultValue')}>
          <ValueInput
            field={field}
            value={field.defaultValue}
            onChange={(defaultValue) => patch({ defaultValue }, 'default')}
          />
        </Field>
        <Field label={t('readOnly')} layout="inline" help={t('readOnlyHelp')} error={faultAt('readOnly')}>
          <Switch
            checked={field.readOnly === true}
            onCheckedChange={(on) => patch({ readOnly: on || undefined }, 'readOnly')}
          />
        </Field>
      </Part>
      <Part title={t('conditions')}>
        <ConditionEditor
          label={t('visibleWhen')}
          condition={field.visibleWhen}
          above={above}
          of="visibleWhen"
          faultAt={faultAt}
          onChange={patch}
        />
        <ConditionEditor
          label={t('requiredWhen')}
          condition={field.requiredWhen}
          above={above}
          of="requiredWhen"
          faultAt={faultAt}
          onChange={patch}
        />
      </Part>
    </div>
  );
}

const startOptions = (type: FieldType): DraftField['options'] => {
  if (type === 'BOOL') return [{ value: true }, { value: false }];
  if (type === 'INT' || type === 'DOUBLE') return [{ value: 1 }, { value: 2 }];
  return [{ value: 'a' }, { value: 'b' }];
};

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h3 className="border-line border-b pb-1 font-semibold text-muted text-xs">{title}</h3>
      {children}
    </section>
  );
}
