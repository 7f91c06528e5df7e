'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { useLocale, useTranslations } from 'use-intl';
import type { UserTaskDefUse } from '#contracts/definition-use.ts';
import type { Action } from '#contracts/operations/action.ts';
import { readApi } from '../api/read-api.ts';
import { useRefusalWords } from '../api/use-refusal-words.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Panel } from '../ui/panel.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { type Ageing, AgeingBar } from './ageing-bar.tsx';

export type OpenTasksPanelProps = {
  name: string;
  open: UserTaskDefUse['open'];
  ageing: Ageing;
  latest: number;
  migrateUserTaskRun: Action<'migrateUserTaskRun'>;
};

/** What is open with a form, by version; what is of an older one can go on with the latest. */
export function OpenTasksPanel({ name, open, ageing, latest, migrateUserTaskRun }: OpenTasksPanelProps) {
  const t = useTranslations('definitions.open');
  const locale = useLocale();
  const [moving, setMoving] = useState<UserTaskDefUse['open'][number] | null>(null);
  const number = (count: number) => count.toLocaleString(locale);
  return (
    <Panel title={t('title')}>
      <div className="grid gap-3">
        {open.length === 0 ? <p className="text-muted text-sm">{t('none')}</p> : <AgeingBar ageing={ageing} legend />}
        <ul className="divide-y divide-line">
          {open.map((one) => {
            const count = one.unassigned + one.assigned;
            return (
              <li
                key={one.version}
                className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2 text-sm"
              >
                <div>
                  <TextLink
                    href={`/admin/user-tasks?status=open&userTaskDefName=${name}&userTaskDefVersion=${one.version}`}
                    aria-label={t('show', { count, version: one.version })}
                    className="font-medium tabular-nums touch:py-2"
                  >
                    v{one.version} · {number(count)}
                  </TextLink>
                  <p className="text-muted text-xs tabular-nums">
                    {number(one.unassigned)} {t('unassigned')} · {number(one.assigned)} {t('assigned')}
                    {one.overdue > 0 ? (
                      <span className="text-danger-ink">
                        {' '}
                        · {number(one.overdue)} {t('overdue')}
                      </span>
                    ) : null}
                  </p>
                </div>
                {one.version < latest ? (
                  <Button
                    size="sm"
                    aria-label={t('migrateOf', { from: one.version, to: latest })}
                    onClick={() => setMoving(one)}
                  >
                    {t('migrate', { version: latest })}
                  </Button>
                ) : null}
              </li>
            );
          })}
        </ul>
      </div>
      {moving ? (
        <MigrateDialog
          name={name}
          from={moving.version}
          to={latest}
          count={moving.unassigned + moving.assigned}
          onClose={() => setMoving(null)}
          migrateUserTaskRun={migrateUserTaskRun}
        />
      ) : null}
    </Panel>
  );
}

type MigrateDialogProps = {
  name: string;
  from: number;
  to: number;
  count: number;
  onClose: () => void;
  migrateUserTaskRun: Action<'migrateUserTaskRun'>;
};

const AT_ONCE = 50;

function MigrateDialog({ name, from, to, count, onClose, migrateUserTaskRun }: MigrateDialogProps) {
  const t = useTranslations('definitions.open');
  const words = useRefusalWords();
  const router = useRouter();
  const [done, setDone] = useState<number | null>(null);

  /** Each task by itself, so that one that is refused stops none of the others. */
  async function migrate(): Promise<string | undefined> {
    let moved = 0;
    const refused: string[] = [];
    let bookmark: string | null = null;
    do {
      const query = {
        userTaskDefName: name,
        userTaskDefVersion: from,
        status: ['UNASSIGNED', 'ASSIGNED'],
        sort: 'created',
      };
      const page: Awaited<ReturnType<typeof readApi<'searchUserTaskRuns'>>> = await readApi<'searchUserTaskRuns'>(
        '/user-task-runs',
        { ...query, limit: AT_ONCE, bookmark },
      );
      for (const { wfRunId, guid } of page.results) {
        const result = await migrateUserTaskRun({ wfRunId, guid, userTaskDefVersion: to });
        if (result.ok) moved++;
        else refused.push(words(result.refusal));
        setDone(moved);
      }
      bookmark = page.bookmark;
    } while (bookmark !== null);
    router.refresh();
    const [detail] = refused;
    if (detail !== undefined) return t('migrateFailed', { moved, failed: refused.length, detail });
    toast.success(t('migrated', { count: moved, to }));
    return undefined;
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('migrateTitle', { from, to })}
      description={t('migrateText', { count, to })}
      confirmLabel={t('migrateConfirm')}
      onConfirm={migrate}
    >
      {done === null ? null : (
        <p role="status" className="text-muted text-sm tabular-nums">
          {t('migrating', { done, total: count })}
        </p>
      )}
    </ConfirmDialog>
  );
}
