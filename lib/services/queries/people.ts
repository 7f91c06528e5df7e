// Reads of who is who.
import { z } from 'zod';
import { listGroups, listUsers } from '#persistence/accounts.ts';
import { paging } from '../bookmark.ts';
import type { Service } from '../context.ts';

export const whoAmI: Service<'whoAmI'> = async ({ principal }) => principal;

export const searchUsers: Service<'searchUsers'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchUsers', input, z.string());
  const { deps, principal } = context;
  const found = await listUsers(deps.store, principal.tenantId, { prefix: input.prefix ?? '', after, take });
  return page(found, ({ id }) => id);
};

export const searchGroups: Service<'searchGroups'> = async (context, input) => {
  const { after, take, page } = paging(context, 'searchGroups', input, z.string());
  const { deps, principal } = context;
  const found = await listGroups(deps.store, principal.tenantId, { prefix: input.prefix ?? '', after, take });
  return page(found, ({ name }) => name);
};
