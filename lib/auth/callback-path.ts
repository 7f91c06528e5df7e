// Where to go after signing in: only ever a place of our own.

const HERE = 'http://here.invalid';
export const DEFAULT_PATH = '/';

/** The path, query and fragment of an address that a link asked for; `/` when it leads elsewhere or back to the sign-in page. */
export function safeCallbackPath(asked: string | null | undefined): string {
  if (!asked || !URL.canParse(asked, HERE)) return DEFAULT_PATH;
  const url = new URL(asked, HERE);
  if (url.origin !== HERE || url.pathname.startsWith('/sign-in') || url.pathname.startsWith('/api/'))
    return DEFAULT_PATH;
  // A path that begins with two slashes would be read as a host.
  return url.pathname.startsWith('//') ? DEFAULT_PATH : url.pathname + url.search + url.hash;
}
