'use client';

import { ListFilter, X } from 'lucide';
import { useRouter } from 'next/navigation';
import {
  type FormEvent,
  type ReactNode,
  useEffect,
  useId,
  useOptimistic,
  useRef,
  useState,
  useTransition,
} from 'react';
import { useTranslations } from 'use-intl';
import { DayFilter } from '../admin/day-filter.tsx';
import { GroupPicker } from '../people/group-picker.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { SearchInput } from '../ui/search-input.tsx';
import { Select } from '../ui/select.tsx';
import { addressOf, DUE_CHOICES, type FilterName, type Filters, isNarrowed, STATUS_CHOICES } from './task-filters.ts';

export type TaskFilterBarProps = {
  path: string;
  filters: Filters;
  /** What to choose from, each with its latest version. */
  userTaskDefs: readonly { name: string; version: number }[];
  wfSpecs: readonly string[];
};

const ANY = '*';
const SETTLE_MS = 300;
const MORE: readonly FilterName[] = [
  'userTaskDefName',
  'userTaskDefVersion',
  'wfSpecName',
  'priorityMin',
  'suspended',
  'earliestStart',
  'latestStart',
  'completedAfter',
  'completedBefore',
];
/** Each with the other side of its time, and whether it is the last. */
const DAYS = [
  ['earliestStart', 'latestStart', false],
  ['latestStart', 'earliestStart', true],
  ['completedAfter', 'completedBefore', false],
  ['completedBefore', 'completedAfter', true],
] as const;
const PRIORITIES = ['51', '60', '70', '80', '90'];

/** What narrows the search over all tasks; all of it lives in the address, where Back undoes it. */
export function TaskFilterBar({ path, filters: found, userTaskDefs, wfSpecs }: TaskFilterBarProps) {
  const t = useTranslations('desk.filters');
  const router = useRouter();
  const moreId = useId();
  const [pending, startTransition] = useTransition();
  // What was chosen stands at once, so that the next choice adds to it, however long the list takes.
  const [filters, want] = useOptimistic(found);
  const active = MORE.filter((name) => filters[name]).length;
  const [isOpen, setOpen] = useState(active > 0);
  const [cleared, setCleared] = useState(0);
  const [text, setText] = useState(found.q ?? '');
  // When the address changes, by Back for one, it has the say again; not when it comes to say what was typed here a while ago.
  const [seen, setSeen] = useState(found.q);
  const [asked, setAsked] = useState(found.q ?? '');
  if (seen !== found.q) {
    setSeen(found.q);
    if (!pending && (found.q ?? '') !== asked) {
      setAsked(found.q ?? '');
      setText(found.q ?? '');
    }
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function show(wanted: Filters, how: 'push' | 'replace' = 'push') {
    clearTimeout(timer.current);
    setAsked(wanted.q?.trim() ?? '');
    startTransition(() => {
      want(wanted);
      router[how](addressOf(path, wanted), { scroll: false });
    });
  }
  const go = (changes: Filters) => show({ ...filters, q: text, ...changes });
  const choice = (name: FilterName, options: readonly { value: string; label: string }[]) => (
    <Select
      options={[{ value: ANY, label: t('any') }, ...options]}
      value={filters[name] ?? ANY}
      onValueChange={(value) => go({ [name]: value === ANY ? undefined : value })}
    />
  );
  const latest = userTaskDefs.find(({ name }) => name === filters.userTaskDefName)?.version ?? 0;
  const versions = [...new Set([...Array(latest + 1).keys()].map(String)).add(filters.userTaskDefVersion ?? '0')]
    .map((value) => ({ value, label: `v${value}` }))
    .reverse();
  const named = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));

  /** Back leads to the list before the search, not through each of its letters. */
  function search(q: string) {
    clearTimeout(timer.current);
    if (q.trim() !== asked) show({ ...filters, q }, asked === '' ? 'push' : 'replace');
  }
  function type(q: string) {
    setText(q);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(q), SETTLE_MS);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    search(text);
  }

  return (
    <search aria-label={t('label')} aria-busy={pending}>
      <form onSubmit={submit} className="grid gap-3">
        <div className="flex flex-wrap items-end gap-x-3 gap-y-2.5">
          <SearchInput
            label={t('text')}
            value={text}
            maxLength={200}
            onChange={(event) => type(event.target.value)}
            className="min-w-56 flex-[2_1_14rem] [&_input]:h-9 touch:[&_input]:h-11"
          />
          <Labelled label={t('status')}>
            {choice(
              'status',
              STATUS_CHOICES.map((value) => ({ value, label: t(`statuses.${value}`) })),
            )}
          </Labelled>
          <Labelled label={t('userId')}>
            <PersonPicker
              clearable
              placeholder={t('any')}
              value={filters.userId ?? ''}
              onValueChange={(userId) => go({ userId })}
            />
          </Labelled>
          <Labelled label={t('userGroup')}>
            <GroupPicker
              clearable
              placeholder={t('any')}
              value={filters.userGroup ?? ''}
              onValueChange={(userGroup) => go({ userGroup })}
            />
          </Labelled>
          <Labelled label={t('due')}>
            {choice(
              'due',
              DUE_CHOICES.map((value) => ({ value, label: t(`dues.${value}`) })),
            )}
          </Labelled>
          <div className="flex gap-2">
            <Button
              size="lg"
              icon={<Icon of={ListFilter} />}
              aria-expanded={isOpen}
              aria-controls={moreId}
              onClick={() => setOpen(!isOpen)}
            >
              {t('more')}
              {active > 0 ? <Badge tone="accent">{active}</Badge> : null}
            </Button>
            {isNarrowed(filters) ? (
              <Button
                size="lg"
                variant="ghost"
                icon={<Icon of={X} />}
                onClick={() => {
                  setText('');
                  setCleared(cleared + 1);
                  show({});
                }}
              >
                {t('clear')}
              </Button>
            ) : null}
          </div>
        </div>
        <div id={moreId} hidden={!isOpen} className="rounded-lg border border-line bg-surface p-4">
          <div className="flex flex-wrap items-start gap-x-3 gap-y-2.5">
            <Labelled label={t('userTaskDefName')}>
              <Combobox
                clearable
                placeholder={t('any')}
                options={named(userTaskDefs.map(({ name }) => name))}
                value={filters.userTaskDefName ?? ''}
                onValueChange={(userTaskDefName) => go({ userTaskDefName, userTaskDefVersion: undefined })}
              />
            </Labelled>
            {filters.userTaskDefName ? (
              <Labelled label={t('userTaskDefVersion')}>{choice('userTaskDefVersion', versions)}</Labelled>
            ) : null}
            <Labelled label={t('wfSpecName')}>
              <Combobox
                clearable
                placeholder={t('any')}
                options={named(wfSpecs)}
                value={filters.wfSpecName ?? ''}
                onValueChange={(wfSpecName) => go({ wfSpecName })}
              />
            </Labelled>
            <Labelled label={t('priorityMin')}>
              {choice(
                'priorityMin',
                PRIORITIES.map((value) => ({ value, label: t('atLeast', { value }) })),
              )}
            </Labelled>
            <Labelled label={t('suspended')}>
              {choice(
                'suspended',
                (['true', 'false'] as const).map((value) => ({ value, label: t(`suspends.${value}`) })),
              )}
            </Labelled>
            {DAYS.map(([name, other, isEnd]) => (
              <DayFilter
                // What was typed and does not hold yet is cleared too.
                key={`${name} ${cleared}`}
                label={<span className="text-muted text-xs">{t(name)}</span>}
                className={labelledClass}
                value={filters[name] ?? ''}
                other={filters[other] ?? ''}
                end={isEnd}
                onValueChange={(at) => go({ [name]: at })}
              />
            ))}
          </div>
        </div>
        <button type="submit" className="sr-only">
          {t('search')}
        </button>
      </form>
    </search>
  );
}

const labelledClass = 'min-w-0 flex-[1_1_9.5rem] gap-1 md:max-w-56';

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Field label={<span className="text-muted text-xs">{label}</span>} className={labelledClass}>
      {children}
    </Field>
  );
}
