'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState, useTransition } from 'react';
import { SearchInput } from '../ui/search-input.tsx';

export type DefinitionSearchProps = {
  label: string;
  path: string;
  /** The parameter that holds what is searched for. */
  name: string;
  value: string;
  /** Other parameters that stay. */
  keep?: Readonly<Record<string, string | undefined>>;
};

const PAUSE_MS = 250;

/** Searches a list while one types; what is searched for lives in the address. */
export function DefinitionSearch({ label, path, name, value, keep = {} }: DefinitionSearchProps) {
  const router = useRouter();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [asked, setAsked] = useState(value);
  const [pending, startTransition] = useTransition();
  // When the address changes by Back or a link, it has the say again; by what was asked here, one may have typed on meanwhile.
  if (known !== value) {
    setKnown(value);
    if (!pending && value !== asked) {
      setAsked(value);
      setText(value);
    }
  }

  const search = useEffectEvent((typed: string) => {
    const wanted = typed.trim();
    if (wanted === value) return;
    const params = new URLSearchParams(Object.entries(keep).flatMap(([key, one]) => (one ? [[key, one]] : [])));
    if (wanted !== '') params.set(name, wanted);
    setAsked(wanted);
    startTransition(() => router.replace(params.size > 0 ? `${path}?${params}` : path, { scroll: false }));
  });
  useEffect(() => {
    const timer = setTimeout(() => search(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <search className="w-full sm:max-w-80">
      <SearchInput
        label={label}
        value={text}
        maxLength={200}
        aria-busy={pending}
        onChange={(event) => setText(event.target.value)}
      />
    </search>
  );
}
