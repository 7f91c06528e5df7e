import type { ReactNode } from 'react';
import { QueryProvider } from '#components/api/query-provider.tsx';
import { PeopleProvider } from '#components/people/people-provider.tsx';
import { SignedInShell } from '#components/shell/signed-in-shell.tsx';
import { currentPerson, readLiveHead } from '../read.ts';
import { createView, deleteView, replaceView } from './actions.ts';
import { countDesk, readViews } from './inbox/read-inbox.ts';

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const since = readLiveHead();
  const person = await currentPerson();
  // The page knows its address and sends whoever is not signed in on their way.
  if (!person) return children;
  const { userId, displayName, groups, isAdmin } = person;
  return (
    <QueryProvider>
      <PeopleProvider me={userId} people={[{ userId, displayName }]}>
        <SignedInShell
          since={await since}
          account={{ userId, displayName, groups, isAdmin }}
          counts={countDesk(person)}
          views={await readViews(person)}
          viewActions={{ create: createView, replace: replaceView, remove: deleteView }}
        >
          {children}
        </SignedInShell>
      </PeopleProvider>
    </QueryProvider>
  );
}
