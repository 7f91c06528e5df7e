'use client';

import { useTranslations } from 'use-intl';
import { kindsOf, STORY_KINDS, type StoryEntry, type StoryKind } from './task-story.ts';

export type TimelineFilterProps = {
  story: readonly StoryEntry[];
  /** What is looked for; none is all. */
  kinds: ReadonlySet<StoryKind>;
  onKinds: (kinds: ReadonlySet<StoryKind>) => void;
};

/** Narrows a history to the kinds that are pressed; only the kinds that there are are offered. */
export function TimelineFilter({ story, kinds, onKinds }: TimelineFilterProps) {
  const t = useTranslations('task.story');
  const counts = STORY_KINDS.map((kind) => ({
    kind,
    count: story.filter(({ event }) => kindsOf(event).includes(kind)).length,
  })).filter(({ count }) => count > 0);
  if (counts.length < 2) return null;

  function toggle(kind: StoryKind) {
    const next = new Set(kinds);
    if (!next.delete(kind)) next.add(kind);
    onKinds(next);
  }

  return (
    <fieldset aria-label={t('filter')} className="flex flex-wrap gap-1.5 print:hidden">
      {counts.map(({ kind, count }) => (
        <button
          key={kind}
          type="button"
          aria-pressed={kinds.has(kind)}
          onClick={() => toggle(kind)}
          className="inline-flex h-6.5 items-center gap-1.5 rounded-full border border-line-strong px-2.5 text-muted text-xs transition-colors hover:bg-hover hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent-ink touch:h-11 touch:px-3.5"
        >
          {t(`filters.${kind}`)}
          <span className="tabular-nums">{count}</span>
        </button>
      ))}
    </fieldset>
  );
}
