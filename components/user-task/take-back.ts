import { heldActs } from './held-acts.ts';
import { takeUndo } from './last-undo.ts';

/** Takes back what was done last, wherever, if that can still be: what is held back has not been done at all. */
export function takeBack(): void {
  const { last } = heldActs;
  if (last) heldActs.takeBack(last.task);
  else takeUndo();
}
