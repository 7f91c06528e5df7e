'use client';

import { useRef } from 'react';
import { toast } from 'sonner';
import { useTranslations } from 'use-intl';

/** As long as the server takes it. */
const UNDO_MS = 10_000;

/** Says that something is done, with the way back for as long as there is one; `z` takes it too. */
export function useUndo() {
  const t = useTranslations('task');
  const last = useRef<{ id: string | number; undo: () => void; until: number } | null>(null);

  function offer(message: string, undo: () => void) {
    if (last.current) toast.dismiss(last.current.id);
    const id = toast.success(message, { duration: UNDO_MS, action: { label: t('undo'), onClick: undo } });
    last.current = { id, undo, until: Date.now() + UNDO_MS };
  }

  /** Takes back what was done last, if that can still be. */
  function undoLast() {
    const offered = last.current;
    last.current = null;
    if (!offered || Date.now() > offered.until) return;
    toast.dismiss(offered.id);
    offered.undo();
  }

  /** What comes now is more than what was offered could take back. */
  function withdraw() {
    if (last.current) toast.dismiss(last.current.id);
    last.current = null;
  }

  return { offer, withdraw, undoLast };
}
