import type { ReactNode } from 'react';
import { QueryProvider } from '#components/api/query-provider.tsx';
import { PeopleProvider } from '#components/people/people-provider.tsx';
import { SignedInShell } from '#components/shell/signed-in-shell.tsx';
import { currentPerson } from '../read.ts';
import { countTasks } from './inbox/read-tasks.ts';

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  // The page knows its address and sends whoever is not signed in on their way.
  if (!person) return children;
  const { userId, displayName, groups, isAdmin } = person;
  return (
    <QueryProvider>
      <PeopleProvider me={userId} people={[{ userId, displayName }]}>
        <SignedInShell account={{ userId, displayName, groups, isAdmin }} counts={await countTasks(person)}>
          {children}
        </SignedInShell>
      </PeopleProvider>
    </QueryProvider>
  );
}
