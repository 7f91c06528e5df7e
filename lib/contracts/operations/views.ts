// Operations on saved views: searches for user tasks that people and groups keep.
import { z } from 'zod';
import { docketName, userGroup, userId } from '../names.ts';
import { pageOf, pageQuery } from '../pagination.ts';
import { deskCounts, savedView, savedViewBody, taskCount } from '../saved-view.ts';
import { operation } from './operation.ts';

const view = z.strictObject({ viewId: docketName });
const owner = { userId: userId.optional(), userGroup: userGroup.optional() };
const read = { user: 'any', scope: 'read' } as const;
const write = { user: 'any', scope: 'user-tasks' } as const;
const tag = 'User tasks';

export const viewOperations = {
  searchViews: operation({
    method: 'GET',
    path: '/views',
    tag,
    summary: 'List saved views by name',
    description:
      "A person's own and those of their groups, or only those of the owner named. An admin may name any group; a service key names whose views it wants.",
    access: read,
    query: pageQuery.extend(owner),
    response: pageOf(savedView),
    status: 200,
    errors: [],
  }),
  createView: operation({
    method: 'POST',
    path: '/views',
    tag,
    summary: 'Save a view, for yourself or for a group',
    description:
      "With `userGroup` it is the group's: each member, and an admin, may use, change and delete it. An owner has at most 100 views, each with a name of its own.",
    access: write,
    body: savedViewBody.extend(owner),
    response: savedView,
    status: 201,
    errors: ['ALREADY_EXISTS', 'FAILED_PRECONDITION'],
  }),
  replaceView: operation({
    method: 'PUT',
    path: '/views/{viewId}',
    tag,
    summary: 'Change the name and the search of a saved view',
    access: write,
    params: view,
    body: savedViewBody,
    response: savedView,
    status: 200,
    errors: ['NOT_FOUND', 'ALREADY_EXISTS'],
  }),
  deleteView: operation({
    method: 'DELETE',
    path: '/views/{viewId}',
    tag,
    summary: 'Delete a saved view',
    access: write,
    params: view,
    status: 204,
    errors: ['NOT_FOUND'],
  }),
  countView: operation({
    method: 'GET',
    path: '/views/{viewId}/count',
    tag,
    summary: 'Count what a saved view finds for the caller, up to ten thousand',
    access: read,
    params: view,
    response: taskCount,
    status: 200,
    errors: ['NOT_FOUND'],
  }),
  countDesk: operation({
    method: 'GET',
    path: '/desk/counts',
    tag,
    summary: 'Count what is in each list of your inbox: your own, those of your groups, and the saved views',
    description: 'For people; each count ends at ten thousand.',
    access: read,
    response: deskCounts,
    status: 200,
    errors: [],
  }),
};
