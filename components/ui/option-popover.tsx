'use client';

import { ChevronsUpDown, X } from 'lucide';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, type Ref, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFieldLabelId, useFieldLabelText, useFieldWiring } from './field-context.ts';
import { Icon } from './icon.tsx';
import { inputStyles } from './input.tsx';
import { later } from './later.tsx';
import type { ComboboxOption } from './match-options.ts';
import { floatClass } from './menu-styles.ts';
import type { OptionPanelProps } from './option-panel.tsx';
import { cn } from './styles.ts';

const loadPanel = () => import('./option-panel.tsx');
const OptionPanel = later(() => loadPanel().then((part) => part.OptionPanel));

export type OptionPopoverProps = Pick<
  OptionPanelProps,
  'options' | 'chosen' | 'multiple' | 'onSearch' | 'loading' | 'searchPlaceholder' | 'emptyText'
> & {
  /** What is chosen, or undefined for nothing. */
  text: ReactNode;
  /** Told which option was chosen; the list stays open where it gives back true. */
  onChoose: (option: ComboboxOption) => boolean;
  /** Takes the choice back; without it the choice stands. */
  onClear?: (() => void) | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  id?: string | undefined;
  'aria-label'?: string | undefined;
  className?: string | undefined;
  /** The control, so that a form library can focus it. */
  ref?: Ref<HTMLButtonElement> | undefined;
  onBlur?: (() => void) | undefined;
};

/** A control that opens a list to search: what Combobox and MultiCombobox have in common. */
export function OptionPopover({
  text,
  chosen,
  options,
  onChoose,
  onClear,
  placeholder,
  disabled = false,
  id,
  className,
  ref,
  onBlur,
  'aria-label': ariaLabel,
  ...search
}: OptionPopoverProps) {
  const t = useTranslations('ui.combobox');
  const wiring = useFieldWiring({ id });
  const labelId = useFieldLabelId();
  const fieldLabel = useFieldLabelText();
  const name = ariaLabel ?? fieldLabel ?? placeholder ?? t('choose');
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const isEmpty = text === undefined;
  const isClearable = onClear !== undefined && !isEmpty && !disabled;

  function setOpenWith(open: boolean, search = '') {
    setTyped(search);
    setOpen(open);
    if (!open) onBlur?.();
  }

  /** Typing on the closed control searches at once; Delete takes the choice back. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isText = event.key.length === 1 && event.key !== ' ';
    const isClear = isClearable && !isOpen && (event.key === 'Delete' || event.key === 'Backspace');
    if (!isText && !isClear && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (isClear) onClear();
    // Until the list is there, its search box is not: what goes on being typed is kept for it.
    else setOpenWith(true, `${isOpen ? typed : ''}${isText ? event.key : ''}`);
  }

  return (
    <Popover.Root open={isOpen} onOpenChange={(open) => setOpenWith(open)} modal>
      <div className={cn('relative', className)}>
        <Popover.Trigger
          ref={ref}
          role="combobox"
          aria-haspopup="listbox"
          aria-label={ariaLabel}
          {...(labelId && !ariaLabel && wiring.id ? { 'aria-labelledby': `${labelId} ${wiring.id}` } : {})}
          {...wiring}
          disabled={disabled}
          onKeyDown={onKeyDown}
          onFocus={loadPanel}
          onPointerEnter={loadPanel}
          onBlur={() => !isOpen && onBlur?.()}
          className={inputStyles({ className: 'flex items-center justify-between gap-2 text-left' })}
        >
          <span className={cn('min-w-0 flex-1 truncate', isEmpty && 'text-muted')}>
            {isEmpty ? (placeholder ?? t('choose')) : text}
          </span>
          <Icon
            of={ChevronsUpDown}
            aria-hidden
            className={cn('size-4 shrink-0 text-muted', isClearable && 'ml-8 touch:ml-11')}
          />
        </Popover.Trigger>
        {isClearable ? (
          <button
            type="button"
            aria-label={t('clear')}
            onClick={onClear}
            className="absolute inset-y-0 right-8 inline-flex w-8 items-center justify-center rounded-sm text-muted hover:text-ink touch:w-11"
          >
            <Icon of={X} className="size-4" />
          </button>
        ) : null}
      </div>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={name}
          onKeyDown={(event) => {
            if (event.target === event.currentTarget) onKeyDown(event);
          }}
          className={cn(
            floatClass,
            'w-(--radix-popover-trigger-width) min-w-[min(16rem,calc(100vw-1rem))] overflow-hidden',
          )}
        >
          <Suspense fallback={<div className="h-24 animate-breathe bg-sunken" />}>
            <OptionPanel
              label={name}
              options={options}
              chosen={chosen}
              initialSearch={typed}
              onChoose={(option) => {
                if (!onChoose(option)) setOpenWith(false);
              }}
              {...search}
            />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
