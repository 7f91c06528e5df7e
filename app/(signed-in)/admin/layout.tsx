import { forbidden } from 'next/navigation';
import type { ReactNode } from 'react';
import { currentPerson } from '../../read.ts';

/** Services refuse whatever is not theirs to see; this says it once, for the section as a whole. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  if (person && !person.isAdmin) forbidden();
  return children;
}
