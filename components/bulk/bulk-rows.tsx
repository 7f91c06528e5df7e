'use client';

import { Ban, CircleCheck, CircleMinus } from 'lucide';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ScrollRegion } from '../ui/scroll-region.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { useTaskTitle } from '../user-task/use-task-title.ts';
import { type BulkReport, keyOf } from './bulk.ts';
import { TaskLink } from './task-link.tsx';

const STEP = 100;

/** Task by task what came of bulk work: those that were refused first, for somebody has to look at them. */
export function BulkRows({ report: { action, outcomes, left } }: { report: BulkReport }) {
  const t = useTranslations('bulk');
  const titleOf = useTaskTitle();
  const words = useRefusalWords();
  const [shown, setShown] = useState(STEP);
  const rows = [
    ...outcomes
      .filter(({ problem }) => problem)
      .map(({ task, problem }) => ({ task, problem, was: 'refused' as const })),
    ...left.map((task) => ({ task, problem: null, was: 'left' as const })),
    ...outcomes.filter(({ problem }) => !problem).map(({ task }) => ({ task, problem: null, was: 'done' as const })),
  ];
  return (
    <ScrollRegion label={t('rows.label')} className="max-h-96 rounded-lg border border-line bg-surface">
      <ul className="divide-y divide-line">
        {rows.slice(0, shown).map(({ task, problem, was }) => (
          <li key={keyOf(task)} className="grid gap-x-4 gap-y-0.5 px-4 py-2 text-sm md:grid-cols-2">
            <span className="min-w-0">
              <TaskLink task={task}>{titleOf(task)}</TaskLink>
              {task.context === null ? null : <span className="text-muted"> · {task.context}</span>}
            </span>
            <span className="min-w-0">
              {was === 'done' ? (
                <StatusPill bare tone="success" icon={<Icon of={CircleCheck} />}>
                  {t(`rows.${action}`)}
                </StatusPill>
              ) : null}
              {was === 'left' ? (
                <StatusPill bare icon={<Icon of={CircleMinus} />}>
                  {t('rows.left')}
                </StatusPill>
              ) : null}
              {problem ? (
                <>
                  <StatusPill bare tone="warning" icon={<Icon of={Ban} />}>
                    {t('rows.refused')}
                  </StatusPill>{' '}
                  <span className="text-muted">{words(problem)}</span>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > shown ? (
        <div className="border-line border-t px-4 py-2">
          <Button size="sm" onClick={() => setShown(shown + STEP)}>
            {t('rows.more', { count: rows.length - shown })}
          </Button>
        </div>
      ) : null}
    </ScrollRegion>
  );
}
