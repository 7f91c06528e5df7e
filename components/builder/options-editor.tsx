'use client';

import { Plus, Trash2 } from 'lucide';
import { memo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { decodeText, encodeText } from '#contracts/form/answer-text.ts';
import type { FieldType } from '#contracts/form/field-types.ts';
import { type LocalText, textIn } from '#contracts/local-text.ts';
import type { FieldOption } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import type { DraftField } from './form-draft.ts';
import { SortableEntry, SortableList } from './sortable-frame.tsx';

export type OptionsEditorProps = {
  type: FieldType;
  options: readonly FieldOption[];
  onChange: (patch: Partial<DraftField>, what: string) => void;
  /** What is wrong with one of them. */
  faultAt: (path: string) => string | undefined;
};

/** What can be chosen: a value and its label in two languages, in an order that can be dragged. */
export const OptionsEditor = memo(function OptionsEditor(props: OptionsEditorProps) {
  const { type, options, faultAt } = props;
  const t = useTranslations('builder.options');
  const language = useLanguage();
  // Options have no name of their own: each keeps the one that it got here while the list changes.
  const next = useRef(options.length);
  const [ids, setIds] = useState(() => options.map((_, index) => `o${index}`));
  if (ids.length !== options.length) setIds(options.map((_, index) => `o${index}`));
  const shown = ids.length === options.length ? ids : options.map((_, index) => `o${index}`);
  const nameOf = (id: string) => {
    const option = options[shown.indexOf(id)];
    if (!option) return '';
    return option.label === undefined ? String(option.value) : textIn(option.label, language);
  };

  const onChange = (next: FieldOption[]) => props.onChange({ options: next }, 'options');
  function replace(index: number, option: FieldOption) {
    onChange(options.map((one, at) => (at === index ? option : one)));
  }
  function move(id: string, overId: string) {
    const [from, to] = [shown.indexOf(id), shown.indexOf(overId)];
    const option = options[from];
    if (!option || to < 0) return;
    setIds(shown.toSpliced(from, 1).toSpliced(to, 0, id));
    onChange(options.toSpliced(from, 1).toSpliced(to, 0, option));
  }
  function add() {
    setIds([...shown, `o${++next.current}`]);
    onChange([...options, { value: freeValue(type, options) }]);
  }
  function remove(index: number) {
    setIds(shown.toSpliced(index, 1));
    onChange(options.toSpliced(index, 1));
  }

  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <legend className="mb-1.5 font-medium text-base">{t('title')}</legend>
      <SortableList ids={shown} nameOf={nameOf} onMove={move}>
        {options.map((option, index) => {
          const id = shown[index] ?? '';
          const number = index + 1;
          const fault = faultAt(`options.${index}`);
          return (
            <SortableEntry key={id} id={id} name={nameOf(id)}>
              <div className="grid min-w-0 flex-1 gap-1">
                <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-1">
                  <Input
                    aria-label={t('value', { number })}
                    placeholder={t('valueHint')}
                    className="row-span-2 font-mono text-sm"
                    disabled={type === 'BOOL'}
                    aria-invalid={fault !== undefined}
                    value={encodeText(option.value)}
                    onChange={(event) => replace(index, { ...option, value: valueIn(type, event.target.value) })}
                  />
                  {(['en', 'de'] as const).map((one) => (
                    <Input
                      key={one}
                      lang={one}
                      aria-label={t('label', { number, language: one })}
                      placeholder={t(one === 'en' ? 'labelEn' : 'labelDe')}
                      className="col-start-2"
                      value={textsOf(option.label)[one] ?? ''}
                      onChange={(event) => replace(index, labelled(option, one, event.target.value))}
                    />
                  ))}
                </div>
                {fault === undefined ? null : <p className="font-medium text-danger-ink text-sm">{fault}</p>}
              </div>
              <IconButton
                label={t('remove', { name: nameOf(id) })}
                icon={<Icon of={Trash2} />}
                disabled={options.length === 1 || type === 'BOOL'}
                onClick={() => remove(index)}
              />
            </SortableEntry>
          );
        })}
      </SortableList>
      {type === 'BOOL' ? null : (
        <Button size="sm" icon={<Icon of={Plus} />} className="justify-self-start" onClick={add}>
          {t('add')}
        </Button>
      )}
    </fieldset>
  );
});

const textsOf = (label: LocalText | undefined): Record<string, string> =>
  label === undefined ? {} : typeof label === 'string' ? { en: label } : label;

function labelled({ value, label }: FieldOption, language: string, text: string): FieldOption {
  const said = Object.entries({ ...textsOf(label), [language]: text }).filter(([, one]) => one !== '');
  const [only] = said;
  if (!only) return { value };
  return { value, label: said.length === 1 && only[0] === 'en' ? only[1] : Object.fromEntries(said) };
}

/** What was typed as a value of the type, or as it was typed. */
function valueIn(type: FieldType, text: string): FieldOption['value'] {
  if (type === 'JSON_ARR') return text;
  const value = decodeText({ name: 'value', type, required: false }, text);
  return typeof value === 'number' || typeof value === 'boolean' ? value : text;
}

/** The next of a, b, c … or of 1, 2, 3 … that is free. */
function freeValue(type: FieldType, options: readonly FieldOption[]): FieldOption['value'] {
  const taken = new Set(options.map(({ value }) => String(value)));
  if (type === 'INT' || type === 'DOUBLE') {
    let number = options.length + 1;
    while (taken.has(String(number))) number++;
    return number;
  }
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const letter = [...letters].find((one) => !taken.has(one));
  return letter ?? `option${options.length + 1}`;
}
