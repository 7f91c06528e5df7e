'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '../shell/use-shortcuts.ts';
import { SearchInput } from '../ui/search-input.tsx';

const SETTLE_MS = 250;

export type InboxSearchProps = {
  /** What is searched for, as the address says. */
  q: string;
  busy: boolean;
  onSearch: (q: string, how: 'push' | 'replace') => void;
};

/** Narrows the list as one types; Back leads to the list before the search. */
export function InboxSearch({ q, busy, onSearch }: InboxSearchProps) {
  const t = useTranslations('inbox');
  const [text, setText] = useState(q);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(q);

  useEffect(() => () => clearTimeout(timer.current), []);

  // The address changed by other means (Back, another view): show what it says.
  useEffect(() => {
    if (asked.current === q) return;
    asked.current = q;
    setText(q);
  }, [q]);

  function search(value: string) {
    clearTimeout(timer.current);
    const wanted = value.trim();
    if (wanted === asked.current) return;
    const how = asked.current === '' ? 'push' : 'replace';
    asked.current = wanted;
    onSearch(wanted, how);
  }

  function onChange(value: string) {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(value), SETTLE_MS);
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    search(text);
  }

  useShortcuts({ '/': () => input.current?.focus() });

  return (
    <search className="min-w-0 flex-1">
      <form onSubmit={onSubmit} aria-busy={busy}>
        <SearchInput
          ref={input}
          label={t('search')}
          value={text}
          maxLength={200}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text === '') event.currentTarget.blur();
          }}
        />
      </form>
    </search>
  );
}
