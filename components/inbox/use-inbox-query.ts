'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { onAddress, showAddress } from './address.ts';
import { type InboxQuery, inboxHref, readInboxQuery } from './inbox-query.ts';

export type Go = (next: InboxQuery, how?: 'push' | 'replace') => void;

/**
 * The state of the inbox as the address has it, and the way to another. The router tells of a new address when it finds the time; what
 * somebody waits for is shown before that.
 */
export function useInboxQuery(): { query: InboxQuery; go: Go } {
  const params = useSearchParams();
  const [ahead, setAhead] = useState<{ text: string; of: typeof params } | null>(null);
  const look = useEffectEvent(() => {
    const { pathname, search } = window.location;
    if (pathname === '/inbox') setAhead({ text: search.slice(1), of: params });
  });
  useEffect(() => onAddress(() => look()), []);
  // Once the router has told of another address, what was ahead of it is history.
  const text = ahead?.of === params ? ahead.text : params.toString();
  const query = useMemo(() => readInboxQuery(new URLSearchParams(text)), [text]);
  const go = useCallback<Go>((next, how) => showAddress(inboxHref(next), how), []);
  return { query, go };
}
