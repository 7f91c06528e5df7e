// Whose saved views a caller may use: their own and those of their groups. A view is there to be kept in shape by those who work with it, so
// whoever may use it may change it too.
import type { Principal } from '#contracts/principal.ts';

/** A person or a group: the other is null. */
type ViewOwner = { userId: string | null; userGroup: string | null };

/** An admin besides any group's, a service key anybody's. */
export function mayUseViewsOf(principal: Principal, { userId, userGroup }: ViewOwner): boolean {
  if (principal.kind === 'service') return true;
  if (userGroup === null) return userId === principal.userId;
  return principal.isAdmin || principal.groups.includes(userGroup);
}
