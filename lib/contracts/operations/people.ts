// Operations on who is who: the caller, the directory, and what an admin keeps: people, groups and service keys.
import { z } from 'zod';
import { group, groupBody, newServiceKey, person, serviceKey, serviceKeyBody, user, userBody } from '../identity.ts';
import { timestamp, userGroup, userId } from '../names.ts';
import { pageOf, pageQuery } from '../pagination.ts';
import { principal } from '../principal.ts';
import { PERSON_EVENT_TYPES, personEvent } from '../user-task-history.ts';
import { operation } from './operation.ts';

const ofUser = z.strictObject({ userId });
const ofGroup = z.strictObject({ name: userGroup });
const MAX_NAMED = 100;
const adminOnly = { user: 'admin', scope: '*' } as const;
const prefixQuery = pageQuery.extend({ prefix: z.string().max(200).optional() });
const wordsQuery = prefixQuery.extend({
  q: z.string().min(1).max(200).optional().meta({ description: 'Beginnings of words of their name or id.' }),
});

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
    query: wordsQuery,
    response: pageOf(user),
    status: 200,
    errors: [],
  }),
  searchGroups: operation({
    method: 'GET',
    path: '/groups',
    tag: 'People',
    summary: 'List groups by name, with how many are in each',
    description:
      'For all in the tenant: whoever hands work to a group has to find it. Who is in one is another question (`GET /people`).',
    access: { user: 'any', scope: 'read' },
    query: prefixQuery,
    response: pageOf(group),
    status: 200,
    errors: [],
  }),
  searchPeople: operation({
    method: 'GET',
    path: '/people',
    tag: 'People',
    summary: 'The directory: who there is, by id and name',
    description:
      'For all in the tenant. `userGroup` gives the members of a group of one’s own, `userIds` the names of those that are known by id.',
    access: { user: 'any', scope: 'read' },
    query: wordsQuery.extend({
      userGroup: userGroup.optional(),
      userIds: z
        .string()
        .optional()
        .transform((text) => text?.split(','))
        .pipe(z.array(userId).max(MAX_NAMED).optional())
        .meta({ description: `Separated by commas, ${MAX_NAMED} at most.` }),
    }),
    response: pageOf(person),
    status: 200,
    errors: [],
  }),
  listEventsOfPerson: operation({
    method: 'GET',
    path: '/people/{userId}/user-task-events',
    tag: 'People',
    summary: 'The assignment history of a person: what they got, gave up, lost, assigned and ended, the latest first',
    description:
      'Over all tasks, also of a person who is not in the directory any more. What was cancelled while they had it is told too, whoever cancelled it.',
    access: { user: 'admin', scope: 'read' },
    params: ofUser,
    query: pageQuery.extend({
      from: timestamp.optional(),
      to: timestamp.optional().meta({ description: 'Before this instant.' }),
      type: z
        .enum(PERSON_EVENT_TYPES)
        .optional()
        .meta({ description: 'Only changes of hands, or only ends of one kind.' }),
    }),
    response: pageOf(personEvent),
    status: 200,
    errors: [],
  }),
  getUser: operation({
    method: 'GET',
    path: '/users/{userId}',
    tag: 'People',
    summary: 'Read a person',
    access: { user: 'admin', scope: 'read' },
    params: ofUser,
    response: user,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  putUser: operation({
    method: 'PUT',
    path: '/users/{userId}',
    tag: 'People',
    summary: 'Add a person, or change their name, rights, groups or password',
    description:
      'What is given holds with the next call of that person. Nobody takes the admin’s right from themselves, and the last admin keeps it.',
    access: adminOnly,
    params: ofUser,
    body: userBody,
    response: user,
    status: 200,
    errors: ['ALREADY_EXISTS', 'FAILED_PRECONDITION'],
  }),
  deleteUser: operation({
    method: 'DELETE',
    path: '/users/{userId}',
    tag: 'People',
    summary: 'Remove a person who holds no open task',
    description: 'Histories keep naming them. Their sessions end at once.',
    access: adminOnly,
    params: ofUser,
    status: 204,
    errors: ['NOT_FOUND', 'FAILED_PRECONDITION'],
  }),
  putGroup: operation({
    method: 'PUT',
    path: '/groups/{name}',
    tag: 'People',
    summary: 'Add a group, or say who is in it',
    access: adminOnly,
    params: ofGroup,
    body: groupBody,
    response: group,
    status: 200,
    errors: ['ALREADY_EXISTS'],
  }),
  deleteGroup: operation({
    method: 'DELETE',
    path: '/groups/{name}',
    tag: 'People',
    summary: 'Remove a group that holds no open task',
    access: adminOnly,
    params: ofGroup,
    status: 204,
    errors: ['NOT_FOUND', 'FAILED_PRECONDITION'],
  }),
  searchServiceKeys: operation({
    method: 'GET',
    path: '/service-keys',
    tag: 'People',
    summary: 'List service keys, the latest first, revoked ones too',
    access: adminOnly,
    query: pageQuery,
    response: pageOf(serviceKey),
    status: 200,
    errors: [],
  }),
  createServiceKey: operation({
    method: 'POST',
    path: '/service-keys',
    tag: 'People',
    summary: 'Make a service key',
    access: adminOnly,
    body: serviceKeyBody,
    response: newServiceKey,
    status: 201,
    errors: [],
  }),
  revokeServiceKey: operation({
    method: 'DELETE',
    path: '/service-keys/{keyId}',
    tag: 'People',
    summary: 'Revoke a service key: here at once, everywhere within two seconds',
    access: adminOnly,
    params: z.strictObject({ keyId: z.string().max(100) }),
    response: serviceKey,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
};
