// USER_TASK: a step done by a person (semantics.md 11.5).
import type { Actor } from '#contracts/actor.ts';
import { formTitle } from '#contracts/user-task-def.ts';
import type { Owners } from '#contracts/user-task-run.ts';
import { isFinished } from '#contracts/user-task-status.ts';
import type { UserTaskNode } from '#contracts/wf-spec.ts';
import { failNode } from '../failure.ts';
import { must } from '../invariant.ts';
import { lookup } from '../lookup.ts';
import { substituteText } from '../scope.ts';
import { changeNode } from '../settle.ts';
import { armOnArrival, delayOf } from '../user-task/arm-hooks.ts';
import { setOwners } from '../user-task/change-user-task.ts';
import { cancelForGood, resumeUserTask, suspendUserTask } from '../user-task/suspend.ts';
import { workManagementOf } from '../user-task/work-management.ts';
import { guidOf, type Site, type TaskSite } from '../work.ts';
import { hasResult, type NodeKind, passThrough } from './node-kind.ts';

const ENGINE: Actor = { kind: 'engine', id: null, onBehalfOf: null };

export const userTask: NodeKind<UserTaskNode> = {
  ...passThrough,
  arrive: (site, node) => {
    const { work, run } = site;
    const version = must(node.userTaskDefVersion, `USER_TASK ${site.thread.current.nodeName} has no pinned form`);
    const definition = work.world.userTaskDef(node.userTaskDefName, version);
    if (!definition) failNode('TASK_ERROR', `UserTaskDef ${node.userTaskDefName} ${version} was deleted`);
    const title = substituteText(site, 'title', node.title)?.trim() || null;
    const { displayName } = definition;
    const owners = ownersAtArrival(site, node);
    const delays = node.actions.map((action, index) => delayOf(site, action, index));
    const task = {
      guid: guidOf(site),
      threadRunNumber: site.thread.number,
      position: site.thread.current.position,
      userTaskDefName: node.userTaskDefName,
      userTaskDefVersion: version,
      title: title ?? formTitle(definition),
      ...(title === null && typeof displayName === 'object' && { titles: displayName }),
      context: substituteText(site, 'context', node.context),
      notes: substituteText(site, 'notes', node.notes),
      ...workManagementOf(site, node),
      status: 'UNASSIGNED' as const,
      suspendedAt: null,
      userId: null,
      userGroup: null,
      epoch: 0,
      version: 0,
      nextEventSeq: 0,
      lastHash: null,
      nextCommentId: 1,
      createdAt: work.at,
      endedAt: null,
      results: null,
      endedBy: null,
      draft: null,
      saving: null,
      comments: {},
      hooks: [],
      firings: {},
    };
    if (owners.userId !== null && task.excludeUsers.includes(owners.userId)) {
      failNode('VAR_ERROR', `Invalid user task assignment. ${owners.userId} is excluded from this task`);
    }
    const arrived = { work, run, task };
    setOwners(arrived, null, owners, { actor: ENGINE, cause: 'arrival', reason: null });
    changeNode(site, { taskGuid: task.guid });
    armOnArrival(arrived, delays);
  },
  isDone: hasResult,
  halt: (site) => {
    const task = openTaskOf(site);
    if (task) suspendUserTask(task);
    return true;
  },
  /** One that was cancelled with the failure of a thread above is made anew, once that was rescued (decision 8). */
  resume: (site) => {
    const task = openTaskOf(site);
    if (task) resumeUserTask(task);
    const { result, failures } = site.thread.current;
    return task !== null || result !== null || failures.length > 0;
  },
  abandon: (site, _, reason) => {
    const task = openTaskOf(site);
    if (task) cancelForGood(task, reason);
  },
  end: (site) => {
    const task = openTaskOf(site);
    if (task) cancelForGood(task, 'The workflow no longer waits for it');
  },
};

function openTaskOf(site: Site): TaskSite | null {
  const { work, run } = site;
  const task = lookup(run.userTaskRuns, guidOf(site));
  return task && !isFinished(task.status) ? { work, run, task } : null;
}

function ownersAtArrival(site: Site, node: UserTaskNode): Owners {
  const userId = substituteText(site, 'userId', node.userId);
  const userGroup = substituteText(site, 'userGroup', node.userGroup);
  if (userId === null && userGroup === null) failNode('VAR_ERROR', 'Invalid user task assignment');
  if (userId?.trim() === '') {
    failNode('VAR_ERROR', "Invalid user task assignment. UserId can't be empty");
  }
  if (userGroup?.trim() === '') {
    failNode('VAR_ERROR', "Invalid group task assignment. UserGroup can't be empty");
  }
  return { userId, userGroup };
}
