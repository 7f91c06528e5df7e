import type { KeyboardEvent } from 'react';

/** For a form of its own, in a dialog or beside another: Ctrl+Enter sends it, and nothing around it hears of that. */
export function submitByKeys(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat) event.currentTarget.requestSubmit();
}
