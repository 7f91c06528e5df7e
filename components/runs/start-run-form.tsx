'use client';

import { Play } from 'lucide';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '#contracts/operations/action.ts';
import type { ThreadVariable } from '#contracts/wf-spec.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Field } from '../ui/field.tsx';
import { focusField } from '../ui/form-error-summary.tsx';
import { Icon } from '../ui/icon.tsx';
import { Input } from '../ui/input.tsx';
import { toast } from '../ui/toast.ts';
import { useValues } from '../values/use-values.ts';
import type { Structs } from '../values/value-draft.ts';
import { ValueForm } from '../values/value-form.tsx';

export type StartRunFormProps = {
  wfSpecName: string;
  majorVersion: number;
  revision: number;
  variables: readonly ThreadVariable[];
  structs: Structs;
  runWf: Action<'runWf'>;
};

const ID = 'wf-run-id';

/** Asks for the inputs of a process and starts a run of it, which then opens. */
export function StartRunForm({ wfSpecName, majorVersion, revision, variables, structs, runWf }: StartRunFormProps) {
  const t = useTranslations('runs.form');
  const words = useRefusalWords();
  const router = useRouter();
  const values = useValues(variables, structs);
  const [id, setId] = useState('');
  const [wrongId, setWrongId] = useState<string>();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function start(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setFailure(null);
    setWrongId(undefined);
    const given = values.read();
    if (!given) return;
    setBusy(true);
    const wanted = id.trim();
    const run = { wfSpecName, majorVersion, revision, variables: given, ...(wanted && { id: wanted }) };
    const result = await runWf(run).catch(() => null);
    if (result?.ok) {
      toast.success(t('started'));
      return router.push(`/admin/wf-runs/${result.value.id}`);
    }
    setBusy(false);
    const refused = result?.refusal.errors ?? [];
    const others = values.refuse(refused);
    if (result?.refusal.code === 'ALREADY_EXISTS') return refuseId(t('idTaken'));
    if (others.some(({ path }) => path === 'id')) return refuseId(t('idWrong'));
    if (refused.length === others.length) setFailure(result ? words(result.refusal) : t('failed'));
  }

  function refuseId(message: string) {
    setWrongId(message);
    focusField(ID);
  }

  return (
    <form onSubmit={start} noValidate className="grid gap-5">
      <ValueForm values={values} />
      <details>
        <summary className="cursor-pointer rounded-sm py-1 font-medium text-muted text-sm hover:text-ink touch:py-3">
          {t('options')}
        </summary>
        <Field id={ID} label={t('id')} help={t('idHelp')} error={wrongId} className="mt-3 max-w-96">
          <Input
            value={id}
            autoComplete="off"
            spellCheck={false}
            className="font-mono text-sm"
            onChange={(event) => setId(event.target.value)}
          />
        </Field>
      </details>
      {failure === null ? null : (
        <Callout tone="danger" live>
          {failure}
        </Callout>
      )}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        icon={<Icon of={Play} />}
        loading={busy}
        className="justify-self-start"
      >
        {t('start')}
      </Button>
    </form>
  );
}
