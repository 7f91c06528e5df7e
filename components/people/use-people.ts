'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import { lookUpPerson } from './look-up-person.ts';
import { useKnownPeople } from './people-provider.tsx';

const FIVE_MINUTES = 300_000;

const queryOf = (userId: string, isKnown: boolean) => ({
  queryKey: ['person', userId] as const,
  queryFn: () => lookUpPerson(userId),
  staleTime: FIVE_MINUTES,
  enabled: !isKnown && userId !== '',
});

/** The person's name, or their id until it is known and where nobody in the directory has it. */
export function usePersonName(userId: string): string {
  const known = useKnownPeople().names.get(userId);
  const { data } = useQuery(queryOf(userId, known !== undefined));
  return known ?? data?.displayName ?? userId;
}

/** The same for several, as a function of the id, for sentences that name people. */
export function usePersonNames(userIds: readonly string[]): (userId: string) => string {
  const { names } = useKnownPeople();
  const asked = [...new Set(userIds)];
  const found = useQueries({ queries: asked.map((userId) => queryOf(userId, names.has(userId))) });
  const all = new Map(asked.map((userId, index) => [userId, names.get(userId) ?? found[index]?.data?.displayName]));
  return (userId) => all.get(userId) ?? userId;
}
