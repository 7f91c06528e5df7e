'use client';

import { Command } from 'cmdk';
import { Check, Search } from 'lucide';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from './icon.tsx';
import { type ComboboxOption, matchOptions } from './match-options.ts';

export type OptionPanelProps = {
  label: string;
  options: readonly ComboboxOption[];
  /** The values that are chosen now. */
  chosen: readonly string[];
  onChoose: (option: ComboboxOption) => void;
  /** Several may be chosen. */
  multiple?: boolean | undefined;
  /** What was typed before the panel opened. */
  initialSearch: string;
  /** Given, the options are what somebody else found for the search; otherwise they are searched here. */
  onSearch?: ((search: string) => void) | undefined;
  loading?: boolean | undefined;
  searchPlaceholder?: string | undefined;
  emptyText?: string | undefined;
};

/** More than can be looked through: whoever does not find it among these goes on typing. */
const MAX_SHOWN = 100;
const SEARCH_DELAY_MS = 180;

/** A search box above the options that it leaves; loaded when it is first opened. */
export function OptionPanel({
  label,
  options,
  chosen,
  onChoose,
  multiple = false,
  initialSearch,
  onSearch,
  loading = false,
  searchPlaceholder,
  emptyText,
}: OptionPanelProps) {
  const t = useTranslations('ui.combobox');
  const [search, setSearch] = useState(initialSearch);
  const [asked, setAsked] = useState('');
  const [active, setActive] = useState(() => keyOf(chosen[0] ?? ''));
  const ask = useEffectEvent((text: string) => {
    onSearch?.(text);
    setAsked(text);
  });
  useEffect(() => {
    const timer = setTimeout(() => ask(search), search === '' ? 0 : SEARCH_DELAY_MS);
    return () => clearTimeout(timer);
  }, [search]);

  const isWaiting = onSearch !== undefined && (loading || asked !== search);
  // Until what was searched for has come, those that are there are of another search: who goes on with Enter gets none of them by mistake.
  const found = onSearch && !isWaiting ? options : matchOptions(options, search);
  const shown = found.slice(0, MAX_SHOWN);
  const keys = shown.map(({ value }) => keyOf(value));
  const state = isWaiting
    ? t('searching')
    : found.length === 0
      ? (emptyText ?? t('nothing'))
      : found.length > shown.length
        ? t('more', { count: found.length - shown.length })
        : '';
  return (
    <Command
      label={label}
      shouldFilter={false}
      loop
      vimBindings={false}
      value={keys.includes(active) ? active : (keys[0] ?? '')}
      onValueChange={setActive}
    >
      <div className="flex items-center gap-2 border-line border-b px-3">
        <Icon of={Search} className="size-4 shrink-0 text-muted" />
        <Command.Input
          // The panel opens by the reader's own doing, who goes on with typing.
          autoFocus
          value={search}
          onValueChange={setSearch}
          placeholder={searchPlaceholder ?? t('search')}
          className="h-9 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-muted touch:h-11 touch:text-lg"
        />
      </div>
      <Command.List
        label={label}
        {...(multiple && { 'aria-multiselectable': true })}
        className="max-h-[min(20rem,calc(var(--radix-popover-content-available-height)-5rem))] scroll-py-1 overflow-y-auto overscroll-contain empty:hidden"
      >
        {shown.map((option) => (
          <Command.Item
            key={option.value}
            value={keyOf(option.value)}
            disabled={option.disabled ?? false}
            onSelect={() => onChoose(option)}
            // Not the menu's styles: cmdk says data-disabled="false", which to them is disabled.
            className="relative mx-1 flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-sm px-2 py-1 text-base outline-none first:mt-1 last:mb-1 aria-disabled:pointer-events-none aria-selected:bg-hover aria-disabled:opacity-50 touch:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
          >
            {option.icon}
            <span className="min-w-0 flex-1">
              <span className="block truncate">{option.label}</span>
              {option.detail ? <span className="block truncate text-muted text-sm">{option.detail}</span> : null}
            </span>
            {chosen.includes(option.value) ? (
              <>
                <Icon of={Check} className="text-accent-ink!" />
                <span className="sr-only">{t('chosen')}</span>
              </>
            ) : null}
          </Command.Item>
        ))}
      </Command.List>
      <p role="status" className="px-3 py-2 text-muted text-sm empty:hidden">
        {state}
      </p>
    </Command>
  );
}

/** cmdk trims what it is given; as JSON a value stays whole. */
const keyOf = (value: string) => JSON.stringify(value);
