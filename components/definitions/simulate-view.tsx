'use client';

import { FastForward, FlaskConical, Hourglass, RotateCcw } from 'lucide';
import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Action } from '#contracts/operations/action.ts';
import type { CallOf } from '#contracts/operations/table.ts';
import type { Simulation } from '#contracts/simulation.ts';
import type { UserTaskDef } from '#contracts/user-task-def.ts';
import type { ThreadVariable } from '#contracts/wf-spec.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { formatSpan } from '../ui/format-time.ts';
import { Icon } from '../ui/icon.tsx';
import { Input } from '../ui/input.tsx';
import { Page } from '../ui/page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { useValues } from '../values/use-values.ts';
import type { Structs } from '../values/value-draft.ts';
import { ValueForm } from '../values/value-form.tsx';
import { type ReadAnswer, SimulatedStep } from './simulated-step.tsx';
import { countHooks, SimulatedTimeline } from './simulated-timeline.tsx';

export type SimulatedSpec = {
  name: string;
  majorVersion: number;
  revision: number;
  variables: readonly ThreadVariable[];
  /** The fields of the structs among them. */
  structs: Structs;
  /** Its user tasks, with their forms where these are known before it runs; `isOurs` are those of the form on this page. */
  steps: readonly { node: string; form: UserTaskDef | null; isOurs: boolean }[];
};

export type SimulateViewProps = {
  name: string;
  /** WfSpecs that use the form. */
  specs: readonly string[];
  spec: SimulatedSpec | null;
  simulateWfSpec: Action<'simulateWfSpec'>;
};

/** Pretended time beside a form: which hooks fire, when and to whom. */
export function SimulateView({ name, specs, spec, simulateWfSpec }: SimulateViewProps) {
  const t = useTranslations('definitions.simulate');
  const words = useTranslations('definitions');
  const router = useRouter();
  const path = `/admin/user-task-defs/${name}`;
  return (
    <Page>
      <PageHeader
        parents={[
          { href: '/admin/user-task-defs', label: words('userTaskDefs') },
          { href: path, label: name },
        ]}
        title={t('title')}
        description={t('description')}
      />
      {spec ? (
        <>
          <Field label={t('spec')} help={t('specHelp')} className="max-w-96">
            <Select
              value={spec.name}
              options={specs.map((one) => ({ value: one, label: one }))}
              onValueChange={(one) => router.replace(`${path}/simulate?spec=${one}`, { scroll: false })}
            />
          </Field>
          <Played key={spec.name} spec={spec} simulateWfSpec={simulateWfSpec} />
        </>
      ) : (
        <Panel>
          <EmptyState icon={<Icon of={FlaskConical} />} title={t('noSpec')}>
            <p>{t('noSpecHelp')}</p>
          </EmptyState>
        </Panel>
      )}
    </Page>
  );
}

const HOUR = 3_600;
const STEPS = { hour: HOUR, day: 24 * HOUR, threeDays: 72 * HOUR, week: 168 * HOUR } as const;

function Played({ spec, simulateWfSpec }: { spec: SimulatedSpec; simulateWfSpec: Action<'simulateWfSpec'> }) {
  const t = useTranslations('definitions.simulate');
  const words = useRefusalWords();
  const locale = useLocale();
  const values = useValues(spec.variables, spec.structs);
  const [requester, setRequester] = useState('');
  const readers = useRef(new Map<string, ReadAnswer>());
  const [elapsed, setElapsed] = useState(0);
  const [outcome, setOutcome] = useState<Simulation | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [onlyHooks, setOnlyHooks] = useState(false);
  const [pending, startTransition] = useTransition();

  function letPass(seconds: number) {
    setFailure(null);
    const inputs = values.read();
    if (!inputs) return;
    const answers: NonNullable<CallOf<'simulateWfSpec'>['answers']> = {};
    for (const { node } of spec.steps) {
      const answer = readers.current.get(node)?.();
      if (answer) answers[node] = answer;
    }
    const { name, majorVersion, revision } = spec;
    startTransition(async () => {
      const result = await simulateWfSpec({
        spec: { name, majorVersion, revision },
        inputs,
        ...(requester.trim() !== '' && { requester: requester.trim() }),
        elapse: seconds,
        answers,
      });
      if (result.ok) {
        setOutcome(result.value);
        setElapsed(seconds);
        return;
      }
      values.refuse(result.refusal.errors ?? []);
      setFailure(words(result.refusal));
    });
  }

  return (
    <div className="grid gap-6 lg:grid-cols-[22rem_minmax(0,1fr)] lg:items-start xl:grid-cols-[26rem_minmax(0,1fr)]">
      <div className="grid gap-6">
        <Panel title={t('inputs')}>
          <div className="grid gap-5">
            <ValueForm values={values} />
            <Field label={t('requester')} help={t('requesterHelp')}>
              <Input autoComplete="off" value={requester} onChange={(event) => setRequester(event.target.value)} />
            </Field>
          </div>
        </Panel>
        <Panel title={t('answers')} description={t('answersHelp')}>
          <ul className="grid gap-3">
            {spec.steps.map(({ node, form: asked, isOurs }) => (
              <li key={node}>
                <SimulatedStep
                  node={node}
                  form={asked}
                  isOurs={isOurs}
                  register={(read) => {
                    readers.current.set(node, read);
                  }}
                />
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <div className="grid gap-6 lg:sticky lg:top-6">
        <Panel title={t('elapse')}>
          <div className="flex flex-wrap items-center gap-2">
            {(Object.keys(STEPS) as (keyof typeof STEPS)[]).map((step) => (
              <Button
                key={step}
                icon={<Icon of={FastForward} />}
                loading={pending}
                onClick={() => letPass(elapsed + STEPS[step])}
              >
                {t(`steps.${step}`)}
              </Button>
            ))}
            {outcome ? (
              <Button
                variant="ghost"
                icon={<Icon of={RotateCcw} />}
                onClick={() => {
                  setOutcome(null);
                  setElapsed(0);
                }}
              >
                {t('again')}
              </Button>
            ) : null}
          </div>
          <p role="status" className="mt-3 font-medium">
            {outcome
              ? `${t('passed', { span: formatSpan(elapsed * 1000, locale) })} · ${t('hooksFired', { count: countHooks(outcome.entries) })}`
              : t('nothingPassed')}
          </p>
          {failure === null ? null : (
            <Callout tone="danger" live title={t('failed')} className="mt-3">
              {failure}
            </Callout>
          )}
        </Panel>
        <Panel
          title={t('timeline')}
          actions={
            outcome ? (
              <Field label={t('onlyHooks')} layout="inline">
                <Switch checked={onlyHooks} onCheckedChange={setOnlyHooks} />
              </Field>
            ) : null
          }
        >
          {outcome ? (
            <div className="grid gap-4">
              <SimulatedTimeline simulation={outcome} onlyHooks={onlyHooks} />
              <p className="text-muted text-sm">
                {t(`outcome.${outcome.status}`)}
                {outcome.isCutOff ? ` ${t('cutOff')}` : ''}
              </p>
            </div>
          ) : (
            <EmptyState icon={<Icon of={Hourglass} />} title={t('notYet')} className="py-8">
              <p>{t('notYetHelp')}</p>
            </EmptyState>
          )}
        </Panel>
      </div>
    </div>
  );
}
