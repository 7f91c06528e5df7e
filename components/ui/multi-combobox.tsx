'use client';

import { X } from 'lucide';
import type { Ref } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from './icon.tsx';
import type { ComboboxOption } from './match-options.ts';
import { OptionPopover } from './option-popover.tsx';

export type MultiComboboxProps = {
  options: readonly ComboboxOption[];
  values: readonly string[];
  /** Told the values in the order of the options. */
  onValuesChange: (values: string[]) => void;
  placeholder?: string;
  disabled?: boolean;
  className?: string;
  /** The control, so that a form library can focus it. */
  ref?: Ref<HTMLButtonElement>;
  onBlur?: () => void;
};

/** Any of many, found by typing; what is chosen stands below, each with a button that takes it out again. */
export function MultiCombobox({
  options,
  values,
  onValuesChange,
  disabled = false,
  className,
  ...rest
}: MultiComboboxProps) {
  const t = useTranslations('ui.combobox');
  const chosen = options.filter(({ value }) => values.includes(value));
  const toggle = (toggled: string) =>
    onValuesChange(options.flatMap(({ value }) => (values.includes(value) !== (value === toggled) ? [value] : [])));
  return (
    <div className={className}>
      <OptionPopover
        {...rest}
        multiple
        disabled={disabled}
        options={options}
        chosen={values}
        text={chosen.length === 0 ? undefined : t('count', { count: chosen.length })}
        onChoose={({ value }) => {
          toggle(value);
          return true;
        }}
      />
      {chosen.length > 0 ? (
        <ul className="mt-2 flex flex-wrap gap-1.5">
          {chosen.map(({ value, label }) => (
            <li
              key={value}
              className="inline-flex max-w-full items-center rounded-md border border-line bg-sunken pl-2 text-ink text-sm"
            >
              <span className="truncate py-1">{label}</span>
              {disabled ? (
                <span className="w-2" />
              ) : (
                <button
                  type="button"
                  aria-label={t('remove', { label })}
                  onClick={() => toggle(value)}
                  className="inline-flex size-7 shrink-0 items-center justify-center rounded-sm text-muted hover:text-ink touch:size-11"
                >
                  <Icon of={X} className="size-3.5" />
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
