// USER_TASK: a step done by a person (semantics.md 11.5).
import type { Actor } from '#contracts/actor.ts';
import type { Owners } from '#contracts/user-task-run.ts';
import type { UserTaskNode } from '#contracts/wf-spec.ts';
import { NodeFailure } from '../failure.ts';
import { must } from '../invariant.ts';
import { substituteText } from '../scope.ts';
import { setOwners } from '../user-task/change-user-task.ts';
import { guidOf, type Site } from '../work.ts';
import { hasResult, type NodeKind } from './node-kind.ts';

const ENGINE: Actor = { kind: 'engine', id: null, onBehalfOf: null };

export const userTask: NodeKind<UserTaskNode> = {
  arrive: (site, node) => {
    const { work, run } = site;
    const version = must(node.userTaskDefVersion, `USER_TASK ${site.thread.current.nodeName} has no pinned form`);
    const definition = work.world.userTaskDef(node.userTaskDefName, version);
    if (!definition) throw new NodeFailure('TASK_ERROR', `UserTaskDef ${node.userTaskDefName} ${version} was deleted`);
    const title = substituteText(site, 'title', node.title);
    const owners = ownersAtArrival(site, node);
    const task = {
      guid: guidOf(site),
      threadRunNumber: site.thread.number,
      position: site.thread.current.position,
      userTaskDefName: node.userTaskDefName,
      userTaskDefVersion: version,
      title: title?.trim() ? title : (definition.displayName ?? definition.name),
      context: substituteText(site, 'context', node.context),
      notes: substituteText(site, 'notes', node.notes),
      status: 'UNASSIGNED' as const,
      userId: null,
      userGroup: null,
      epoch: 0,
      version: 0,
      nextEventSeq: 0,
      nextCommentId: 1,
      createdAt: work.at,
      endedAt: null,
      results: null,
      endedBy: null,
      draft: null,
      comments: {},
    };
    setOwners({ work, run, task }, null, owners, { actor: ENGINE, cause: 'arrival', reason: null });
    site.thread.current = { ...site.thread.current, taskGuid: task.guid };
  },
  isDone: hasResult,
};

function ownersAtArrival(site: Site, node: UserTaskNode): Owners {
  const userId = substituteText(site, 'userId', node.userId);
  const userGroup = substituteText(site, 'userGroup', node.userGroup);
  if (userId === null && userGroup === null) throw new NodeFailure('VAR_ERROR', 'Invalid user task assignment');
  if (userId?.trim() === '') {
    throw new NodeFailure('VAR_ERROR', "Invalid user task assignment. UserId can't be empty");
  }
  if (userGroup?.trim() === '') {
    throw new NodeFailure('VAR_ERROR', "Invalid group task assignment. UserGroup can't be empty");
  }
  return { userId, userGroup };
}
