// What an event meant for one person: the same change of hands is given for one and got for the other.
import type { UserTaskEvent } from '#contracts/user-task-run.ts';

export type PersonTurn =
  | 'claimed'
  | 'tookOver'
  | 'got'
  | 'handedOver'
  | 'released'
  | 'lost'
  | 'assigned'
  | 'moved'
  | 'tookBack'
  | 'completed'
  | 'completedFor'
  | 'completedBy'
  | 'cancelled'
  | 'cancelledBy';

/** Whether they did it, or it was done for them. */
const isBy = ({ actorKind, actorId, onBehalfOf }: UserTaskEvent, userId: string): boolean =>
  onBehalfOf === userId || ((actorKind === 'user' || actorKind === 'admin') && actorId === userId);

export function personTurn(event: UserTaskEvent, userId: string): PersonTurn {
  const { actorId, onBehalfOf } = event;
  if (event.type === 'COMPLETED') {
    if (onBehalfOf === null) return 'completed';
    return onBehalfOf === userId ? 'completedBy' : 'completedFor';
  }
  if (event.type !== 'ASSIGNED') return isBy(event, userId) ? 'cancelled' : 'cancelledBy';
  const { before, after, cause } = event;
  if (cause === 'undo' && actorId === userId) return 'tookBack';
  const had = before?.userId === userId;
  const has = after.userId === userId;
  const did = isBy(event, userId);
  if (had && has) return 'moved';
  if (has) return did ? ((before?.userId ?? null) === null ? 'claimed' : 'tookOver') : 'got';
  if (had) return did ? (after.userId === null ? 'released' : 'handedOver') : 'lost';
  return 'assigned';
}

/** Everybody whom the sentence about an event may name. */
export function peopleIn(event: UserTaskEvent): string[] {
  const actor = event.actorKind === 'user' || event.actorKind === 'admin' ? event.actorId : null;
  const owners = event.type === 'ASSIGNED' ? [event.before?.userId, event.after.userId] : [];
  return [actor, event.onBehalfOf, ...owners].filter((id) => id !== null && id !== undefined);
}
