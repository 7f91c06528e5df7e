'use client';

import { type Ref, useState } from 'react';
import { useLocale } from 'use-intl';
import { NumberInput } from '../ui/number-input.tsx';
import { toLocalNumber, toPlainNumber } from './local-number.ts';

export type NumberAnswerProps = {
  ref?: Ref<HTMLInputElement>;
  /** The plain number, or a text that is none; '' for no answer. */
  value: string;
  onValueChange: (value: string) => void;
  onBlur?: () => void;
  whole: boolean;
  readOnly?: boolean;
  placeholder?: string | undefined;
};

/** A number as the reader's locale writes it. While it is typed it stays as it was typed. */
export function NumberAnswer({ value, onValueChange, onBlur, placeholder, ...rest }: NumberAnswerProps) {
  const locale = useLocale();
  const [typed, setTyped] = useState<string | null>(null);
  const isTyped = typed !== null && toPlainNumber(typed, locale) === value;
  return (
    <NumberInput
      {...rest}
      {...(placeholder !== undefined && { placeholder })}
      value={isTyped ? typed : toLocalNumber(value, locale)}
      onChange={({ target }) => {
        setTyped(target.value);
        onValueChange(toPlainNumber(target.value, locale));
      }}
      onBlur={() => {
        setTyped(null);
        onBlur?.();
      }}
    />
  );
}
