// Operations on who is who: the caller, and the directory that an admin assigns from.
import { z } from 'zod';
import { group, user } from '../identity.ts';
import { pageOf, pageQuery } from '../pagination.ts';
import { principal } from '../principal.ts';
import { operation } from './operation.ts';

const prefixQuery = pageQuery.extend({ prefix: z.string().max(200).optional() });

export const peopleOperations = {
  whoAmI: operation({
    method: 'GET',
    path: '/me',
    tag: 'People',
    summary: 'Who the caller is: a person with groups, or a service key with scopes',
    access: { user: 'any', scope: 'read' },
    response: principal,
    status: 200,
    errors: [],
  }),
  searchUsers: operation({
    method: 'GET',
    path: '/users',
    tag: 'People',
    summary: 'List people by id',
    access: { user: 'admin', scope: 'read' },
    query: prefixQuery,
    response: pageOf(user),
    status: 200,
    errors: [],
  }),
  searchGroups: operation({
    method: 'GET',
    path: '/groups',
    tag: 'People',
    summary: 'List groups by name',
    access: { user: 'admin', scope: 'read' },
    query: prefixQuery,
    response: pageOf(group),
    status: 200,
    errors: [],
  }),
};
