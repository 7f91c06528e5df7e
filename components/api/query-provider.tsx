'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { mayPass } from './unread.ts';

const RETRIES = 2;

const retry = (failures: number, error: Error) => failures < RETRIES && mayPass(error);

/**
 * What the browser has read, by operation and its parameters. Live events say what has changed, so that nothing is read again by
 * the clock alone.
 */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry } } }));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
