'use client';

import type { ComponentProps } from 'react';
import { useClock } from './clock.tsx';
import { Input } from './input.tsx';
import { instantOfLocal, localOfInstant } from './local-time.ts';

export type InstantInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange'> & {
  /** ISO 8601 with zone, or '' for none. */
  value: string;
  onValueChange: (instant: string) => void;
  /** A day without a time: the instant at which it begins. */
  dayOnly?: boolean;
};

/** A moment in the reader's own zone. */
export function InstantInput({
  value,
  onValueChange,
  dayOnly = false,
  className = 'max-w-64',
  ...rest
}: InstantInputProps) {
  const { zone } = useClock();
  const local = localOfInstant(value, zone);
  return (
    <Input
      type={dayOnly ? 'date' : 'datetime-local'}
      className={`tabular-nums ${className}`}
      value={dayOnly ? local.slice(0, 10) : local}
      onChange={(event) => onValueChange(instantOfLocal(event.target.value))}
      {...rest}
    />
  );
}
