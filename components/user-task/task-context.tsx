'use client';

import { Suspense } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { encodeText } from '#contracts/form/answer-text.ts';
import type { JsonValue } from '#contracts/json.ts';
import { textIn } from '#contracts/local-text.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { later } from '../ui/later.tsx';

const Markdown = later(() => import('../ui/markdown.tsx').then((part) => part.Markdown));

/** What to know before answering: the form's own word, the workflow's notes, and the values that it gave along. */
export function TaskContext({ task }: { task: UserTaskRun }) {
  const t = useTranslations('task');
  const language = useLanguage();
  const { description } = task.userTaskDef;
  return (
    <>
      {description ? <p className="text-muted">{textIn(description, language)}</p> : null}
      {task.notes ? (
        <section aria-label={t('notes')} className="rounded-lg border border-line bg-sunken px-4 py-3">
          <Suspense fallback={<p className="whitespace-pre-wrap">{task.notes}</p>}>
            <Markdown>{task.notes}</Markdown>
          </Suspense>
        </section>
      ) : null}
      {task.details.length > 0 ? (
        <section aria-label={t('details')}>
          <dl className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-x-6 gap-y-3 border-line border-y py-3 @md:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]">
            {task.details.map(({ label, value }) => (
              <div key={label} className="min-w-0">
                <dt className="text-muted text-sm">{label}</dt>
                <dd className="font-medium wrap-anywhere">
                  <DetailValue value={value} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </>
  );
}

function DetailValue({ value }: { value: JsonValue }) {
  const t = useTranslations('task');
  const format = useFormatter();
  if (value === null || value === '') return <span className="text-muted">{t('notAnswered')}</span>;
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  if (typeof value === 'object') {
    return <span className="block whitespace-pre-wrap font-mono font-normal text-xs">{encodeText(value)}</span>;
  }
  // Whole numbers are as often names, of an invoice or a year, as they are amounts.
  return typeof value === 'number' && !Number.isInteger(value) ? format.number(value) : String(value);
}
