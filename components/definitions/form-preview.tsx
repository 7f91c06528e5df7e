'use client';

import { useEffect, useId, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { defaultAnswers } from '#contracts/form-rules.ts';
import type { UserTaskDefBody, UserTaskField } from '#contracts/user-task-def.ts';
import { type Answers, completeResolver, textsOf } from '../form/answers.ts';
import { TaskForm } from '../form/task-form.tsx';
import { Button } from '../ui/button.tsx';

/** The form as people get it, to try out; nothing is sent. When its questions change, what was tried stays where it fits. */
export function FormPreview({ def }: { def: Pick<UserTaskDefBody, 'fields'> }) {
  const tried = useRef<Answers>({});
  const questions = JSON.stringify(
    def.fields.map(({ name, type, widget, options, defaultValue }) => [name, type, widget, options, defaultValue]),
  );
  return <TriedForm key={questions} fields={def.fields} tried={tried} />;
}

type TriedFormProps = { fields: readonly UserTaskField[]; tried: { current: Answers } };

function TriedForm({ fields, tried }: TriedFormProps) {
  const id = useId();
  const t = useTranslations('definitions.page');
  const form = useForm<Answers>({
    defaultValues: { ...textsOf(fields, defaultAnswers(fields)), ...tried.current },
    resolver: completeResolver(fields),
  });
  const { getValues } = form;
  useEffect(() => {
    const kept = tried;
    return () => {
      kept.current = getValues();
    };
  }, [tried, getValues]);
  if (fields.length === 0) return <p className="text-muted">{t('noFields')}</p>;
  return (
    <div className="grid gap-5">
      <TaskForm
        id={id}
        fields={fields}
        form={form}
        readOnly={false}
        onSubmit={form.handleSubmit(() => {
          toast.success(t('accepted'));
        })}
      />
      <Button type="submit" form={id} className="justify-self-start">
        {t('check')}
      </Button>
    </div>
  );
}
