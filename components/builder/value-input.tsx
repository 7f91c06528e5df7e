'use client';

import { useTranslations } from 'use-intl';
import { decodeText, encodeText } from '#contracts/form/answer-text.ts';
import type { JsonValue } from '#contracts/json.ts';
import { textIn } from '#contracts/local-text.ts';
import type { FieldOption, UserTaskField } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Input } from '../ui/input.tsx';
import { InstantInput } from '../ui/instant-input.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { Select } from '../ui/select.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { useTypedText } from './use-typed-text.ts';

export type ValueInputProps = {
  /** Of which type the value is, and what there is to choose from. */
  field: Pick<UserTaskField, 'type' | 'options' | 'widget'>;
  value: JsonValue | undefined;
  onChange: (value: JsonValue | undefined) => void;
  'aria-label'?: string;
  'aria-invalid'?: boolean;
  className?: string;
};

const NONE = ' ';

/** A value of a field's type; emptied it is no value. What is not of the type stays as it was typed, so that the check names it. */
export function ValueInput({ field, value, onChange, className = 'w-full', ...named }: ValueInputProps) {
  const t = useTranslations('builder.values');
  const language = useLanguage();
  const { type, options, widget } = field;
  const asField: UserTaskField = { name: 'value', type, required: false };
  const decode = (text: string) => decodeText(asField, text) ?? undefined;
  const { text, type: take } = useTypedText(value, encodeText, decode, onChange);

  if (type === 'BOOL' || (options && type !== 'JSON_ARR')) {
    const chosen = options ?? YES_NO;
    const labelOf = ({ value: one, label }: FieldOption) =>
      label !== undefined ? textIn(label, language) : typeof one === 'boolean' ? t(one ? 'yes' : 'no') : String(one);
    return (
      <Select
        {...named}
        className={className}
        value={value === undefined || value === null ? NONE : encodeText(value)}
        options={[
          { value: NONE, label: t('none') },
          ...chosen
            .filter((option) => String(option.value).trim() !== '')
            .map((option) => ({ value: encodeText(option.value), label: labelOf(option) })),
        ]}
        onValueChange={(chosen) => onChange(chosen === NONE ? undefined : decode(chosen))}
      />
    );
  }
  switch (type) {
    case 'INT':
    case 'DOUBLE':
      return (
        <NumberInput
          {...named}
          whole={type === 'INT'}
          className={className}
          value={text}
          onChange={(event) => take(event.target.value)}
        />
      );
    case 'TIMESTAMP':
      return (
        <InstantInput
          {...named}
          className={className}
          value={typeof value === 'string' ? value : ''}
          onValueChange={(instant) => onChange(instant === '' ? undefined : instant)}
        />
      );
    case 'JSON_OBJ':
    case 'JSON_ARR':
      return (
        <Textarea
          {...named}
          rows={2}
          spellCheck={false}
          className={`font-mono text-sm ${className}`}
          value={text}
          onChange={(event) => take(event.target.value)}
        />
      );
    case 'STR':
      return (
        <Input
          {...named}
          type={widget === 'date' ? 'date' : 'text'}
          className={className}
          value={text}
          onChange={(event) => take(event.target.value)}
        />
      );
  }
}

const YES_NO: FieldOption[] = [{ value: true }, { value: false }];
