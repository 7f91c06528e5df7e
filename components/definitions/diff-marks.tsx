'use client';

import { CirclePlus, MoveVertical, PencilLine, Trash2 } from 'lucide';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import type { Tone } from '../ui/tone.ts';
import type { DiffCounts, FieldDiff } from './diff-forms.ts';

type Mark = keyof DiffCounts;

const LOOKS: Record<Mark, { tone: Tone; icon: ReactNode }> = {
  added: { tone: 'success', icon: <Icon of={CirclePlus} /> },
  removed: { tone: 'danger', icon: <Icon of={Trash2} /> },
  changed: { tone: 'warning', icon: <Icon of={PencilLine} /> },
  moved: { tone: 'info', icon: <Icon of={MoveVertical} /> },
};

/** How many of each kind there are, those that there are. */
export function DiffSummary({ counts }: { counts: DiffCounts }) {
  const t = useTranslations('definitions.compare');
  const marks = (Object.keys(LOOKS) as Mark[]).filter((mark) => counts[mark] > 0);
  return (
    <ul aria-label={t('summary')} className="flex flex-wrap gap-2">
      {marks.map((mark) => (
        <li key={mark}>
          <StatusPill tone={LOOKS[mark].tone} icon={LOOKS[mark].icon}>
            {t(mark, { count: counts[mark] })}
          </StatusPill>
        </li>
      ))}
    </ul>
  );
}

/** What became of a field, in words and signs. */
export function DiffMarks({ kind, moved }: Pick<FieldDiff, 'kind' | 'moved'>) {
  const t = useTranslations('definitions.compare');
  const words = { added: t('kindAdded'), removed: t('kindRemoved'), changed: t('kindChanged'), moved: t('kindMoved') };
  const marks: Mark[] = [...(kind === 'same' ? [] : [kind]), ...(moved ? ['moved' as const] : [])];
  return marks.map((mark) => (
    <StatusPill key={mark} tone={LOOKS[mark].tone} icon={LOOKS[mark].icon}>
      {words[mark]}
    </StatusPill>
  ));
}
