'use client';

import type { ComponentProps } from 'react';
import { Input } from './input.tsx';

export type NumberInputProps = Omit<ComponentProps<'input'>, 'type' | 'inputMode'> & {
  /** Whole numbers only: phones then show digits without a decimal sign. */
  whole?: boolean;
};

/** A number as text, so that empty stays empty, wheels change nothing, and whoever reads the value decides what a number is. */
export function NumberInput({ whole = false, className = 'max-w-56', ...rest }: NumberInputProps) {
  return (
    <Input
      inputMode={whole ? 'numeric' : 'decimal'}
      autoComplete="off"
      spellCheck={false}
      className={`tabular-nums ${className}`}
      {...rest}
    />
  );
}
