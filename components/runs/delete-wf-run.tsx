'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Action } from '#contracts/operations/action.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

/** Deletes a finished WfRun, after asking. */
export function DeleteWfRun({ wfRunId, deleteWfRun }: { wfRunId: string; deleteWfRun: Action<'deleteWfRun'> }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);

  async function confirm() {
    const result = await deleteWfRun({ wfRunId });
    if (!result.ok) return result.refusal.detail;
    toast.success('WfRun deleted');
    router.replace('/admin/wf-runs');
    return undefined;
  }

  return (
    <>
      <Button variant="danger-quiet" icon={<Trash2 />} onClick={() => setOpen(true)}>
        Delete
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title="Delete this WfRun?"
        description="Everything of it goes: node runs, variables, tasks and their history. This cannot be undone."
        confirmLabel="Delete WfRun"
        tone="danger"
        onConfirm={confirm}
      />
    </>
  );
}
