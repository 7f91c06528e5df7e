'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from 'react';
import type { LiveEvent } from '#contracts/live-event.ts';

type Listener = (event: LiveEvent) => void;
type Feed = { listen: (listener: Listener) => () => void };

const LiveFeed = createContext<Feed>({ listen: () => () => undefined });

/** A tab that nobody looks at gives its connection back: browsers have few of them for one server. */
const HIDDEN_MS = 20_000;
const RETRY_MS = 3_000;

/**
 * What changes, as it happens, for all below: one connection for each page, from `since` on, before which the page was not read. What is known here of a task or of saved views
 * that changed is read anew where it is shown. After a break the stream goes on where it was left; `reset` says that this could not be.
 */
export function LiveProvider({ since, children }: { since: string; children: ReactNode }) {
  const [feed] = useState(makeFeed);
  const store = useQueryClient();
  const begin = useEffectEvent(() => follow(feed.tell, since));
  const forget = useEffectEvent((event: LiveEvent) => {
    if ('guid' in event) void store.invalidateQueries({ queryKey: ['userTaskRun', event.wfRunId, event.guid] });
    else if (event.type === 'savedView') void store.invalidateQueries({ queryKey: ['desk'] });
    else if (event.type === 'reset') void store.invalidateQueries();
  });
  useEffect(() => {
    const leave = feed.listen((event) => forget(event));
    const close = begin();
    return () => {
      close();
      leave();
    };
  }, [feed]);
  return <LiveFeed value={feed}>{children}</LiveFeed>;
}

/** Calls for each change; which changes are told is what the reader may see. */
export function useLiveEvents(listener: Listener): void {
  const { listen } = useContext(LiveFeed);
  const onEvent = useEffectEvent(listener);
  useEffect(() => listen((event) => onEvent(event)), [listen]);
}

function makeFeed(): Feed & { tell: Listener } {
  const listeners = new Set<Listener>();
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}

/** Keeps a stream open while somebody looks; what comes back ends it. */
function follow(tell: Listener, since: string): () => void {
  let source: EventSource | undefined;
  let lastEventId = since;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open() {
    if (source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource(`/api/v1/events?lastEventId=${lastEventId}`);
    source.onmessage = (message: MessageEvent<string>) => {
      lastEventId = message.lastEventId;
      tell(JSON.parse(message.data) as LiveEvent);
    };
    // Of itself a browser tries again after a break, but not after an answer that is an error.
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED || document.hidden) return;
      clearTimeout(timer);
      timer = setTimeout(open, RETRY_MS);
    };
  }

  function onVisibility() {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(() => source?.close(), HIDDEN_MS);
    else open();
  }

  open();
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onVisibility);
    source?.close();
  };
}
