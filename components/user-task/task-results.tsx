'use client';

import { useTranslations } from 'use-intl';
import { answerInWords } from '#contracts/form/answer-text.ts';
import type { JsonObject } from '#contracts/json.ts';
import { fieldLabel, type UserTaskField } from '#contracts/user-task-def.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { PersonName } from '../people/person-name.tsx';
import { AbsoluteTime } from '../ui/relative-time.tsx';

export type AnswersProps = { fields: readonly UserTaskField[]; results: JsonObject };

/** What was answered, in a box with a heading. */
export function TaskResults({ label, fields, results }: AnswersProps & { label: string }) {
  if (fields.length === 0) return null;
  return (
    <section aria-label={label} className="rounded-lg border border-line bg-surface">
      <h3 className="border-line border-b px-4 py-2.5 font-semibold text-base">{label}</h3>
      <AnswerList fields={fields} results={results} />
    </section>
  );
}

/** What was answered, in the order of the form. */
export function AnswerList({ fields, results }: AnswersProps) {
  const language = useLanguage();
  return (
    <dl className="divide-y divide-line">
      {fields.map((field) => (
        <div key={field.name} className="grid gap-0.5 px-4 py-2.5">
          <dt className="text-muted text-sm">{fieldLabel(field, language)}</dt>
          <AnswerText field={field} value={results[field.name]} />
        </div>
      ))}
    </dl>
  );
}

function AnswerText({ field, value }: { field: UserTaskField; value: JsonObject[string] | undefined }) {
  const t = useTranslations('task');
  if (value === undefined || value === null || value === '') {
    return <dd className="text-muted">{t('notAnswered')}</dd>;
  }
  return (
    <dd className="whitespace-pre-wrap text-ink">
      <AnswerValue field={field} value={value} />
    </dd>
  );
}

function AnswerValue({ field, value }: { field: UserTaskField; value: NonNullable<JsonObject[string]> }) {
  const t = useTranslations('task');
  if (field.type === 'TIMESTAMP' && typeof value === 'string') return <AbsoluteTime at={value} />;
  if (field.widget === 'user' && typeof value === 'string') return <PersonName id={value} />;
  if (typeof value === 'boolean' && !field.options) return value ? t('yes') : t('no');
  return answerInWords(field, value);
}
