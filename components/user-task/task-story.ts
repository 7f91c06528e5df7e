import type { Owners, UserTaskEvent, UserTaskRun } from '#contracts/user-task-run.ts';

/** An entry of the history with what a reader cannot see from it alone. */
export type StoryEntry = {
  event: UserTaskEvent;
  /** How long the owners before this event had held the task, in milliseconds; null where it ended no holding. */
  heldMs: number | null;
  heldBy: Owners | null;
};

/** The assignment history, each end of a holding with its length. */
export function storyOf(events: readonly UserTaskEvent[]): StoryEntry[] {
  let holding: { owners: Owners; from: number } | null = null;
  return events.map((event) => {
    const at = Date.parse(event.at);
    const ends = event.type === 'ASSIGNED' || event.type === 'COMPLETED' || event.type === 'CANCELLED';
    const entry = {
      event,
      heldMs: ends && holding ? at - holding.from : null,
      heldBy: ends && holding ? holding.owners : null,
    };
    if (event.type === 'ASSIGNED') holding = { owners: event.after, from: at };
    else if (ends) holding = null;
    return entry;
  });
}

/** The person who did it, or for whom a service key did it; null for the workflow and its hooks. */
export const personOf = ({ actorKind, onBehalfOf, actorId }: UserTaskEvent): string | null =>
  actorKind === 'engine' || actorKind === 'hook' ? null : (onBehalfOf ?? actorId);

/** Everybody whom a task and its history name, for looking up what they are called. */
export function peopleOf(task: UserTaskRun): string[] {
  const named = task.events.flatMap((event) => [
    personOf(event),
    ...(event.type === 'ASSIGNED' ? [event.after.userId, event.before?.userId] : []),
  ]);
  const others = [task.userId, task.requester, task.draft?.savedBy, ...task.comments.map(({ userId }) => userId)];
  const known = [...named, ...others, ...task.excludeUsers].filter((id) => id !== null && id !== undefined);
  return [...new Set(known)];
}

/** What has last become of a task, told to whoever came second; undefined when nothing in the history tells. */
export function lastTurn(task: UserTaskRun): UserTaskEvent | undefined {
  const isOver = task.status === 'DONE' || task.status === 'CANCELLED';
  return task.events.findLast(({ type }) =>
    isOver ? type === 'COMPLETED' || type === 'CANCELLED' : type === 'ASSIGNED',
  );
}

/** The ways in which a task changes hands or ends. */
export type Turn =
  | 'created'
  | 'claimed'
  | 'released'
  | 'tookOver'
  | 'handedOver'
  | 'undone'
  | 'assigned'
  | 'completed'
  | 'cancelled';

export function turnOf(event: UserTaskEvent): Turn {
  if (event.type === 'COMPLETED') return 'completed';
  if (event.type === 'CANCELLED') return 'cancelled';
  switch (event.cause) {
    case 'arrival':
      return 'created';
    case 'claim':
    case 'completion':
      return 'claimed';
    case 'release':
      return 'released';
    case 'take-over':
      return 'tookOver';
    case 'hand-over':
      return 'handedOver';
    case 'undo':
      return 'undone';
    default:
      return 'assigned';
  }
}

export const STORY_KINDS = ['ownership', 'edits', 'comments', 'automation'] as const;
export type StoryKind = (typeof STORY_KINDS)[number];

/** By what a reader may look for an event; one that a hook brought about is both what it is and automation. */
export function kindsOf({ type, actorKind }: UserTaskEvent): StoryKind[] {
  const isHooks = actorKind === 'hook';
  switch (type) {
    case 'ASSIGNED':
    case 'COMPLETED':
    case 'CANCELLED':
      return isHooks ? ['ownership', 'automation'] : ['ownership'];
    case 'SAVED':
    case 'MIGRATED':
      return ['edits'];
    case 'COMMENT_ADDED':
    case 'COMMENT_EDITED':
    case 'COMMENT_DELETED':
      return ['comments'];
    case 'TASK_EXECUTED':
    case 'HOOK_FAILED':
    case 'HOOK_CHANGED':
    case 'SUSPENDED':
    case 'RESUMED':
      return ['automation'];
  }
}

/** Of a history what is of one of these kinds; all of it where none is named. */
export function ofKinds(story: readonly StoryEntry[], wanted: ReadonlySet<StoryKind>): StoryEntry[] {
  return story.filter(({ event }) => wanted.size === 0 || kindsOf(event).some((kind) => wanted.has(kind)));
}

/** The ends of a long line, and how much between them is left out. */
export function trimLine<T>(
  line: readonly T[],
  most: number,
): { first: readonly T[]; left: number; last: readonly T[] } {
  if (line.length <= most) return { first: line, left: 0, last: [] };
  const start = Math.ceil((most - 1) / 2);
  const end = most - 1 - start;
  return { first: line.slice(0, start), left: line.length - start - end, last: line.slice(line.length - end) };
}
