'use client';

import { type FormEvent, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '../shell/use-shortcuts.ts';
import { SearchInput } from '../ui/search-input.tsx';

const SETTLE_MS = 250;

export type InboxSearchProps = {
  /** What is searched for, as the address says. */
  q: string;
  busy: boolean;
  onSearch: (q: string, how: 'push' | 'replace') => void;
  /** Goes on to what was found. */
  onFound: () => void;
};

/** Narrows the list as one types; Back leads to the list before the search. */
export function InboxSearch({ q, busy, onSearch, onFound }: InboxSearchProps) {
  const t = useTranslations('inbox');
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(q);

  function search() {
    clearTimeout(timer.current);
    const wanted = input.current?.value.trim() ?? '';
    if (wanted === asked.current) return;
    const how = asked.current === '' ? 'push' : 'replace';
    asked.current = wanted;
    onSearch(wanted, how);
  }

  function wait() {
    clearTimeout(timer.current);
    timer.current = setTimeout(search, SETTLE_MS);
  }
  const begin = useEffectEvent(wait);

  useEffect(() => {
    // Somebody may have typed before the page came alive.
    begin();
    return () => clearTimeout(timer.current);
  }, []);

  // The address changed by other means (Back, another view): show what it says.
  useEffect(() => {
    if (asked.current === q || !input.current) return;
    asked.current = q;
    input.current.value = q;
  }, [q]);

  /** On to what was found; what is not searched for yet is, first. */
  function goOn() {
    if (input.current?.value.trim() === asked.current) onFound();
    else search();
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    goOn();
  }

  useShortcuts({ '/': () => input.current?.focus() });

  return (
    <search className="min-w-0 flex-1">
      <form onSubmit={onSubmit} aria-busy={busy}>
        <SearchInput
          ref={input}
          label={t('search')}
          defaultValue={q}
          maxLength={200}
          onChange={wait}
          onKeyDown={({ key, currentTarget }) => {
            if (key === 'ArrowDown') goOn();
            if (key === 'Escape' && currentTarget.value === '') currentTarget.blur();
          }}
        />
      </form>
    </search>
  );
}
