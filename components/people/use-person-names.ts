'use client';

import { useQueries } from '@tanstack/react-query';
import { useKnownPeople } from './people-provider.tsx';
import { personQuery } from './use-people.ts';

/** What several people are called, as a function of the id, for sentences that name people. */
export function usePersonNames(userIds: readonly string[]): (userId: string) => string {
  const { names } = useKnownPeople();
  const asked = [...new Set(userIds)];
  const found = useQueries({ queries: asked.map((userId) => personQuery(userId, names.has(userId))) });
  const all = new Map(asked.map((userId, index) => [userId, names.get(userId) ?? found[index]?.data?.displayName]));
  return (userId) => all.get(userId) ?? userId;
}
