// What was written and not yet sent, kept in this tab: looking elsewhere in between, and reading the page anew, lose nothing.
const keyOf = (place: string) => `docket-unsent/${place}`;

/** What was last written there, or null. */
export function unsentText(place: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(place));
  } catch {
    return null;
  }
}

/** Keeps what is written there; null drops it, once it is sent or not wanted any more. False where the browser does not keep it. */
export function keepUnsent(place: string, text: string | null): boolean {
  try {
    if (text === null) sessionStorage.removeItem(keyOf(place));
    else sessionStorage.setItem(keyOf(place), text);
    return true;
  } catch {
    // A browser that keeps nothing, or no more, keeps it as long as the task is looked at.
    return false;
  }
}
