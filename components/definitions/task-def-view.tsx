'use client';

import { Trash2 } from 'lucide';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { DefinitionUser } from '#contracts/definition-use.ts';
import type { Action } from '#contracts/operations/action.ts';
import type { TaskDef } from '#contracts/task-def.ts';
import { TASK_STATUSES } from '#contracts/task-run.ts';
import type { Metrics } from '#contracts/upkeep.ts';
import { typeName } from '#contracts/value.ts';
import { TaskRunStatus } from '../runs/task-run-status.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { InlineCode } from '../ui/code-block.tsx';
import { formatSpan } from '../ui/format-time.ts';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '../ui/table.tsx';
import { DeleteTaskDefDialog } from './delete-definition.tsx';
import { JsonDisclosure } from './json-disclosure.tsx';
import { UsedByPanel } from './used-by-panel.tsx';

export type TaskDefViewProps = {
  def: TaskDef;
  usedBy: readonly DefinitionUser[];
  tallies: Metrics['tallies'];
  deleteTaskDef: Action<'deleteTaskDef'>;
};

/** What a task takes and gives back, who uses it, and how it went lately. */
export function TaskDefView({ def, usedBy, tallies, deleteTaskDef }: TaskDefViewProps) {
  const t = useTranslations('definitions');
  const [deleting, setDeleting] = useState(false);
  return (
    <Page>
      <PageHeader
        parents={[{ href: '/admin/task-defs', label: t('taskDefs') }]}
        title={def.name}
        description={def.description}
        actions={
          <Button variant="danger-quiet" icon={<Icon of={Trash2} />} onClick={() => setDeleting(true)}>
            {t('task.delete')}
          </Button>
        }
      />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem] xl:items-start">
        <div className="grid min-w-0 gap-6">
          <Inputs def={def} />
          <Panel title={t('task.returns')}>
            {def.returnType ? (
              <Badge mono>{typeName(def.returnType)}</Badge>
            ) : (
              <p className="text-muted text-sm">{t('task.nothing')}</p>
            )}
          </Panel>
          <JsonDisclosure label={def.name} value={def} />
        </div>
        <div className="grid min-w-0 gap-6">
          <Lately tallies={tallies} />
          <UsedByPanel usedBy={usedBy} />
        </div>
      </div>
      {deleting ? (
        <DeleteTaskDefDialog name={def.name} onClose={() => setDeleting(false)} deleteTaskDef={deleteTaskDef} />
      ) : null}
    </Page>
  );
}

function Inputs({ def }: { def: TaskDef }) {
  const t = useTranslations('definitions.task');
  return (
    <Panel flush={def.inputVars.length > 0} title={t('inputs')}>
      {def.inputVars.length === 0 ? (
        <p className="text-muted text-sm">{t('noInputs')}</p>
      ) : (
        <Table label={t('inputs')}>
          <TableHead>
            <TableHeader>{t('name')}</TableHeader>
            <TableHeader>{t('type')}</TableHeader>
            <TableHeader>{t('default')}</TableHeader>
          </TableHead>
          <TableBody>
            {def.inputVars.map((input) => (
              <TableRow key={input.name}>
                <TableCell className="font-medium">{input.name}</TableCell>
                <TableCell>
                  <Badge mono>{typeName(input.type)}</Badge>
                  {input.masked ? <span className="ml-2 text-muted text-xs">{t('masked')}</span> : null}
                </TableCell>
                <TableCell className="w-full text-muted">
                  {input.default === undefined ? t('none') : <InlineCode>{JSON.stringify(input.default)}</InlineCode>}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}

function Lately({ tallies }: { tallies: Metrics['tallies'] }) {
  const t = useTranslations('definitions.task');
  const locale = useLocale();
  return (
    <Panel title={t('done')}>
      {tallies.length === 0 ? <p className="text-muted text-sm">{t('noRuns')}</p> : null}
      <ul className="grid gap-2 text-sm">
        {tallies.map(({ status, count, seconds }) => (
          <li key={status} className="flex items-center gap-3">
            <span className="min-w-0 flex-1">
              <TaskRunStatus status={TASK_STATUSES.find((one) => one === status) ?? 'PENDING'} />
            </span>
            <span className="tabular-nums">{count.toLocaleString(locale)}</span>
            <span className="text-muted text-xs tabular-nums" title={t('average')}>
              Ø {formatSpan(seconds.average * 1000, locale)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
