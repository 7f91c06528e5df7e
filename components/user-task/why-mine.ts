import type { UserTaskEvent, UserTaskRun } from '#contracts/user-task-run.ts';
import type { Reader } from './reader.ts';
import { turnOf } from './task-story.ts';

/** A reason for which a reader sees a task; `actor` is who brought it about, `group` through which group. */
export type Why =
  | {
      because: 'claimed' | 'tookOver' | 'byWorkflow' | 'escalated' | 'requester' | 'pastOwner' | 'admin' | 'excluded';
    }
  | { because: 'assigned' | 'handedOver' | 'givenBack'; actor: string }
  | { because: 'member'; group: string };

/** Why a task is the reader's to see, the strongest reason first. */
export function whyMine(task: UserTaskRun, { userId, groups, isAdmin }: Reader): Why[] {
  const why: Why[] = [];
  const turn = task.events.findLast(({ type }) => type === 'ASSIGNED');
  if (task.userId === userId && turn) why.push(...whyOwner(turn, userId));
  if (task.userGroup !== null && groups.includes(task.userGroup) && !task.excludeUsers.includes(userId)) {
    why.push({ because: 'member', group: task.userGroup });
  }
  if (turn?.actorKind === 'hook') why.push({ because: 'escalated' });
  if (task.requester === userId) why.push({ because: 'requester' });
  if (task.userId !== userId && hadIt(task, userId)) why.push({ because: 'pastOwner' });
  if (task.excludeUsers.includes(userId)) why.push({ because: 'excluded' });
  if (why.length === 0 && isAdmin) why.push({ because: 'admin' });
  return why;
}

function whyOwner(turn: UserTaskEvent, me: string): Why[] {
  const actor = turn.onBehalfOf ?? turn.actorId;
  switch (turnOf(turn)) {
    case 'claimed':
      return [{ because: 'claimed' }];
    case 'tookOver':
      return [{ because: 'tookOver' }];
    case 'handedOver':
      return actor === null ? [] : [{ because: 'handedOver', actor }];
    case 'undone':
      return actor === null || actor === me ? [] : [{ because: 'givenBack', actor }];
    case 'assigned':
      if (turn.actorKind === 'hook') return [];
      return actor === null ? [{ because: 'byWorkflow' }] : [{ because: 'assigned', actor }];
    case 'created':
      return [{ because: 'byWorkflow' }];
    case 'released':
    case 'completed':
    case 'cancelled':
      return [];
  }
}

const hadIt = (task: UserTaskRun, userId: string): boolean =>
  task.events.some((event) => event.type === 'ASSIGNED' && event.before?.userId === userId);
