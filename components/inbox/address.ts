// The address of the inbox changes without the server being asked for the page again; who shows it hears of it at once.
const CHANGED = 'docket:address';

/** Puts another address of the inbox into the bar, as a new entry of the history or in place of the present one. */
export function showAddress(href: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') window.history.pushState(null, '', href);
  else window.history.replaceState(null, '', href);
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls when the address has changed, by us or by Back and Forward. */
export function onAddress(listener: () => void): () => void {
  for (const type of [CHANGED, 'popstate']) window.addEventListener(type, listener);
  return () => {
    for (const type of [CHANGED, 'popstate']) window.removeEventListener(type, listener);
  };
}
