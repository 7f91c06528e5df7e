// A saved view: a search for user tasks under a name, a person's own or a group's.
import { z } from 'zod';
import { DUE_SOON_HOURS } from './desk.ts';
import { docketName, oneLine, timestamp } from './names.ts';
import { userTaskSearch } from './user-task-search.ts';

/** As much as a count says at most: beyond it, nobody is helped by the exact number. */
export const MOST_COUNTED = 10_000;
export const MOST_VIEWS_COUNTED = 50;

/** What may be changed of a view; whose it is stays. */
export const savedViewBody = z.strictObject({
  name: oneLine.trim().min(1).max(100),
  query: userTaskSearch,
});
export type SavedViewBody = z.infer<typeof savedViewBody>;

export const savedView = z
  .object({
    id: docketName,
    userId: z.string().nullable().meta({ description: 'Whose it is. Null: a group has it.' }),
    userGroup: z.string().nullable(),
    name: z.string(),
    query: userTaskSearch.meta({ description: 'What to search for; whoever searches finds what they may see of it.' }),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedView>;

export const taskCount = z
  .object({
    count: z.int(),
    isCapped: z.boolean().meta({ description: `Whether there are more than ${MOST_COUNTED}.` }),
  })
  .meta({ id: 'TaskCount' });
export type TaskCount = z.infer<typeof taskCount>;

/** How much there is in each list of a person's inbox. */
export const deskCounts = z
  .object({
    mine: taskCount,
    available: taskCount,
    dueSoon: taskCount.meta({ description: `Theirs or to be claimed, and due within ${DUE_SOON_HOURS} hours.` }),
    overdue: taskCount,
    waiting: taskCount,
    done: taskCount,
    groups: z
      .array(taskCount.extend({ userGroup: z.string() }))
      .meta({ description: 'What is open of each of their groups.' }),
    views: z
      .array(taskCount.extend({ viewId: docketName }))
      .meta({ description: `Of their saved views, and their groups', the first ${MOST_VIEWS_COUNTED} by name.` }),
  })
  .meta({ id: 'DeskCounts' });
export type DeskCounts = z.infer<typeof deskCounts>;
