'use client';

import { ArrowRight } from 'lucide';
import { useTranslations } from 'use-intl';
import { answerInWords } from '#contracts/form/answer-text.ts';
import { fieldLabel, type UserTaskField } from '#contracts/user-task-def.ts';
import type { UserTaskEvent } from '#contracts/user-task-run.ts';
import { useAnswerWords } from '../form/use-answer-words.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Icon } from '../ui/icon.tsx';

type Edit = Extract<UserTaskEvent, { type: 'SAVED' }>['changes'][number];

/** What was saved, changed from what, by the labels of the form. */
export function TimelineEdits({ changes, fields }: { changes: readonly Edit[]; fields: readonly UserTaskField[] }) {
  const t = useTranslations('task.story');
  const notAnswered = useTranslations('task')('notAnswered');
  const language = useLanguage();
  const answerWords = useAnswerWords();
  const byName = new Map(fields.map((field) => [field.name, field]));
  return (
    <dl className="grid gap-1.5">
      {changes.map(({ field: name, before, after }) => {
        const field = byName.get(name);
        const words = (value: Edit['after']) => answerInWords(field, value, answerWords) ?? notAnswered;
        return (
          <div key={name} className="wrap-anywhere">
            <dt className="text-xs">{field ? fieldLabel(field, language) : name}</dt>
            <dd>
              {before === null ? null : (
                <>
                  <span className="sr-only">{t('before')}: </span>
                  <del className="text-muted">{words(before)}</del>
                  <Icon of={ArrowRight} className="mx-1 inline size-3.5" />
                  <span className="sr-only">{t('after')}: </span>
                </>
              )}
              <ins className="text-ink no-underline">{words(after)}</ins>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
