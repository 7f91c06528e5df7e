'use client';

import { RadioGroup as Radix } from 'radix-ui';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { useFieldLabelId, useFieldWiring } from './field-context.ts';
import { cn } from './styles.ts';

export type RadioOption = { value: string; label: ReactNode; help?: ReactNode; disabled?: boolean };

export type RadioGroupProps = Omit<ComponentProps<typeof Radix.Root>, 'children'> & { options: readonly RadioOption[] };

/** One of a few, all in sight; wants a Field of layout `group`. `orientation="horizontal"` lays short answers side by side. */
export function RadioGroup({ options, orientation = 'vertical', className, ...rest }: RadioGroupProps) {
  const wiring = useFieldWiring(rest);
  const labelId = useFieldLabelId();
  const ownId = useId();
  return (
    <Radix.Root
      orientation={orientation}
      className={cn('flex', orientation === 'vertical' ? 'flex-col gap-2' : 'flex-wrap gap-x-6 gap-y-2', className)}
      {...(labelId ? { 'aria-labelledby': labelId } : {})}
      {...rest}
      {...wiring}
    >
      {options.map((option) => {
        const id = `${ownId}-${option.value}`;
        return (
          <div key={option.value} className="flex items-start gap-2.5">
            <Radix.Item
              id={id}
              value={option.value}
              disabled={option.disabled ?? false}
              className={cn(
                'relative mt-0.5 inline-flex size-4.5 shrink-0 items-center justify-center rounded-full border border-control bg-surface transition-colors',
                'after:absolute after:-inset-[13px] hover:border-muted disabled:opacity-50 data-[state=checked]:border-accent touch:mt-[13px]',
              )}
            >
              <Radix.Indicator className="size-2.5 rounded-full bg-accent" />
            </Radix.Item>
            <label htmlFor={id} className="text-base text-ink touch:py-[11px]">
              {option.label}
              {option.help ? <span className="block text-muted text-sm">{option.help}</span> : null}
            </label>
          </div>
        );
      })}
    </Radix.Root>
  );
}
