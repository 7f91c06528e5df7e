'use client';

import { useEffect, useEffectEvent, useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { mergeDraft } from '#contracts/form-rules.ts';
import type { JsonObject } from '#contracts/json.ts';
import { fieldLabel, formTitle, type UserTaskDef } from '#contracts/user-task-def.ts';
import { type Answers, resultsOf, textsOf } from '../form/answers.ts';
import { TaskForm } from '../form/task-form.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { Badge } from '../ui/badge.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { sampleAnswers } from './sample-answers.ts';

/** How a step is done in a simulation; null when it stays open. */
export type ReadAnswer = () => { after: number; userId?: string; results: JsonObject } | null;

export type SimulatedStepProps = {
  node: string;
  form: UserTaskDef | null;
  isOurs: boolean;
  /** Hands over how to read what is said here. */
  register: (read: ReadAnswer) => void;
};

const UNITS = { minutes: 60, hours: 3_600, days: 86_400 } as const;
type Unit = keyof typeof UNITS;

/** Whether somebody does a step meanwhile: those of other forms are, so that the run comes to the one that matters. */
export function SimulatedStep({ node, form: def, isOurs, register }: SimulatedStepProps) {
  const t = useTranslations('definitions.simulate');
  const language = useLanguage();
  const id = useId();
  const fields = def?.fields ?? [];
  const form = useForm<Answers>({ defaultValues: textsOf(fields, sampleAnswers(fields)) });
  const [isAnswered, setIsAnswered] = useState(!isOurs && def !== null);
  const [after, setAfter] = useState('0');
  const [unit, setUnit] = useState<Unit>('hours');
  const [userId, setUserId] = useState('');

  const read = useEffectEvent((): ReturnType<ReadAnswer> => {
    if (!isAnswered) return null;
    const seconds = Number(after.replace(',', '.')) * UNITS[unit];
    return {
      after: Number.isFinite(seconds) ? Math.max(seconds, 0) : 0,
      ...(userId.trim() !== '' && { userId: userId.trim() }),
      results: mergeDraft({}, resultsOf(fields, form.getValues())),
    };
  });
  const hand = useEffectEvent(() => register(() => read()));
  useEffect(() => hand(), []);

  return (
    <div className="rounded-lg border border-line px-3 py-2.5">
      <Field
        layout="inline"
        label={
          <>
            {def ? formTitle(def, language) : node}{' '}
            {isOurs ? <Badge tone="accent">{def ? `v${def.version}` : node}</Badge> : null}
          </>
        }
        help={`${node} · ${t(isAnswered ? 'isAnswered' : 'staysOpen')}`}
      >
        <Switch checked={isAnswered} disabled={def === null} onCheckedChange={setIsAnswered} />
      </Field>
      <div hidden={!isAnswered} className="mt-3 grid gap-4">
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('after')}>
            <NumberInput className="w-full" value={after} onChange={(event) => setAfter(event.target.value)} />
          </Field>
          <Field label={t('unit')}>
            <Select
              value={unit}
              options={(Object.keys(UNITS) as Unit[]).map((one) => ({ value: one, label: t(`units.${one}`) }))}
              onValueChange={(one) => setUnit(one as Unit)}
            />
          </Field>
        </div>
        <Field label={t('by')} help={t('byHelp')}>
          <Input autoComplete="off" value={userId} onChange={(event) => setUserId(event.target.value)} />
        </Field>
        {fields.length > 0 ? (
          <details>
            <summary className="cursor-pointer font-medium text-sm touch:py-3">
              {t('answersOf')}:{' '}
              <span className="font-normal text-muted">
                {fields.map((field) => fieldLabel(field, language)).join(', ')}
              </span>
            </summary>
            <p className="my-2 text-muted text-sm">{t('sample')}</p>
            <TaskForm
              id={id}
              fields={fields}
              form={form}
              readOnly={false}
              onSubmit={(event) => event.preventDefault()}
            />
          </details>
        ) : null}
      </div>
    </div>
  );
}
