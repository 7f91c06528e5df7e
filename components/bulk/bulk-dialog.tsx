'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { MAX_REASON_LENGTH } from '#contracts/text-limits.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.ts';
import { HeldNotice } from '../user-task/held-notice.tsx';
import { useHoldBack } from '../user-task/use-hold-back.ts';
import {
  type BulkAction,
  type BulkKind,
  type BulkReport,
  type BulkWish,
  type DeskTask,
  keyOf,
  leftOf,
  runBulk,
  type Target,
  type TaskOutcome,
} from './bulk.ts';
import { BulkPreview } from './bulk-preview.tsx';
import { ProgressLine } from './progress-line.tsx';
import { TargetFields, type Whither } from './target-fields.tsx';

export type BulkDialogProps = {
  kind: BulkKind;
  /** What it is done to. */
  tasks: readonly DeskTask[];
  /** In place of "Move 20 tasks": "Move everything that Ana has". */
  title?: string;
  /** Of assign and move: where they go unless the reader says otherwise. */
  initial?: Whither;
  /** Who is not offered as a target, such as the one from whom all is moved. */
  except?: { person?: string; group?: string };
  bulk: BulkAction;
  onClose: () => void;
  onDone: (report: BulkReport) => void;
};

const TO_A_PERSON: Whither = { to: 'person', name: '', keepsOther: true };
// The server wants a reason, which the reader has yet to write while they look at what could be done.
const NO_REASON_YET = '–';

/** Asks for whom and why, shows what could be done of it before it is, and does it. */
export function BulkDialog({
  kind,
  tasks,
  title,
  initial = TO_A_PERSON,
  except,
  bulk,
  onClose,
  onDone,
}: BulkDialogProps) {
  const t = useTranslations('bulk');
  const words = useRefusalWords();
  const id = useId();
  const [whither, setWhither] = useState(initial);
  const [missing, setMissing] = useState(false);
  const [done, setDone] = useState<number>();
  const hold = useHoldBack();
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const wish = wishOf(kind, whither);
  const preview = useQuery({
    queryKey: ['bulk-preview', id, wish],
    queryFn: ({ signal }) => {
      const asked = wish && 'reason' in wish ? { ...wish, reason: NO_REASON_YET } : wish;
      return asked ? runBulk(bulk, { tasks, wish: asked, dryRun: true, signal }) : null;
    },
    enabled: wish !== null && done === undefined,
    gcTime: 0,
  });

  async function confirm(reason: string): Promise<string | undefined> {
    if (!wish) return t('missing');
    const foreseen = preview.data?.outcomes ?? [];
    const hopeless = new Map(foreseen.filter(({ problem }) => problem).map((one) => [keyOf(one.task), one]));
    const possible = tasks.filter((task) => !hopeless.has(keyOf(task)));
    if (possible.length === 0) return t('none');
    if (kind === 'cancel' && !(await hold.begin(possible.length))) {
      toast.success(t('cancel.takenBack'));
      return undefined;
    }
    stop.current = new AbortController();
    setDone(0);
    const run = { tasks: possible, onProgress: setDone, signal: stop.current.signal };
    const { outcomes, refusal } = await runBulk(bulk, { ...run, wish: { ...wish, reason } as BulkWish });
    setDone(undefined);
    if (refusal && outcomes.length === 0) return words(refusal);
    const all: TaskOutcome[] = [...outcomes, ...hopeless.values()];
    const left = leftOf(tasks, all);
    const isAsForeseen = left.length === 0 && outcomes.every(({ problem }) => !problem);
    onDone({ action: wish.action, outcomes: all, left, refusal, isAsForeseen, at: Date.now() });
    return undefined;
  }

  function check() {
    setMissing(wish === null);
    return wish !== null;
  }

  const isRunning = done !== undefined;
  const possible = preview.data?.outcomes.filter(({ problem }) => !problem).length || tasks.length;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={title ?? t(`${kind}.title`, { count: tasks.length })}
      description={t(`${kind}.text`)}
      confirmLabel={t(`${kind}.title`, { count: possible })}
      dismissLabel={isRunning ? t('stop') : t('leave')}
      tone={kind === 'cancel' ? 'danger' : 'primary'}
      {...(kind !== 'claim' && {
        reason: {
          label: t('reason'),
          required: kind !== 'release',
          help: t('reasonHelp'),
          maxLength: MAX_REASON_LENGTH,
        },
      })}
      onCheck={check}
      onConfirm={confirm}
    >
      {kind === 'assign' || kind === 'move' ? (
        <TargetFields
          value={whither}
          onChange={(next) => {
            setWhither(next);
            setMissing(false);
          }}
          offersRelease={kind === 'move'}
          missing={missing}
          {...(except && { except })}
        />
      ) : null}
      {isRunning ? (
        <ProgressLine label={t('running')} done={done} of={tasks.length} />
      ) : hold.held ? (
        <HeldNotice {...hold.held} end={hold.end} />
      ) : (
        <BulkPreview kind={kind} isAsked={wish !== null} isWaiting={preview.isFetching} result={preview.data} />
      )}
    </ConfirmDialog>
  );
}

/** What would be done, as far as the reader has said; null while it is not said to whom. */
function wishOf(kind: BulkKind, { to, name, keepsOther }: Whither): Exclude<BulkWish, { action: 'undo' }> | null {
  if (kind === 'claim' || kind === 'release' || kind === 'cancel') return { action: kind, reason: '' };
  if (to === 'groups') return { action: 'release', reason: '' };
  const target: Target = { kind: to, name, keepsOther };
  return name === '' ? null : { action: 'assign', target, reason: '' };
}
