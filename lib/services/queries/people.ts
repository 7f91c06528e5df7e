// Reads of who is who.
import { z } from 'zod';
import { timestamp } from '#contracts/names.ts';
import { because } from '#contracts/reasons.ts';
import { findUser, listGroups, listPeople, listUsers } from '#persistence/accounts.ts';
import { listServiceKeys } from '#persistence/keep-accounts.ts';
import { listEventsOfPerson as listEvents } from '#persistence/person-events.ts';
import { paging } from '../bookmark.ts';
import type { Service } from '../context.ts';
import { refuse } from '../refuse.ts';

export const whoAmI: Service<'whoAmI'> = async ({ principal }) => principal;

export const searchUsers: Service<'searchUsers'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchUsers', input, z.string());
  const { deps, principal } = context;
  const found = await listUsers(deps.store, principal.tenantId, {
    prefix: input.prefix ?? '',
    q: input.q,
    after,
    take,
  });
  return page(found, ({ id }) => id);
};

export const searchGroups: Service<'searchGroups'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchGroups', input, z.string());
  const { deps, principal } = context;
  const found = await listGroups(deps.store, principal.tenantId, { prefix: input.prefix ?? '', after, take });
  return page(found, ({ name }) => name);
};

export const getUser: Service<'getUser'> = async ({ deps, principal }, { userId }) =>
  (await findUser(deps.store, principal.tenantId, userId)) ?? refuse('NOT_FOUND', because('noUser', { userId }));

/** A group's members are its own affair, and an admin's. */
export const searchPeople: Service<'searchPeople'> = async (context, input) => {
  const { deps, principal } = context;
  const { prefix = '', q, userGroup, userIds } = input;
  const isForeign = userGroup !== undefined && principal.kind === 'user' && !principal.groups.includes(userGroup);
  if (isForeign && !principal.isAdmin) refuse('PERMISSION_DENIED', `You are not a member of ${userGroup}.`);
  const { after, take, page } = paging(context, 'searchPeople', input, z.string());
  const found = await listPeople(deps.store, principal.tenantId, { prefix, q, userGroup, userIds, after, take });
  return page(found, ({ userId }) => userId);
};

export const searchServiceKeys: Service<'searchServiceKeys'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchServiceKeys', input, z.string());
  const { deps, principal } = context;
  return page(await listServiceKeys(deps.store, principal.tenantId, { after, take }), ({ id }) => id);
};

const eventPlace = z.tuple([timestamp, z.string(), z.string(), z.int()]);

export const listEventsOfPerson: Service<'listEventsOfPerson'> = async (context, input) => {
  const { after, take, page } = paging(context, 'listEventsOfPerson', input, eventPlace);
  const { deps, principal } = context;
  const { userId, from = null, to = null, type = null } = input;
  const found = await listEvents(deps.store, principal.tenantId, userId, { from, to, type, after, take });
  return page(found, ({ task, event }) => [event.at, task.wfRunId, task.guid, event.seq]);
};
