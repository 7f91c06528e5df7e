'use client';

import { type ComponentProps, useId } from 'react';
import { useClock } from './clock.tsx';
import { zoneName } from './format-time.ts';
import { Input } from './input.tsx';
import { instantOfLocal, localOfInstant } from './local-time.ts';

export type InstantInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange'> & {
  /** ISO 8601 with zone, or '' for none. */
  value: string;
  onValueChange: (instant: string) => void;
  /** A day without a time: the instant at which it begins. */
  dayOnly?: boolean;
  /** Says beside it in which zone the moment is meant. */
  showZone?: boolean;
};

/** A moment in the reader's own zone. */
export function InstantInput({
  value,
  onValueChange,
  dayOnly = false,
  showZone = false,
  className = 'max-w-64',
  ...rest
}: InstantInputProps) {
  const { zone, now } = useClock();
  const zoneId = useId();
  const local = localOfInstant(value, zone);
  const input = (
    <Input
      type={dayOnly ? 'date' : 'datetime-local'}
      className={`tabular-nums ${className}`}
      value={dayOnly ? local.slice(0, 10) : local}
      onChange={(event) => onValueChange(instantOfLocal(event.target.value))}
      {...(showZone && { 'aria-describedby': zoneId })}
      {...rest}
    />
  );
  if (!showZone) return input;
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      {input}
      {/* Clocks go back and forth, so the distance to UTC is that of the moment itself. */}
      <span id={zoneId} className="text-muted text-sm">
        {zone.replaceAll('_', ' ')}
        {zone === 'UTC' ? null : ` · ${zoneName(new Date(local === '' ? now : value), zone)}`}
      </span>
    </div>
  );
}
