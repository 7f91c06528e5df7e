'use client';

import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useClock } from '../ui/clock.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { formatDateInput, instantOfDay, isBeyond, isWholeDay, LAST_DAY } from './day-input.ts';

export type DayFilterProps = {
  label: ReactNode;
  /** The instant that holds, '' for none. */
  value: string;
  onValueChange: (instant: string) => void;
  /** The other side of the time that this is one of. */
  other: string;
  /** It is the last day of that time; else the first. */
  end?: boolean;
  className: string;
};

/** Days are typed part by part, and each may be a day already. */
const PAUSE_MS = 500;

/** The first or the last day of a time that narrows a list; it takes effect once it is picked or typed, and not where it finds nothing. */
export function DayFilter({ label, value, onValueChange, other, end = false, className }: DayFilterProps) {
  const t = useTranslations('desk.days');
  const { zone } = useClock();
  const held = formatDateInput(value, zone, end);
  const [{ day, isPart }, setTyped] = useState({ day: held, isPart: false });
  // An address that changes has the say over what was typed.
  const [seen, setSeen] = useState(held);
  if (seen !== held) {
    setSeen(held);
    setTyped({ day: held, isPart: false });
  }
  // What holds is not worked out anew: in an address that a figure leads to it may be any moment of its day.
  const instant = day === held ? value : instantOfDay(day, end);
  const isCrossed = isWholeDay(day) && isBeyond(instant, other, end);

  function apply(wanted: string, opposite = other) {
    const at = instantOfDay(wanted, end);
    if (wanted !== held && isWholeDay(wanted) && !isBeyond(at, opposite, end)) onValueChange(at);
  }
  const applyTyped = useEffectEvent((wanted: string, opposite: string) => isPart || apply(wanted, opposite));
  // Also once the other side has moved: what crossed it no longer does.
  useEffect(() => {
    const timer = setTimeout(() => applyTyped(day, other), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [day, other]);

  function settle({ currentTarget: { value: left, validity } }: FocusEvent<HTMLInputElement>) {
    if (validity.badInput || !isWholeDay(left)) setTyped({ day: held, isPart: false });
    else apply(left);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter') return;
    // The form around it knows what holds, not what is typed here.
    event.preventDefault();
    if (!event.currentTarget.validity.badInput) apply(event.currentTarget.value);
  }

  return (
    <Field label={label} error={isCrossed ? t(end ? 'beforeFirst' : 'afterLast') : undefined} className={className}>
      <Input
        type="date"
        max={LAST_DAY}
        value={day}
        // Without a part of it a day is empty, as is none.
        onChange={({ target }) => setTyped({ day: target.value, isPart: target.validity.badInput })}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
    </Field>
  );
}
