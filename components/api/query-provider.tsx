'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiError } from './read-api.ts';

const RETRIES = 2;

/** What the server refused for good is not asked again. */
const mayPass = (failures: number, error: Error) =>
  failures < RETRIES && !(error instanceof ApiError && error.status < 500 && error.status !== 429);

/**
 * What the browser has read, by operation and its parameters. Live events say what has changed, so that nothing is read again by
 * the clock alone.
 */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: mayPass } } }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
