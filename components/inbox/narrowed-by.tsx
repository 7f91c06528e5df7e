'use client';

import { useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide';
import { useTranslations } from 'use-intl';
import type { SavedView } from '#contracts/saved-view.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { toast } from '../ui/toast.ts';
import type { ViewActions } from './inbox-actions.ts';
import { DUES, type Filters, type InboxSearch, PRIORITIES } from './inbox-query.ts';
import { recount, viewsQuery } from './queries.ts';

type Chips = { filters: Filters; onRemove: (name: keyof Filters) => void };

export type NarrowedByProps = Chips & {
  /** Whether it is narrowed otherwise than the view is by itself, which can be kept. */
  isNarrowed: boolean;
  /** The view that is shown, if it is a saved one: it can become what is searched for now. */
  saved: SavedView | undefined;
  search: InboxSearch;
  actions: ViewActions;
  onSave: () => void;
  onUpdated: () => void;
};

/** By what a list is narrowed, and the ways to keep that. */
export function NarrowedBy({ isNarrowed, saved, search, actions, onSave, onUpdated, ...chips }: NarrowedByProps) {
  const t = useTranslations('inbox.save');
  const words = useRefusalWords();
  const store = useQueryClient();

  async function update({ id, name }: SavedView) {
    const answer = await actions.replace({ viewId: id, name, query: search }).catch(() => null);
    if (!answer?.ok) return void toast.error(answer ? words(answer.refusal) : t('failed'));
    store.setQueryData(viewsQuery.queryKey, (known = []) => known.map((one) => (one.id === id ? answer.value : one)));
    void recount(store);
    onUpdated();
    toast.success(t('updated'));
  }

  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <FilterChips {...chips} />
      {isNarrowed ? (
        <span className="ml-auto flex gap-1">
          {saved ? (
            <Button size="sm" variant="ghost" onClick={() => void update(saved)}>
              {t('update')}
            </Button>
          ) : null}
          <Button size="sm" variant="ghost" onClick={onSave}>
            {t('action')}
          </Button>
        </span>
      ) : null}
    </div>
  );
}

/** What the list is narrowed by, each to be taken off. */
function FilterChips({ filters, onRemove }: Chips) {
  const t = useTranslations('inbox.filter');
  const words = {
    form: (value: string) => value,
    group: (value: string) => value,
    priority: (value: string) => {
      const known = PRIORITIES.find((one) => one === value);
      return known ? `${t('priority')}: ${t(`priorities.${known}`)}` : t('atLeast', { value });
    },
    due: (value: string) => {
      const known = DUES.find((one) => one === value);
      return known ? `${t('due')}: ${t(`dues.${known}`)}` : t('within', { hours: value });
    },
    q: (value: string) => t('text', { text: value }),
  };
  return Object.entries(words).map(([key, wordsOf]) => {
    const name = key as keyof typeof words;
    const value = filters[name];
    if (!value) return null;
    return (
      <button
        key={name}
        type="button"
        aria-label={t('remove', { filter: wordsOf(value) })}
        onClick={() => onRemove(name)}
        className="inline-flex h-6 max-w-full items-center gap-1 rounded-full border border-line-strong bg-raised pr-1.5 pl-2.5 text-xs hover:bg-hover touch:h-11"
      >
        <span className="truncate">{wordsOf(value)}</span>
        <Icon of={X} className="size-3 shrink-0 text-muted" />
      </button>
    );
  });
}
