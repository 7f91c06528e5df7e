'use client';

import { CircleCheck, CircleDashed, Clock, Inbox, TriangleAlert } from 'lucide';
import { useState } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import { MAX_REASON_LENGTH } from '#contracts/text-limits.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Loading, Skeleton } from '../ui/skeleton.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { Specimen, Specimens, State } from './specimen.tsx';

const TONES = ['neutral', 'accent', 'info', 'success', 'warning', 'danger'] as const;
const TOASTS = ['success', 'error', 'warning', 'info'] as const;

/** What tells the reader how things are. */
export function ShowFeedback() {
  const t = useTranslations('design');
  const [open, setOpen] = useState<'dialog' | 'confirm'>();
  const close = (isOpen: boolean) => setOpen(isOpen ? open : undefined);
  return (
    <Specimens>
      <Specimen name="Badge, StatusPill" use={t('use.status')}>
        {TONES.map((tone) => (
          <State key={tone} name={tone}>
            <span className="flex items-center gap-2">
              <Badge tone={tone}>12</Badge>
              <StatusPill tone={tone} icon={<Icon of={CircleDashed} />}>
                {t('sample.status')}
              </StatusPill>
            </span>
          </State>
        ))}
        <State name="bare">
          <StatusPill bare tone="warning" icon={<Icon of={Clock} />}>
            {t('sample.overdue')}
          </StatusPill>
        </State>
      </Specimen>
      <Specimen name="Callout" use={t('use.callout')}>
        {TONES.filter((tone) => tone !== 'accent').map((tone) => (
          <State key={tone} name={tone} wide>
            <Callout tone={tone} title={tone === 'danger' ? t('sample.conflict') : undefined}>
              {t('sample.callout')}
            </Callout>
          </State>
        ))}
      </Specimen>
      <Specimen name="Dialog, ConfirmDialog, Toaster" use={t('use.dialog')}>
        <State name="Dialog">
          <Button onClick={() => setOpen('dialog')}>{t('sample.openDialog')}</Button>
        </State>
        <State name="ConfirmDialog">
          <Button variant="danger-quiet" onClick={() => setOpen('confirm')}>
            {t('sample.cancel')}
          </Button>
        </State>
        {TOASTS.map((kind) => (
          <State key={kind} name={`toast.${kind}`}>
            <Button onClick={() => toast[kind](t('sample.toast'))}>{t('sample.tell')}</Button>
          </State>
        ))}
        <Dialog
          open={open === 'dialog'}
          onOpenChange={close}
          title={t('sample.dialogTitle')}
          description={t('sample.dialogText')}
          footer={<Button onClick={() => setOpen(undefined)}>{t('sample.done')}</Button>}
        />
        <ConfirmDialog
          open={open === 'confirm'}
          onOpenChange={close}
          title={t('sample.confirmTitle')}
          description={t('sample.confirmText')}
          confirmLabel={t('sample.cancel')}
          tone="danger"
          reason={{ required: true, maxLength: MAX_REASON_LENGTH }}
          onConfirm={async () => undefined}
        />
      </Specimen>
      <Specimen name="Skeleton, Loading, Spinner" use={t('use.loading')}>
        <State name={t('state.loading')} wide>
          <Loading label={t('state.loading')} className="grid gap-2">
            <Skeleton className="h-6 w-40" />
            <Skeleton className="w-full" />
            <Skeleton className="w-2/3" />
          </Loading>
        </State>
        <State name="Spinner">
          <Spinner className="size-5" />
        </State>
      </Specimen>
      <Specimen name="EmptyState" use={t('use.empty')}>
        <State name={t('state.empty')} wide>
          <EmptyState
            icon={<Icon of={Inbox} />}
            title={t('sample.emptyTitle')}
            action={<Button icon={<Icon of={CircleCheck} />}>{t('sample.emptyAction')}</Button>}
          >
            {t('sample.emptyText')}
          </EmptyState>
        </State>
      </Specimen>
      <Specimen name="ErrorState" use={t('use.error')}>
        <State name={t('state.failed')} wide>
          <ErrorState
            title={t('sample.errorTitle')}
            reference="8f3c2a"
            action={<Button icon={<Icon of={TriangleAlert} />}>{t('sample.retry')}</Button>}
          >
            {t('sample.errorText')}
          </ErrorState>
        </State>
      </Specimen>
    </Specimens>
  );
}
