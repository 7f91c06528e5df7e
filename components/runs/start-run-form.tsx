'use client';

import { Play } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { JsonObject } from '#contracts/json.ts';
import type { Action } from '#contracts/operations/action.ts';
import type { ThreadVariable } from '#contracts/wf-spec.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Field } from '../ui/field.tsx';
import { FormErrorSummary } from '../ui/form-error-summary.tsx';
import { Input } from '../ui/input.tsx';
import { type Draft, emptyDraft, readDraft, type Structs } from './value-draft.ts';
import { useFaultWords, ValueField } from './value-field.tsx';

export type StartRunFormProps = {
  wfSpecName: string;
  majorVersion: number;
  revision: number;
  variables: readonly ThreadVariable[];
  structs: Structs;
  runWf: Action<'runWf'>;
};

const PREFIX = 'variables';

/** Asks for the inputs of a process and starts a run of it, which then opens. */
export function StartRunForm({ wfSpecName, majorVersion, revision, variables, structs, runWf }: StartRunFormProps) {
  const t = useTranslations('runs.form');
  const faultWords = useFaultWords();
  const router = useRouter();
  // A child run is given those of its parent by itself.
  const asked = variables.filter(({ access }) => access !== 'INHERITED');
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>(() =>
    Object.fromEntries(asked.map(({ name, type }) => [name, emptyDraft(type, structs)])),
  );
  const [id, setId] = useState('');
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const summary = useRef<HTMLDivElement>(null);

  function show(found: ReadonlyMap<string, string>) {
    setErrors(found);
    if (found.size > 0) requestAnimationFrame(() => summary.current?.focus());
  }

  function read(): JsonObject | null {
    const found = new Map<string, string>();
    const values: JsonObject = {};
    for (const { name, type, required, default: fallback } of asked) {
      const path = `${PREFIX}.${name}`;
      const { value, errors: wrong } = readDraft(type, drafts[name] ?? '', path, structs);
      for (const { path: at, fault } of wrong) found.set(at, faultWords(fault));
      if (value !== undefined) values[name] = value;
      else if (required && fallback === undefined && wrong.length === 0) found.set(path, t('required'));
    }
    show(found);
    return found.size > 0 ? null : values;
  }

  async function start(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setFailure(null);
    const values = read();
    if (!values) return;
    setBusy(true);
    const run = { wfSpecName, majorVersion, revision, variables: values, ...(id.trim() && { id: id.trim() }) };
    const result = await runWf(run).catch(() => null);
    if (result?.ok) {
      toast.success(t('started'));
      return router.push(`/admin/wf-runs/${result.value.id}`);
    }
    setBusy(false);
    const told = new Map((result?.refusal.errors ?? []).map(({ path, message }) => [path, message]));
    show(told);
    if (told.size === 0) setFailure(result?.refusal.detail ?? t('failed'));
  }

  return (
    <form onSubmit={start} noValidate className="grid gap-5">
      <FormErrorSummary
        ref={summary}
        title={t('errors')}
        errors={[...errors].map(([path, message]) => ({
          fieldId: path,
          message: `${path.replace(`${PREFIX}.`, '')}: ${message}`,
        }))}
      />
      {failure === null ? null : (
        <Callout tone="danger" live>
          {failure}
        </Callout>
      )}
      {asked.length === 0 ? <p className="text-muted">{t('noInput')}</p> : null}
      {asked.map(({ name, type, required, masked, default: fallback }) => (
        <ValueField
          key={name}
          label={name}
          path={`${PREFIX}.${name}`}
          type={type}
          draft={drafts[name] ?? ''}
          onDraft={(draft) => setDrafts((before) => ({ ...before, [name]: draft }))}
          structs={structs}
          errors={errors}
          required={required && fallback === undefined}
          help={
            [
              masked ? t('masked') : '',
              fallback === undefined ? '' : t('leftEmpty', { value: JSON.stringify(fallback) }),
            ]
              .filter(Boolean)
              .join(' ') || undefined
          }
        />
      ))}
      <details>
        <summary className="cursor-pointer rounded-sm py-1 font-medium text-muted text-sm hover:text-ink">
          {t('options')}
        </summary>
        <Field id="id" label={t('id')} help={t('idHelp')} error={errors.get('id')} className="mt-3 max-w-96">
          <Input
            value={id}
            autoComplete="off"
            spellCheck={false}
            className="font-mono text-sm"
            onChange={(event) => setId(event.target.value)}
          />
        </Field>
      </details>
      <Button type="submit" variant="primary" size="lg" icon={<Play />} loading={busy} className="justify-self-start">
        {t('start')}
      </Button>
    </form>
  );
}
