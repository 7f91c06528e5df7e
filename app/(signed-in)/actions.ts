'use server';

import { refresh } from 'next/cache';
import { createActions } from '#actions/create-action.ts';
import type { Action } from '#contracts/operations/action.ts';
import type { CallOf, OperationId } from '#contracts/operations/table.ts';
import { container } from '#server/container.ts';
import { currentPerson } from '../read.ts';

const plain = createActions({
  principal: currentPerson,
  invoke: (id, call, input) => container().invoke(id, call, input),
});

/** The answer brings the lists and counts of the page along, as they are after it. */
function action<Id extends OperationId>(id: Id): Action<Id> {
  const perform = plain(id);
  return async (input: CallOf<Id>) => {
    const result = await perform(input);
    refresh();
    return result;
  };
}

export const claimUserTaskRun = action('claimUserTaskRun');
export const releaseUserTaskRun = action('releaseUserTaskRun');
export const handOverUserTaskRun = action('handOverUserTaskRun');
export const takeOverUserTaskRun = action('takeOverUserTaskRun');
export const undoUserTaskRun = action('undoUserTaskRun');
export const nextUserTaskRun = action('nextUserTaskRun');
export const saveUserTaskRun = plain('saveUserTaskRun');
export const completeUserTaskRun = action('completeUserTaskRun');
export const assignUserTaskRun = action('assignUserTaskRun');
export const cancelUserTaskRun = action('cancelUserTaskRun');
export const fireUserTaskHook = action('fireUserTaskHook');
export const postponeUserTaskHook = action('postponeUserTaskHook');
export const disarmUserTaskHook = action('disarmUserTaskHook');
export const addComment = action('addComment');
export const editComment = action('editComment');
export const deleteComment = action('deleteComment');
export const bulkUserTaskRuns = plain('bulkUserTaskRuns');
export const putUser = action('putUser');
export const deleteUser = plain('deleteUser');
export const putGroup = action('putGroup');
export const deleteGroup = plain('deleteGroup');
export const createServiceKey = action('createServiceKey');
export const revokeServiceKey = action('revokeServiceKey');
export const deleteWfRun = plain('deleteWfRun');
export const runWf = plain('runWf');
