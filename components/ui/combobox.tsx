'use client';

import type { ReactNode, Ref } from 'react';
import type { ComboboxOption } from './match-options.ts';
import { OptionPopover, type OptionPopoverProps } from './option-popover.tsx';

export type ComboboxProps = Pick<
  OptionPopoverProps,
  'options' | 'onSearch' | 'loading' | 'searchPlaceholder' | 'emptyText'
> & {
  /** The chosen option's value; '' for none. */
  value: string;
  onValueChange: (value: string, option?: ComboboxOption) => void;
  /** What is shown for the value; needed only where `options` may lack it, as those of a search do. */
  chosenLabel?: ReactNode;
  placeholder?: string;
  /** Whether the choice can be taken back. */
  clearable?: boolean;
  disabled?: boolean;
  id?: string;
  'aria-label'?: string;
  className?: string;
  /** The control, so that a form library can focus it. */
  ref?: Ref<HTMLButtonElement>;
  onBlur?: () => void;
};

/**
 * One of many, found by typing. With `onSearch` the options are those that were found elsewhere for what was typed: it is called
 * a moment after the last key, and with '' when the list opens.
 */
export function Combobox({ value, onValueChange, chosenLabel, clearable = false, options, ...rest }: ComboboxProps) {
  const label = options.find((option) => option.value === value)?.label ?? chosenLabel ?? value;
  return (
    <OptionPopover
      {...rest}
      options={options}
      chosen={[value]}
      text={value === '' ? undefined : label}
      onChoose={(option) => {
        onValueChange(option.value, option);
        return false;
      }}
      {...(clearable && { onClear: () => onValueChange('') })}
    />
  );
}
