'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Person } from '#contracts/identity.ts';

type KnownPeople = {
  /** The reader's own id; undefined outside of pages for people who are signed in. */
  me: string | undefined;
  names: ReadonlyMap<string, string>;
};

const Known = createContext<KnownPeople>({ me: undefined, names: new Map() });

export type PeopleProviderProps = {
  /** The reader's own id, given once, in the layout. */
  me?: string;
  /** People whose names the server looked up for this page, so that they stand there in the first paint. */
  people: readonly Person[];
  children: ReactNode;
};

/** Who reads, and names known already; one inside another adds to it. */
export function PeopleProvider({ me, people, children }: PeopleProviderProps) {
  const outer = useContext(Known);
  const value = useMemo(
    () => ({
      me: me ?? outer.me,
      names: new Map([...outer.names, ...people.map(({ userId, displayName }) => [userId, displayName] as const)]),
    }),
    [me, people, outer],
  );
  return <Known value={value}>{children}</Known>;
}

/** What the providers around say. */
export const useKnownPeople = (): KnownPeople => useContext(Known);

/** The reader's own id. */
export const useMe = (): string | undefined => useContext(Known).me;
