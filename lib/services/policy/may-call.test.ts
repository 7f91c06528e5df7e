import { expect, test } from 'vitest';
import { OPERATIONS, type OperationId } from '#contracts/operations/table.ts';
import type { Principal, Scope } from '#contracts/principal.ts';
import { key as keyNamed, person as personNamed } from '../testing/docket.ts';
import { whyNotCall } from './may-call.ts';

const person = personNamed('p');
const key = (scopes: Scope[]) => keyNamed('k', scopes);

const mayCall = (principal: Principal) =>
  (Object.keys(OPERATIONS) as OperationId[]).filter((id) => whyNotCall(principal, OPERATIONS[id].access) === null);

test('an ordinary person starts runs, reads definitions and works on tasks, and no more', () => {
  expect(mayCall(person)).toEqual([
    'getTaskDef',
    'searchTaskDefs',
    'getUserTaskDef',
    'listUserTaskDefVersions',
    'getUserTaskDefVersion',
    'searchUserTaskDefs',
    'getStructDef',
    'listStructDefVersions',
    'getStructDefVersion',
    'searchStructDefs',
    'getExternalEventDef',
    'searchExternalEventDefs',
    'getWorkflowEventDef',
    'searchWorkflowEventDefs',
    'getWfSpec',
    'listWfSpecVersions',
    'getWfSpecVersion',
    'getWfSpecDiagram',
    'searchWfSpecs',
    'getMigrationPlan',
    'searchMigrationPlans',
    'runWf',
    'searchUserTaskRuns',
    'countUserTaskRuns',
    'getUserTaskRun',
    'getUserTaskDiagram',
    'getUserTaskHistory',
    'assignUserTaskRun',
    'claimUserTaskRun',
    'releaseUserTaskRun',
    'handOverUserTaskRun',
    'undoUserTaskRun',
    'nextUserTaskRun',
    'bulkUserTaskRuns',
    'saveUserTaskRun',
    'completeUserTaskRun',
    'cancelUserTaskRun',
    'listUserTaskHooks',
    'addComment',
    'editComment',
    'deleteComment',
    'searchViews',
    'createView',
    'replaceView',
    'deleteView',
    'countView',
    'countDesk',
    'whoAmI',
    'searchGroups',
    'searchPeople',
  ]);
});

test('everybody finds people and groups by name, to hand work to; accounts, keys and histories are for admins alone', () => {
  const mine = mayCall(person);
  expect(mine).toEqual(expect.arrayContaining(['searchPeople', 'searchGroups']));
  const hidden = ['searchUsers', 'getUser', 'searchServiceKeys', 'listEventsOfPerson', 'putGroup', 'deleteGroup'];
  expect(mine.filter((id) => hidden.includes(id))).toEqual([]);
});

test('an admin and a key with every scope call everything', () => {
  expect(mayCall({ ...person, isAdmin: true })).toHaveLength(Object.keys(OPERATIONS).length);
  expect(mayCall(key(['*']))).toHaveLength(Object.keys(OPERATIONS).length);
});

test('a key does what its scopes say, and any scope reads', () => {
  const worker = mayCall(key(['workers']));
  expect(worker).toContain('pollTaskRuns');
  expect(worker).toContain('getWfRun');
  expect(worker).not.toContain('runWf');
  expect(worker).not.toContain('claimUserTaskRun');
  expect(mayCall(key([]))).toEqual([]);
  expect(mayCall(key(['read'])).every((id) => OPERATIONS[id].method === 'GET')).toBe(true);
});
