// Who works in the demo. All of them are made up, and their names say so.

import type { UserPrincipal } from '#contracts/principal.ts';
import { DEFAULT_TENANT } from '#services/identity/tenant.ts';

export type DemoPerson = { id: string; displayName: string; isAdmin: boolean; groups: string[] };

/** Those that everything else of the demo relies on. */
export const FEW_PEOPLE: DemoPerson[] = [
  { id: 'maria', displayName: 'Maria Beispiel', isAdmin: false, groups: [] },
  { id: 'fred', displayName: 'Fred Figure', isAdmin: false, groups: ['finance'] },
  { id: 'fiona', displayName: 'Fiona Figure', isAdmin: false, groups: ['finance'] },
  { id: 'ivan', displayName: 'Ivan Example', isAdmin: false, groups: ['it'] },
  { id: 'ada', displayName: 'Ada Admin', isAdmin: true, groups: [] },
];

const colleague = (id: string, displayName: string, ...groups: string[]): DemoPerson => ({
  id,
  displayName,
  isAdmin: false,
  groups,
});

/** Their colleagues, where the demo has work in it. */
export const MORE_PEOPLE: DemoPerson[] = [
  colleague('greta', 'Greta Muster', 'finance'),
  colleague('otto', 'Otto Exempel', 'finance'),
  colleague('iris', 'Iris Sample', 'it'),
  colleague('jonas', 'Jonas Probe', 'it'),
  colleague('paula', 'Paula Placeholder', 'people-team'),
  colleague('nils', 'Nils Niemand', 'people-team'),
  colleague('sofia', 'Sofia Specimen', 'support'),
  colleague('tim', 'Tim Testmann', 'support'),
  colleague('vera', 'Vera Vorlage', 'support'),
  colleague('holger', 'Holger Hypothese', 'facilities'),
  colleague('lena', 'Lena Lorem'),
  colleague('hugo', 'Hugo Ipsum'),
  colleague('noor', 'Noor Nobody'),
];

const EVERYBODY = [...FEW_PEOPLE, ...MORE_PEOPLE];

export const membersOf = (group: string): string[] =>
  EVERYBODY.filter(({ groups }) => groups.includes(group)).map(({ id }) => id);

/** Who takes a task of the group; some are quicker than others. */
export const takersOf = (group: string): string[] =>
  membersOf(group).flatMap((id) => (FEW_PEOPLE.some((one) => one.id === id) ? [id, id] : [id]));

/** The caller that somebody is once they have signed in. */
export function principalOf(userId: string): UserPrincipal {
  const person = EVERYBODY.find(({ id }) => id === userId);
  if (person === undefined) throw new Error(`${userId} is nobody of the demo`);
  const { id: _, ...rest } = person;
  return { kind: 'user', tenantId: DEFAULT_TENANT, userId, ...rest };
}
