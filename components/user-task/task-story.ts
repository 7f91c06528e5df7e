import type { Owners, UserTaskEvent, UserTaskRun } from '#contracts/user-task-run.ts';

/** Who held a task for a while; `to` is null while they still do. */
export type Holding = { owners: Owners; from: number; to: number | null };

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

/** Who held the task, one after the other: the line on top of the history. */
export function holdingsOf(task: Pick<UserTaskRun, 'events' | 'endedAt'>): Holding[] {
  const changes = task.events.flatMap((event) =>
    event.type === 'ASSIGNED' ? [{ owners: event.after, at: Date.parse(event.at) }] : [],
  );
  const end = task.endedAt === null ? null : Date.parse(task.endedAt);
  return changes
    .map(({ owners, at }, index) => ({ owners, from: at, to: changes[index + 1]?.at ?? end }))
    .filter(({ from, to }) => to === null || to > from);
}

/** Who did it: the person, or whom a service key acted for, or the workflow itself. */
export function actorName(event: UserTaskEvent, me: string): string {
  if (event.actorKind === 'engine') return 'The workflow';
  const name = event.onBehalfOf ?? event.actorId ?? 'Somebody';
  return name === me ? 'You' : name;
}

/** "fiona claimed this", said to whoever came second; null when nothing in the history tells. */
export function whatHappened(
  task: UserTaskRun,
  me: string,
): { words: string; at: string; reason: string | null } | null {
  const event = task.events.findLast(({ type }) =>
    task.status === 'DONE' || task.status === 'CANCELLED'
      ? type === 'COMPLETED' || type === 'CANCELLED'
      : type === 'ASSIGNED',
  );
  if (!event) return null;
  const who = actorName(event, me);
  return { words: `${who} ${verbOf(event)}`, at: event.at, reason: event.reason };
}

function verbOf(event: UserTaskEvent): string {
  if (event.type === 'COMPLETED') return 'completed this';
  if (event.type === 'CANCELLED') return 'cancelled this';
  if (event.type !== 'ASSIGNED') return 'changed this';
  const to = event.after.userId ?? event.after.userGroup;
  switch (event.cause) {
    case 'claim':
    case 'completion':
      return 'claimed this';
    case 'release':
      return `released this to ${to}`;
    case 'take-over':
      return 'took this over';
    case 'hand-over':
      return `handed this over to ${to}`;
    case 'undo':
      return `gave this back to ${to}`;
    default:
      return `assigned this to ${to}`;
  }
}
