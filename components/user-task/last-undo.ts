import { toast } from '../ui/toast.ts';

/** As long as the server takes it. */
const UNDO_MS = 10_000;
let offers = 0;
let last: { id: string; undo: () => void; until: number; about: string | null } | null = null;

/** There is one such message: what is said next takes its place, under a name of its own, since the one before may be on its way out. */
function drop(): void {
  if (last) toast.dismiss(last.id);
  last = null;
}

/**
 * Says that something is done, with the way back for as long as there is one. `takeUndo` takes it too, wherever the reader has gone on
 * to. `about` is the task that it was done to, if it was a single one: its end makes the way back one that is no more.
 */
export function offerUndo(message: string, label: string, undo: () => void, about: string | null = null): void {
  drop();
  offers++;
  const offered = { id: `undo-${offers}`, undo, until: Date.now() + UNDO_MS, about };
  last = offered;
  const onClick = () => {
    if (last === offered) last = null;
    undo();
  };
  toast.success(message, { id: offered.id, duration: UNDO_MS, action: { label, onClick } });
}

/** Takes back what was done last, if that can still be. */
export function takeUndo(): void {
  const offered = last;
  drop();
  if (offered && Date.now() <= offered.until) offered.undo();
}

/** What comes now of a task is more than what was offered could take back. */
export function withdrawUndo(about: string): void {
  if (last?.about === about) drop();
}
