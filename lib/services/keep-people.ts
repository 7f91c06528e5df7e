// Administration of people and groups.
import {
  deleteGroup as removeGroup,
  deleteUser as removeUser,
  saveGroup,
  saveUser,
} from '#persistence/keep-accounts.ts';
import type { CallContext, Service } from './context.ts';
import { hashPassword } from './identity/password.ts';
import { RefusedError, refuse, refuseInvalid } from './refuse.ts';

const LAST_ADMIN = 'Somebody must administer: make another person an admin first.';

/** So that whoever administers is still there when they are done. */
function refuseOneself({ principal }: CallContext, userId: string, what: string): void {
  if (principal.kind === 'user' && principal.userId === userId) refuse('FAILED_PRECONDITION', what);
}

/** `current` tells programs too that this is why: what is held can be moved first. */
function refuseHolder(name: string): never {
  const detail = `${name} holds open tasks: give them to others first.`;
  throw new RefusedError({ code: 'FAILED_PRECONDITION', detail, current: { holdsTasks: true } });
}

export const putUser: Service<'putUser'> = async (context, { userId, password, groups, ...rest }) => {
  const { deps, principal } = context;
  if (!rest.isAdmin && !rest.mustBeNew)
    refuseOneself(context, userId, 'Nobody takes the right of an admin from themselves: ask another admin.');
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
      return refuse('ALREADY_EXISTS', `There is a user ${userId} already.`);
    case 'NO_PASSWORD':
      return refuseInvalid([{ path: 'password', message: `is needed: ${userId} is new` }]);
    case 'UNKNOWN_GROUPS':
      return refuseInvalid([{ path: 'groups', message: `there is no ${saved.groups.join(', ')}` }]);
    case 'LAST_ADMIN':
      return refuse('FAILED_PRECONDITION', LAST_ADMIN);
  }
};

export const deleteUser: Service<'deleteUser'> = async (context, { userId }) => {
  const { deps, principal } = context;
  refuseOneself(context, userId, 'Nobody removes themselves: ask another admin.');
  const done = await removeUser(deps.store, principal.tenantId, userId);
  if (done === 'NOT_FOUND') refuse('NOT_FOUND', `There is no user ${userId}.`);
  if (done === 'HOLDS_TASKS') refuseHolder(userId);
  if (done === 'LAST_ADMIN') refuse('FAILED_PRECONDITION', LAST_ADMIN);
};

export const putGroup: Service<'putGroup'> = async ({ deps, principal }, { name, members, mustBeNew }) => {
  const change = { name, members: members && [...new Set(members)], mustBeNew };
  const saved = await saveGroup(deps.store, principal.tenantId, change);
  if (!('why' in saved)) return saved;
  if (saved.why === 'TAKEN') return refuse('ALREADY_EXISTS', `There is a group ${name} already.`);
  return refuseInvalid([{ path: 'members', message: `there is no ${saved.users.join(', ')}` }]);
};

export const deleteGroup: Service<'deleteGroup'> = async ({ deps, principal }, { name }) => {
  const done = await removeGroup(deps.store, principal.tenantId, name);
  if (done === 'NOT_FOUND') refuse('NOT_FOUND', `There is no group ${name}.`);
  if (done === 'HOLDS_TASKS') refuseHolder(name);
};
