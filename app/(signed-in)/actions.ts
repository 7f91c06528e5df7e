'use server';

import { refresh } from 'next/cache';
import { createActions } from '#actions/create-action.ts';
import type { Action } from '#contracts/operations/action.ts';
import type { CallOf, OperationId } from '#contracts/operations/table.ts';
import { container } from '#server/container.ts';
import { currentPerson } from '../read.ts';

/** What was done comes back with the answer, and the rest of the page hears of it as of all else that happens: by the stream of events. */
const action = createActions({
  principal: currentPerson,
  invoke: (id, call, input) => container().invoke(id, call, input),
});

/** For what no stream tells of: the answer brings the page along, as it is after it. */
function refreshing<Id extends OperationId>(id: Id): Action<Id> {
  const perform = action(id);
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
export const saveUserTaskRun = action('saveUserTaskRun');
export const completeUserTaskRun = action('completeUserTaskRun');
export const assignUserTaskRun = action('assignUserTaskRun');
export const cancelUserTaskRun = action('cancelUserTaskRun');
export const fireUserTaskHook = action('fireUserTaskHook');
export const postponeUserTaskHook = action('postponeUserTaskHook');
export const disarmUserTaskHook = action('disarmUserTaskHook');
export const addComment = action('addComment');
export const editComment = action('editComment');
export const deleteComment = action('deleteComment');
export const deleteWfRun = action('deleteWfRun');
export const runWf = action('runWf');
export const bulkUserTaskRuns = action('bulkUserTaskRuns');
export const createView = action('createView');
export const replaceView = action('replaceView');
export const deleteView = action('deleteView');
export const putUserTaskDef = action('putUserTaskDef');
export const deleteUserTaskDefVersion = action('deleteUserTaskDefVersion');
export const deleteTaskDef = action('deleteTaskDef');
export const migrateUserTaskRun = action('migrateUserTaskRun');
export const simulateWfSpec = action('simulateWfSpec');
export const stopWfRun = refreshing('stopWfRun');
export const resumeWfRun = refreshing('resumeWfRun');
export const rescueWfRun = refreshing('rescueWfRun');
export const putExternalEvent = refreshing('putExternalEvent');
export const putUser = refreshing('putUser');
export const deleteUser = refreshing('deleteUser');
export const putGroup = refreshing('putGroup');
export const deleteGroup = refreshing('deleteGroup');
export const createServiceKey = refreshing('createServiceKey');
export const revokeServiceKey = refreshing('revokeServiceKey');
