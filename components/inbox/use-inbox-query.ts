'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { type InboxQuery, inboxHref, readInboxQuery } from './inbox-query.ts';

export type Go = (next: InboxQuery, how?: 'push' | 'replace') => void;

/** The state of the inbox as the address has it, and the way to another: the server is not asked for the page again. */
export function useInboxQuery(): { query: InboxQuery; go: Go } {
  const params = useSearchParams();
  const query = useMemo(() => readInboxQuery(params), [params]);
  const go = useCallback<Go>((next, how = 'push') => {
    const href = inboxHref(next);
    if (how === 'push') window.history.pushState(null, '', href);
    else window.history.replaceState(null, '', href);
  }, []);
  return { query, go };
}
