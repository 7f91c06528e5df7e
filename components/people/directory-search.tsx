'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { SearchInput } from '../ui/search-input.tsx';

export type DirectorySearchProps = { path: string; label: string; value: string };

/** Finds by the beginning of a name; what was sought is in the address. */
export function DirectorySearch({ path, label, value }: DirectorySearchProps) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }

  function go(sought: string) {
    if (sought === value) return;
    const query = new URLSearchParams(sought === '' ? {} : { q: sought });
    startTransition(() => router.push(query.size > 0 ? `${path}?${query}` : path));
  }

  return (
    <search aria-label={label} aria-busy={pending} className="max-w-96">
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          go(text.trim());
        }}
      >
        <SearchInput
          label={label}
          value={text}
          maxLength={200}
          onChange={(event) => {
            setText(event.target.value);
            // The cross in the box empties it without the Enter key.
            if (event.target.value === '') go('');
          }}
          onBlur={() => go(text.trim())}
        />
      </form>
    </search>
  );
}
