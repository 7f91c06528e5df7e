import { toast } from '../ui/toast.ts';

/** As long as the server takes it. */
const UNDO_MS = 10_000;
/** There is one such message: another takes its place. */
const ID = 'undo';

let last: { undo: () => void; until: number; about: string | null } | null = null;

/**
 * Says that something is done, with the way back for as long as there is one. `takeUndo` takes it too, wherever the reader has gone on
 * to. `about` is the task that it was done to, if it was a single one: its end makes the way back one that is no more.
 */
export function offerUndo(message: string, label: string, undo: () => void, about: string | null = null): void {
  const offered = { undo, until: Date.now() + UNDO_MS, about };
  last = offered;
  const onClick = () => {
    if (last === offered) last = null;
    undo();
  };
  toast.success(message, { id: ID, duration: UNDO_MS, action: { label, onClick } });
}

/** Takes back what was done last, if that can still be. */
export function takeUndo(): void {
  const offered = last;
  last = null;
  if (!offered || Date.now() > offered.until) return;
  toast.dismiss(ID);
  offered.undo();
}

/** What comes now of a task is more than what was offered could take back. */
export function withdrawUndo(about: string): void {
  if (last?.about !== about) return;
  last = null;
  toast.dismiss(ID);
}
