'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type Dispatch, type SetStateAction, Suspense } from 'react';
import type { SavedView } from '#contracts/saved-view.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import type { BulkKind, BulkReport } from '../bulk/bulk.ts';
import { later } from '../ui/later.tsx';
import { taskKey } from '../user-task/task-query.ts';
import type { InboxActions } from './inbox-actions.ts';
import type { InboxSearch } from './inbox-query.ts';

const ViewDialog = later(() => import('./view-dialog.tsx').then((part) => part.ViewDialog));
const BulkDialog = later(() => import('../bulk/bulk-dialog.tsx').then((part) => part.BulkDialog));
const BulkDone = later(() => import('./bulk-done.tsx').then((part) => part.BulkDone));
const ShortcutsDialog = later(() => import('./shortcuts-dialog.tsx').then((part) => part.ShortcutsDialog));

/** What stands over the inbox: its keys, the view that is to be saved, what is to be done with several tasks, or what came of that. */
export type Asked = 'keys' | 'save' | { kind: BulkKind; tasks: UserTaskRunSummary[] } | { report: BulkReport };

export type InboxDialogProps = {
  asked: Asked;
  onAsk: Dispatch<SetStateAction<Asked | null>>;
  search: InboxSearch;
  groups: readonly string[];
  actions: InboxActions;
  onSaved: (view: SavedView) => void;
  /** Something was done with several tasks. */
  onDone: () => void;
};

export function InboxDialog({ asked, onAsk, search, groups, actions, onSaved, onDone }: InboxDialogProps) {
  const store = useQueryClient();
  // What came of it takes the place of the question, which closes after that.
  const onClose = () => onAsk((now) => (now === asked ? null : now));

  function show(report: BulkReport) {
    for (const { task } of report.outcomes) void store.invalidateQueries({ queryKey: taskKey(task) });
    onDone();
    onAsk({ report });
  }

  function dialog() {
    if (asked === 'keys') return <ShortcutsDialog onClose={onClose} />;
    if (asked === 'save') {
      return (
        <ViewDialog subject={{ search }} groups={groups} actions={actions.views} onClose={onClose} onSaved={onSaved} />
      );
    }
    if ('report' in asked)
      return <BulkDone report={asked.report} bulk={actions.bulk} onUndone={show} onClose={onClose} />;
    return <BulkDialog {...asked} bulk={actions.bulk} onClose={onClose} onDone={show} />;
  }
  return <Suspense>{dialog()}</Suspense>;
}
