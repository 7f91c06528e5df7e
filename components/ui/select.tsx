'use client';

import { Check, ChevronDown } from 'lucide';
import { Select as Radix } from 'radix-ui';
import type { ComponentProps, Ref } from 'react';
import { useTranslations } from 'use-intl';
import { useFieldLabelId, useFieldWiring } from './field-context.ts';
import { Icon } from './icon.tsx';
import { inputStyles } from './input.tsx';

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = Omit<ComponentProps<typeof Radix.Root>, 'children'> & {
  options: readonly SelectOption[];
  placeholder?: string;
  id?: string;
  'aria-label'?: string;
  'aria-invalid'?: boolean;
  className?: string;
  /** The trigger, so that a form library can focus it. */
  ref?: Ref<HTMLButtonElement>;
  onBlur?: () => void;
};

/** One of several, folded away; the value '' shows the placeholder. */
export function Select({
  options,
  placeholder,
  id,
  className,
  ref,
  onBlur,
  'aria-label': label,
  'aria-invalid': isInvalid,
  ...rest
}: SelectProps) {
  const t = useTranslations('ui');
  const wiring = useFieldWiring({ id });
  const labelId = useFieldLabelId();
  const chosen = options.find(({ value }) => value === rest.value);
  return (
    <Radix.Root {...rest}>
      <Radix.Trigger
        ref={ref}
        onBlur={onBlur}
        aria-label={label}
        {...(labelId && !label && wiring.id ? { 'aria-labelledby': `${labelId} ${wiring.id}` } : {})}
        {...wiring}
        {...(isInvalid && { 'aria-invalid': true })}
        className={inputStyles({
          className: `inline-flex items-center justify-between gap-2 text-left data-placeholder:text-muted ${className ?? ''}`,
        })}
      >
        <span className="truncate">
          {/* Radix itself knows the label only once its options are mounted: until then, the page would show an empty box. */}
          <Radix.Value placeholder={placeholder ?? t('combobox.choose')}>{chosen?.label}</Radix.Value>
        </span>
        <Radix.Icon>
          <Icon of={ChevronDown} className="size-4 text-muted" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-pop-in overflow-hidden rounded-lg border border-line bg-raised p-1 text-ink shadow-md dark:border-line-strong"
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled ?? false}
                className="relative flex h-8 cursor-default select-none items-center rounded-sm pr-8 pl-2 text-base outline-none data-disabled:opacity-50 data-highlighted:bg-hover touch:h-11"
              >
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator className="absolute right-2">
                  <Icon of={Check} className="size-4 text-accent-ink" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
