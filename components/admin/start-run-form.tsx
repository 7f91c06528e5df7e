'use client';

import { Play } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import type { Action } from '#contracts/operations/action.ts';
import type { FieldError } from '#contracts/problem.ts';
import type { ThreadVariable } from '#contracts/wf-spec.ts';
import { type Answers, fieldOf, resultsOf } from '../form/answers.ts';
import { TaskForm } from '../form/task-form.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { startFields, startVariables } from './start-fields.ts';

export type StartRunFormProps = {
  wfSpecName: string;
  majorVersion: number;
  variables: readonly ThreadVariable[];
  runWf: Action<'runWf'>;
};

/** Asks for the inputs of a process and starts a run of it. */
export function StartRunForm({ wfSpecName, majorVersion, variables, runWf }: StartRunFormProps) {
  const id = useId();
  const router = useRouter();
  const fields = startFields(variables);
  const form = useForm<Answers>({ defaultValues: Object.fromEntries(fields.map(({ name }) => [name, ''])) });
  const [failure, setFailure] = useState<string | null>(null);
  const { isSubmitting } = form.formState;

  function show(errors: readonly FieldError[]) {
    errors.forEach(({ path, message }, index) => {
      const name = fieldOf(path.replace(/^variables\./, 'results.'));
      if (name) form.setError(name, { type: 'rule', message }, { shouldFocus: index === 0 });
    });
  }

  async function start(answers: Answers) {
    setFailure(null);
    const checked = startVariables(variables, resultsOf(fields, answers));
    if (!checked.ok) return show(checked.errors);
    const result = await runWf({ wfSpecName, majorVersion, variables: checked.variables });
    if (!result.ok) {
      show(result.refusal.errors ?? []);
      setFailure(result.refusal.detail);
      return;
    }
    toast.success('Run started');
    router.push(`/admin/wf-runs/${result.value.id}`);
  }

  return (
    <div className="grid gap-5">
      {failure === null ? null : (
        <Callout tone="danger" live>
          {failure}
        </Callout>
      )}
      {fields.length === 0 ? <p className="text-muted">This process takes no input.</p> : null}
      <TaskForm id={id} fields={fields} form={form} readOnly={false} onSubmit={form.handleSubmit(start)} />
      <Button
        type="submit"
        form={id}
        variant="primary"
        size="lg"
        icon={<Play />}
        loading={isSubmitting}
        className="justify-self-start"
      >
        Start run
      </Button>
    </div>
  );
}
