'use client';

import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import { type Answers, answersOf, completeResolver } from '../form/answers.ts';
import { TaskForm } from '../form/task-form.tsx';
import { Button } from '../ui/button.tsx';

/** The form as people get it, to try out; nothing is sent. */
export function FormPreview({ def }: { def: UserTaskDef }) {
  const id = useId();
  const form = useForm<Answers>({
    defaultValues: answersOf({ userTaskDef: def, results: null, draft: null }),
    resolver: completeResolver(def.fields),
  });
  return (
    <div className="grid gap-5">
      <TaskForm
        id={id}
        fields={def.fields}
        form={form}
        readOnly={false}
        onSubmit={form.handleSubmit(() => {
          toast.success('These answers would be accepted');
        })}
      />
      {def.fields.length > 0 ? (
        <Button type="submit" form={id} className="justify-self-start">
          Check answers
        </Button>
      ) : null}
    </div>
  );
}
