'use client';

import { useTranslations } from 'use-intl';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { useTaskTitle } from '../user-task/use-task-title.ts';
import { keyOf, type Reasons } from './bulk.ts';
import { TaskLink } from './task-link.tsx';

const REASONS = 5;
const TITLES = 3;

/** Why some were not done, or could not be: each reason with how many it is of and the first of them. */
export function ReasonList({ reasons }: { reasons: Reasons }) {
  const t = useTranslations('bulk');
  const titleOf = useTaskTitle();
  const words = useRefusalWords();
  if (reasons.length === 0) return null;
  return (
    <ul className="grid gap-1.5 text-sm">
      {reasons.slice(0, REASONS).map(({ problem, tasks }) => (
        <li key={problem.detail}>
          <p className="text-ink">
            <span className="text-muted tabular-nums">{t('times', { count: tasks.length })}</span> {words(problem)}
          </p>
          <p className="text-muted">
            {tasks.slice(0, TITLES).map((task, index) => (
              <span key={keyOf(task)}>
                {index > 0 ? ' · ' : null}
                <TaskLink task={task}>{task.context ?? titleOf(task)}</TaskLink>
              </span>
            ))}
            {tasks.length > TITLES ? ` · ${t('others', { count: tasks.length - TITLES })}` : null}
          </p>
        </li>
      ))}
      {reasons.length > REASONS ? (
        <li className="text-muted">{t('moreReasons', { count: reasons.length - REASONS })}</li>
      ) : null}
    </ul>
  );
}
