'use client';

import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { SavedView } from '#contracts/saved-view.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { taskKey } from '../user-task/task-query.ts';
import type { BulkAction } from './bulk-outcome.ts';
import type { InboxActions } from './inbox-actions.ts';
import type { InboxSearch } from './inbox-query.ts';

const ViewDialog = lazy(() => import('./view-dialog.tsx').then((part) => ({ default: part.ViewDialog })));
const BulkDialog = lazy(() => import('./bulk-dialog.tsx').then((part) => ({ default: part.BulkDialog })));
const ShortcutsDialog = lazy(() =>
  import('./shortcuts-dialog.tsx').then((part) => ({ default: part.ShortcutsDialog })),
);

/** What stands over the inbox: its keys, the view that is to be saved, or what is to be done with several tasks. */
export type Asked = 'keys' | 'save' | { action: BulkAction; tasks: UserTaskRunSummary[] };

export type InboxDialogProps = {
  asked: Asked;
  search: InboxSearch;
  groups: readonly string[];
  actions: InboxActions;
  onClose: () => void;
  onSaved: (view: SavedView) => void;
  /** Something was done with several tasks. */
  onDone: () => void;
};

export function InboxDialog({ asked, search, groups, actions, onClose, onSaved, onDone }: InboxDialogProps) {
  const store = useQueryClient();
  function dialog() {
    if (asked === 'keys') return <ShortcutsDialog onClose={onClose} />;
    if (asked === 'save') {
      return (
        <ViewDialog subject={{ search }} groups={groups} actions={actions.views} onClose={onClose} onSaved={onSaved} />
      );
    }
    return (
      <BulkDialog
        {...asked}
        actions={actions}
        onClose={onClose}
        onDone={(done) => {
          for (const task of done) void store.invalidateQueries({ queryKey: taskKey(task) });
          onDone();
        }}
      />
    );
  }
  return <Suspense>{dialog()}</Suspense>;
}
