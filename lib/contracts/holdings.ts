// Who held a user task, and for how long: worked out from its events alone.
import { z } from 'zod';
import { timestamp } from './names.ts';
import { owners, type UserTaskEvent } from './user-task-run.ts';
import { instantFromText } from './value.ts';

export const holding = z
  .object({
    owners,
    from: timestamp,
    to: timestamp.nullable().meta({ description: 'Null while they still hold it.' }),
    seconds: z.number().nullable(),
  })
  .meta({ id: 'Holding' });
export type Holding = z.infer<typeof holding>;

/** A stretch for every change of owners, oldest first; one who held it for no time at all is left out. */
export function holdingsOf(events: readonly UserTaskEvent[]): Holding[] {
  const holdings: Holding[] = [];
  let open: Holding | null = null;
  for (const event of events) {
    const isEnd = event.type === 'COMPLETED' || event.type === 'CANCELLED';
    if (event.type !== 'ASSIGNED' && !isEnd) continue;
    if (open) {
      open.to = event.at;
      open.seconds = ((instantFromText(event.at) ?? 0) - (instantFromText(open.from) ?? 0)) / 1000;
      if (open.seconds > 0) holdings.push(open);
    }
    open = event.type === 'ASSIGNED' ? { owners: event.after, from: event.at, to: null, seconds: null } : null;
  }
  return open ? [...holdings, open] : holdings;
}

export const lineEntry = z.object({
  userId: z.string().nullable(),
  userGroup: z.string().nullable(),
  seconds: z.number().nullable(),
});
export type LineEntry = z.infer<typeof lineEntry>;

/** The history in a line, such as Finance 4 h, Ana 20 m: by the one who had it, a person before their group, neighbours taken together. */
export function lineOf(holdings: readonly Holding[]): LineEntry[] {
  const line: LineEntry[] = [];
  for (const { owners, seconds } of holdings) {
    const { userId } = owners;
    const userGroup = userId === null ? owners.userGroup : null;
    const last = line.at(-1);
    if (last && last.userId === userId && last.userGroup === userGroup) {
      last.seconds = last.seconds === null || seconds === null ? null : last.seconds + seconds;
    } else line.push({ userId, userGroup, seconds });
  }
  return line;
}
