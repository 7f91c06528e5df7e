// A saved view: a search for user tasks under a name, a person's own or a group's.
import { z } from 'zod';
import { docketName, oneLine, timestamp } from './names.ts';
import { userTaskSearch } from './user-task-search.ts';

/** As much as a count of a view says at most. */
export const MOST_COUNTED = 100;

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

export const viewCount = z
  .object({
    count: z.int(),
    isCapped: z.boolean().meta({ description: `Whether there are more than ${MOST_COUNTED}.` }),
  })
  .meta({ id: 'ViewCount' });
