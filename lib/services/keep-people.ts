// Administration of people and groups.
import { because } from '#contracts/reasons.ts';
import {
  deleteGroup as removeGroup,
  deleteUser as removeUser,
  saveGroup,
  saveUser,
} from '#persistence/keep-accounts.ts';
import type { CallContext, Service } from './context.ts';
import { hashPassword } from './identity/password.ts';
import { RefusedError, refuse, refuseInvalid } from './refuse.ts';

/** So that whoever administers is still there when they are done. */
function refuseOneself({ principal }: CallContext, userId: string, what: 'ownRights' | 'ownAccount'): void {
  if (principal.kind === 'user' && principal.userId === userId) refuse('FAILED_PRECONDITION', because(what));
}

/** `current` tells programs too that this is why: what is held can be moved first. */
function refuseHolder(name: string): never {
  const why = because('holdsTasks', { name });
  throw new RefusedError({ code: 'FAILED_PRECONDITION', ...why, current: { holdsTasks: true } });
}

export const putUser: Service<'putUser'> = async (context, { userId, password, groups, ...rest }) => {
  const { deps, principal } = context;
  if (!rest.isAdmin && !rest.mustBeNew) refuseOneself(context, userId, 'ownRights');
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const saved = await saveUser(deps.store, principal.tenantId, {
    id: userId,
    ...rest,
    groups: [...new Set(groups)],
    passwordHash,
  });
  if (!('why' in saved)) return saved;
  switch (saved.why) {
    case 'TAKEN':
      return refuse('ALREADY_EXISTS', because('userExists', { userId }));
    case 'NO_PASSWORD':
      return refuseInvalid([{ path: 'password', message: `is needed: ${userId} is new` }]);
    case 'UNKNOWN_GROUPS':
      return refuseInvalid([{ path: 'groups', message: `there is no ${saved.groups.join(', ')}` }]);
    case 'LAST_ADMIN':
      return refuse('FAILED_PRECONDITION', because('lastAdmin'));
  }
};

export const deleteUser: Service<'deleteUser'> = async (context, { userId }) => {
  const { deps, principal } = context;
  refuseOneself(context, userId, 'ownAccount');
  const done = await removeUser(deps.store, principal.tenantId, userId);
  if (done === 'NOT_FOUND') refuse('NOT_FOUND', because('noUser', { userId }));
  if (done === 'HOLDS_TASKS') refuseHolder(userId);
  if (done === 'LAST_ADMIN') refuse('FAILED_PRECONDITION', because('lastAdmin'));
};

export const putGroup: Service<'putGroup'> = async ({ deps, principal }, { name, members, mustBeNew }) => {
  const change = { name, members: members && [...new Set(members)], mustBeNew };
  const saved = await saveGroup(deps.store, principal.tenantId, change);
  if (!('why' in saved)) return saved;
  if (saved.why === 'TAKEN') return refuse('ALREADY_EXISTS', because('groupExists', { name }));
  return refuseInvalid([{ path: 'members', message: `there is no ${saved.users.join(', ')}` }]);
};

export const deleteGroup: Service<'deleteGroup'> = async ({ deps, principal }, { name }) => {
  const done = await removeGroup(deps.store, principal.tenantId, name);
  if (done === 'NOT_FOUND') refuse('NOT_FOUND', because('noGroup', { name }));
  if (done === 'HOLDS_TASKS') refuseHolder(name);
};
