'use client';

import { type FormEvent, useEffect, useEffectEvent, useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { GroupPicker } from '../people/group-picker.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { toast } from '../ui/toast.ts';
import { HeldNotice } from '../user-task/held-notice.tsx';
import { useHoldBack } from '../user-task/use-hold-back.ts';
import { askForAll, type BulkAction, type BulkWish, type Outcome, tallyOf } from './bulk-outcome.ts';
import type { InboxActions } from './inbox-actions.ts';
import { taskIdOf } from './inbox-query.ts';

export type BulkDialogProps = {
  action: BulkAction;
  tasks: readonly UserTaskRunSummary[];
  actions: InboxActions;
  onClose: () => void;
  /** Something was done with these. */
  onDone: (done: readonly Outcome[]) => void;
};

/** As long as the server takes things back. */
const UNDO_MS = 10_000;
const ASKED = 'Asked what could be done';

/** Says beforehand what of it can be done, does it, and says for each task what came of it. */
export function BulkDialog({ action, tasks, actions, onClose, onDone }: BulkDialogProps) {
  const t = useTranslations('inbox.bulk');
  const [preview, setPreview] = useState<Outcome[] | null>(null);
  const [results, setResults] = useState<Outcome[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const hold = useHoldBack();
  const [to, setTo] = useState({ userId: '', userGroup: '' });
  const [overrideClaim, setOverride] = useState(false);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const formId = useId();
  const needsReason = action === 'cancel' || (action === 'assign' && overrideClaim);
  const isAimed = action !== 'assign' || to.userId !== '' || to.userGroup !== '';

  const wish: BulkWish = {
    action,
    ...(action === 'assign' && {
      ...(to.userId && { userId: to.userId }),
      ...(to.userGroup && { userGroup: to.userGroup }),
      overrideClaim,
    }),
  };

  const look = useEffectEvent(async () => {
    setPreview(null);
    setFailed(false);
    const found = await askForAll(actions.bulk, tasks, { ...wish, reason: ASKED, dryRun: true });
    setPreview(found);
    setFailed(found === null);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at anew for another wish
  useEffect(() => {
    if (isAimed) void look();
  }, [isAimed, to.userId, to.userGroup, overrideClaim]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    if (busy || !preview) return;
    const given = reason.trim();
    setMissing(needsReason && given === '');
    if (needsReason && given === '') return;
    setBusy(true);
    const able = new Set(preview.filter(({ problem }) => problem === null).map(taskIdOf));
    const wanted = tasks.filter((task) => able.has(taskIdOf(task)));
    if (action === 'cancel' && !(await hold.begin(wanted.length))) {
      toast.success(t('takenBack'));
      return onClose();
    }
    const outcomes = await askForAll(actions.bulk, wanted, { ...wish, ...(given && { reason: given }) });
    setBusy(false);
    if (!outcomes) return setFailed(true);
    const done = outcomes.filter(({ problem }) => problem === null);
    onDone(done);
    if (done.length > 0) tell(done);
    if (done.length < outcomes.length) setResults(outcomes);
    else onClose();
  }

  function tell(done: Outcome[]) {
    const message = t(`done.${action}`, { count: done.length });
    if (action === 'cancel') toast.success(message);
    else toast.success(message, { duration: UNDO_MS, action: { label: t('undo'), onClick: () => void undo(done) } });
  }

  async function undo(done: Outcome[]) {
    const answers = await Promise.all(
      done.map(({ wfRunId, guid }) => actions.task.undo({ wfRunId, guid }).catch(() => ({ ok: false }) as const)),
    );
    const count = answers.filter(({ ok }) => ok).length;
    if (count > 0) toast.success(t('undone', { count }));
    if (count < done.length) toast.warning(t('notUndone', { count: done.length - count }));
    onDone(done);
  }

  const count = tasks.length;
  const can = preview === null ? 0 : tallyOf(preview).can;
  const footer = results ? (
    <Button onClick={onClose}>{t('close')}</Button>
  ) : (
    <>
      <Button onClick={onClose}>{t('dismiss')}</Button>
      <Button
        type="submit"
        form={formId}
        variant={action === 'cancel' ? 'danger' : 'primary'}
        loading={busy}
        disabled={can === 0}
      >
        {t(`titles.${action}`, { count: can || count })}
      </Button>
    </>
  );

  return (
    <Dialog open onOpenChange={onClose} title={t(`titles.${action}`, { count })} footer={footer}>
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
        {hasFailed ? (
          <Callout tone="danger" live>
            {t('failed')}
          </Callout>
        ) : null}
        {action === 'assign' && !results ? (
          <>
            <Field label={t('person')}>
              <PersonPicker value={to.userId} onValueChange={(userId) => setTo({ ...to, userId })} clearable />
            </Field>
            <Field label={t('group')}>
              <GroupPicker value={to.userGroup} onValueChange={(userGroup) => setTo({ ...to, userGroup })} clearable />
            </Field>
            <Field label={t('overrideClaim')} layout="inline">
              <Checkbox checked={overrideClaim} onCheckedChange={(checked) => setOverride(checked === true)} />
            </Field>
          </>
        ) : null}
        {(needsReason || action !== 'claim') && !results ? (
          <Field
            label={t('reason')}
            help={t('reasonHelp')}
            required={needsReason}
            error={isMissing ? t('reasonMissing') : undefined}
          >
            <Textarea value={reason} onChange={(event) => setReason(event.target.value)} rows={2} />
          </Field>
        ) : null}
        {!isAimed ? <p className="text-muted">{t('choosePerson')}</p> : null}
        {isAimed && !preview && !hasFailed ? (
          <p role="status" className="flex items-center gap-2 text-muted">
            <Spinner />
            {t('looking')}
          </p>
        ) : null}
        {results ? (
          <Outcomes label={t('results')} outcomes={results} tasks={tasks} />
        ) : hold.held ? (
          <HeldNotice {...hold.held} end={hold.end} />
        ) : preview ? (
          <Preview action={action} outcomes={preview} tasks={tasks} />
        ) : null}
      </form>
    </Dialog>
  );
}

type ListProps = { outcomes: readonly Outcome[]; tasks: readonly UserTaskRunSummary[] };

/** "18 of 20 can be claimed; 2 are finished", and which those are. */
function Preview({ action, outcomes, tasks }: ListProps & { action: BulkAction }) {
  const t = useTranslations('inbox.bulk');
  const format = useFormatter();
  const { can, cannot } = tallyOf(outcomes);
  const why = format.list(cannot.map(([hindrance, count]) => t(`cannot.${hindrance}`, { count })));
  const refused = outcomes.filter(({ problem }) => problem !== null);
  return (
    <div className="grid gap-2">
      <p role="status">
        <span className="font-medium">{t(`can.${action}`, { can, all: outcomes.length })}</span> {why && `${why}.`}
      </p>
      {refused.length > 0 ? (
        <details className="text-sm">
          <summary className="cursor-pointer text-muted">{t('which')}</summary>
          <Outcomes label={t('which')} outcomes={refused} tasks={tasks} />
        </details>
      ) : null}
    </div>
  );
}

/** A line for each task. */
function Outcomes({ label, outcomes, tasks }: ListProps & { label: string }) {
  const t = useTranslations('inbox.bulk');
  const words = useRefusalWords();
  const titles = new Map(tasks.map((task) => [taskIdOf(task), task.title]));
  return (
    <ul aria-label={label} className="mt-2 grid max-h-60 gap-1.5 overflow-y-auto text-sm">
      {outcomes.map((outcome) => {
        const id = taskIdOf(outcome);
        return (
          <li key={id}>
            <span className="font-medium">{titles.get(id) ?? id}</span>{' '}
            <span className="text-muted">{outcome.problem ? words(outcome.problem) : t('resultDone')}</span>
          </li>
        );
      })}
    </ul>
  );
}
