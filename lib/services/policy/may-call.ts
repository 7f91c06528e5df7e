// Who may call an operation at all, by its row of the table. What they may do with the thing they name is asked in the service.
import type { Access } from '#contracts/operations/operation.ts';
import { hasScope, type Principal } from '#contracts/principal.ts';
import { type Because, because } from '#contracts/reasons.ts';

/** Null when the caller may; else why not. Every scope implies `read`. */
export function whyNotCall(principal: Principal, { user, scope }: Access): Because | string | null {
  if (principal.kind === 'user') {
    return user === 'any' || principal.isAdmin ? null : because('adminOnly');
  }
  const may = scope === 'read' ? principal.scopes.length > 0 : hasScope(principal, scope);
  return may ? null : `This API key lacks the scope ${scope}.`;
}
