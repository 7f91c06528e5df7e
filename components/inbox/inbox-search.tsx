'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { useShortcuts } from '../shell/use-shortcuts.ts';
import { SearchInput } from '../ui/search-input.tsx';
import { type InboxQuery, inboxHref } from './inbox-query.ts';

const settleMs = 250;

/** Narrows the list as one types; Back leads to the list before the search. */
export function InboxSearch({ query }: { query: InboxQuery }) {
  const router = useRouter();
  const [text, setText] = useState(query.q ?? '');
  const [pending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(query.q ?? '');

  useEffect(() => () => clearTimeout(timer.current), []);

  // The address changed by other means (Back, another view): show what it says.
  useEffect(() => {
    const now = query.q ?? '';
    if (asked.current === now) return;
    asked.current = now;
    setText(now);
  }, [query.q]);

  function search(value: string) {
    clearTimeout(timer.current);
    const q = value.trim();
    if (q === asked.current) return;
    const first = asked.current === '';
    asked.current = q;
    const href = inboxHref({ ...query, q: q || undefined, bookmark: undefined, task: undefined });
    startTransition(() => (first ? router.push(href) : router.replace(href)));
  }

  function onChange(value: string) {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(value), settleMs);
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    search(text);
  }

  useShortcuts({ '/': () => input.current?.focus() });

  return (
    <search>
      <form onSubmit={onSubmit} aria-busy={pending}>
        <SearchInput
          ref={input}
          label="Search tasks"
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
