'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '../ui/button.tsx';
import { useClock } from '../ui/clock.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Select } from '../ui/select.tsx';
import { formatDateInput, instantOfDay } from './day-input.ts';

export type Filter =
  | { kind: 'text'; name: string; label: string; suggestions?: readonly string[] }
  | { kind: 'choice'; name: string; label: string; options: readonly { value: string; label: string }[] }
  /** A day of the reader's calendar; the address holds the instant at which it begins or, with `end`, ends. */
  | { kind: 'day'; name: string; label: string; end?: boolean };

export type FilterBarProps = {
  label: string;
  path: string;
  filters: readonly Filter[];
  values: Readonly<Record<string, string | undefined>>;
};

const ANY = '*';

/** What narrows a list; all of it lives in the address. */
export function FilterBar({ label, path, filters, values }: FilterBarProps) {
  const router = useRouter();
  const { zone } = useClock();
  const [edited, setEdited] = useState<Record<string, string>>({});
  // When the address changes, by Back for one, it has the say again.
  const address = JSON.stringify(values);
  const [seen, setSeen] = useState(address);
  if (seen !== address) {
    setSeen(address);
    setEdited({});
  }
  const [pending, startTransition] = useTransition();

  function go(changes: Record<string, string>) {
    const params = new URLSearchParams();
    for (const { name } of filters) {
      const value = (changes[name] ?? values[name] ?? '').trim();
      if (value !== '') params.set(name, value);
    }
    startTransition(() => router.push(params.size > 0 ? `${path}?${params}` : path));
  }

  function edit(name: string, value: string) {
    const next = { ...edited, [name]: value };
    setEdited(next);
    return next;
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    go(edited);
  }

  function clear() {
    const nothing = Object.fromEntries(filters.map(({ name }) => [name, '']));
    setEdited(nothing);
    go(nothing);
  }

  const narrowed = filters.some(({ name }) => values[name]);
  return (
    <search aria-label={label}>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-x-3 gap-y-2.5">
        {filters.map((filter) => {
          const value = edited[filter.name] ?? values[filter.name] ?? '';
          return (
            <Field
              key={filter.name}
              label={<span className="text-muted text-xs">{filter.label}</span>}
              className="w-44 gap-1 max-md:w-[calc(50%-0.375rem)]"
            >
              <FilterControl
                filter={filter}
                value={value}
                zone={zone}
                onEdit={(text) => edit(filter.name, text)}
                onChoose={(text) => go(edit(filter.name, text))}
              />
            </Field>
          );
        })}
        <div className="flex gap-2">
          <Button type="submit" size="lg" loading={pending}>
            Search
          </Button>
          {narrowed ? (
            <Button size="lg" variant="ghost" onClick={clear}>
              Clear
            </Button>
          ) : null}
        </div>
      </form>
    </search>
  );
}

type FilterControlProps = {
  filter: Filter;
  value: string;
  zone: string;
  onEdit: (text: string) => void;
  /** A choice takes effect at once. */
  onChoose: (text: string) => void;
};

function FilterControl({ filter, value, zone, onEdit, onChoose }: FilterControlProps) {
  switch (filter.kind) {
    case 'choice':
      return (
        <Select
          options={[{ value: ANY, label: 'Any' }, ...filter.options]}
          value={value === '' ? ANY : value}
          onValueChange={(chosen) => onChoose(chosen === ANY ? '' : chosen)}
        />
      );
    case 'day':
      return (
        <Input
          type="date"
          value={formatDateInput(value, zone, filter.end)}
          onChange={(event) => onEdit(instantOfDay(event.target.value, filter.end))}
        />
      );
    case 'text': {
      const listId = filter.suggestions ? `${filter.name}-suggestions` : undefined;
      return (
        <>
          <Input
            list={listId}
            value={value}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            onChange={(event) => onEdit(event.target.value)}
          />
          {filter.suggestions ? (
            <datalist id={listId}>
              {filter.suggestions.map((suggestion) => (
                <option key={suggestion} value={suggestion} />
              ))}
            </datalist>
          ) : null}
        </>
      );
    }
  }
}
