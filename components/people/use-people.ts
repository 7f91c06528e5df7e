'use client';

import { useQuery } from '@tanstack/react-query';
import { useKnownPeople } from './people-provider.tsx';

const FIVE_MINUTES = 300_000;

/** A person by id, unless the page has brought the name along: as it mostly has, what looks people up is fetched with the first. */
export const personQuery = (userId: string, isKnown: boolean) => ({
  queryKey: ['person', userId] as const,
  queryFn: async () => (await import('./look-up-person.ts')).lookUpPerson(userId),
  staleTime: FIVE_MINUTES,
  enabled: !isKnown && userId !== '',
});

/** The person's name, or their id until it is known and where nobody in the directory has it. */
export function usePersonName(userId: string): string {
  const known = useKnownPeople().names.get(userId);
  const { data } = useQuery(personQuery(userId, known !== undefined));
  return known ?? data?.displayName ?? userId;
}
