// What could not be read: what is tried again, by whom, and what is said meanwhile.
import { useState } from 'react';
import { ApiError } from './read-api.ts';

const AGAIN_MS = 10_000;

/** What the server refused for good is not asked again. */
export const mayPass = (error: unknown): boolean =>
  !(error instanceof ApiError && error.status < 500 && error.status !== 429);

/** The session has ended: this alone its reader can mend. */
export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401;

type Read = { state: { data: unknown; error: Error | null } };

/** For a query without which there is nothing to see: tried again now and then, and when the reader is back from a sign-in elsewhere. */
export const triedAgain = {
  refetchInterval: ({ state: { data, error } }: Read) =>
    data === undefined && error !== null && mayPass(error) ? AGAIN_MS : false,
  refetchOnWindowFocus: ({ state: { data } }: Read) => data === undefined,
} as const;

/** Why a query has nothing to show, also while it is tried again, when of itself it knows that no more. */
export function useLastError(error: Error | null): Error | null {
  const [last, setLast] = useState(error);
  if (error !== null && error !== last) setLast(error);
  return error ?? last;
}
