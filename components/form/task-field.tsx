'use client';

import { memo } from 'react';
import { type Control, type UseFormGetValues, type UseFormRegister, useController } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { encodeText } from '#contracts/form/answer-text.ts';
import { textIn } from '#contracts/local-text.ts';
import type { UserTaskField } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { GroupPicker } from '../people/group-picker.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { CheckboxGroup } from '../ui/checkbox-group.tsx';
import { Combobox } from '../ui/combobox.tsx';
import type { FieldProps } from '../ui/field.tsx';
import { InstantInput } from '../ui/instant-input.tsx';
import { MultiCombobox } from '../ui/multi-combobox.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Switch } from '../ui/switch.tsx';
import { type Answers, saysNoWhenOff } from './answers.ts';
import { choicesOf, listOf, textOfList } from './choices.ts';
import { controlOf, type FieldControl } from './field-control.ts';
import { FieldFrame } from './field-frame.tsx';
import { NumberAnswer } from './number-answer.tsx';
import { TextAnswer } from './text-answer.tsx';
import { useAnswerWords } from './use-answer-words.ts';

export type TaskFieldProps = {
  field: UserTaskField;
  id: string;
  control: Control<Answers>;
  register: UseFormRegister<Answers>;
  getValues: UseFormGetValues<Answers>;
  isRequired: boolean;
  /** To look at: the task is not the reader's, or not yet. */
  readOnly: boolean;
};

const LAYOUTS: Partial<Record<FieldControl, FieldProps['layout']>> = {
  'yes-no': 'group',
  radio: 'group',
  checkboxes: 'group',
  switch: 'inline',
  checkbox: 'inline',
};

/** One question of a task's form. What is answered elsewhere in the form does not render it again. */
export const TaskField = memo(function TaskField({ readOnly, register, getValues, ...asked }: TaskFieldProps) {
  const { field } = asked;
  const how = controlOf(field);
  const isFixed = readOnly || field.readOnly === true;
  const isText = how === 'line' || how === 'lines' || how === 'date' || how === 'json';
  return (
    <FieldFrame {...asked} isRequired={asked.isRequired && !saysNoWhenOff(field)} layout={LAYOUTS[how] ?? 'stack'}>
      {isText ? (
        <TextAnswer field={field} how={how} register={register} getValues={getValues} isFixed={isFixed} />
      ) : (
        <ChosenAnswer {...asked} how={how} isFixed={isFixed} />
      )}
    </FieldFrame>
  );
});

type ChosenAnswerProps = Pick<TaskFieldProps, 'field' | 'control' | 'isRequired'> & {
  how: Exclude<FieldControl, 'line' | 'lines' | 'date' | 'json'>;
  isFixed: boolean;
};

/** An answer that a control of ours keeps. */
function ChosenAnswer({ field, control, isRequired, how, isFixed }: ChosenAnswerProps) {
  const language = useLanguage();
  const words = useAnswerWords();
  const t = useTranslations('form');
  const { value, onChange, onBlur, ref } = useController({ control, name: field.name }).field;
  const placeholder = field.placeholder === undefined ? undefined : textIn(field.placeholder, language);
  const held = { ref, onBlur, disabled: isFixed };
  const picker = {
    ...held,
    value,
    onValueChange: (chosen: string) => onChange(chosen),
    clearable: !isRequired,
    className: 'max-w-96',
    ...(placeholder !== undefined && { placeholder }),
  };

  switch (how) {
    case 'number':
      return (
        <NumberAnswer
          ref={ref}
          value={value}
          onValueChange={onChange}
          onBlur={onBlur}
          whole={field.type === 'INT'}
          readOnly={isFixed}
          placeholder={placeholder}
        />
      );
    case 'instant':
    case 'day':
      return (
        <InstantInput
          ref={ref}
          showZone
          dayOnly={how === 'day'}
          readOnly={isFixed}
          value={value}
          onValueChange={onChange}
          onBlur={onBlur}
        />
      );
    case 'yes-no':
    case 'radio':
      return (
        <RadioGroup
          {...held}
          orientation={how === 'radio' ? 'vertical' : 'horizontal'}
          options={[...choicesOf(field, words), ...(isRequired ? [] : [{ value: '', label: t('noAnswer') }])]}
          value={value}
          onValueChange={onChange}
        />
      );
    case 'select':
      return <Combobox {...picker} options={choicesOf(field, words)} />;
    case 'person':
      return <PersonPicker {...picker} />;
    case 'group':
      return <GroupPicker {...picker} />;
    case 'checkboxes':
    case 'multi-select': {
      const Several = how === 'checkboxes' ? CheckboxGroup : MultiCombobox;
      return (
        <Several
          {...held}
          options={choicesOf(field, words)}
          values={listOf(field, value)}
          onValuesChange={(chosen) => onChange(textOfList(chosen))}
        />
      );
    }
    case 'switch':
    case 'checkbox': {
      const Toggle = how === 'switch' ? Switch : Checkbox;
      return (
        <Toggle
          {...held}
          checked={value === 'true'}
          onCheckedChange={(on: boolean | 'indeterminate') => onChange(encodeText(on === true))}
        />
      );
    }
  }
}
