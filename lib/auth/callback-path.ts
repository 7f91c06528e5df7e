// Where to go after signing in: only ever a place of our own.
import { appUrl } from '#platform/env.ts';

const FALLBACK = '/';

/** The path, query and fragment of an address that a link asked for; `/` when it leads elsewhere or back to signing in. */
export function safeCallbackPath(asked: string | null | undefined): string {
  const { origin } = new URL(appUrl());
  if (!asked || !URL.canParse(asked, origin)) return FALLBACK;
  const url = new URL(asked, origin);
  const leadsBack = url.pathname.startsWith('/sign-in') || url.pathname.startsWith('/api/');
  // A path that begins with two slashes would be read as a host.
  if (url.origin !== origin || leadsBack || url.pathname.startsWith('//')) return FALLBACK;
  return url.pathname + url.search + url.hash;
}
