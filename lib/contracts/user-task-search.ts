// What a search for user tasks asks for: filters, all ANDed, and an order. A saved view keeps one of these.
import { z } from 'zod';
import { countInAddress, docketName, flagInAddress, timestamp, userGroup, userId } from './names.ts';
import { userTaskStatus } from './user-task-run.ts';

/** Each has its index: by creation every search, by the others work lists alone (decision 28). */
export const USER_TASK_SORTS = ['-created', 'created', 'due', '-due', 'urgency', '-priority', 'priority'] as const;
export type UserTaskSort = (typeof USER_TASK_SORTS)[number];

const MOST_HOURS = 24 * 366;
const MOST_GROUPS = 50;
const oneOrMore = <T extends z.ZodType>(item: T, most: number) => z.union([item, z.array(item).min(1).max(most)]);

export const userTaskSearch = z.strictObject({
  status: oneOrMore(userTaskStatus, userTaskStatus.options.length).optional(),
  userId: userId.optional(),
  userGroup: oneOrMore(userGroup, MOST_GROUPS).optional(),
  available: flagInAddress.optional().meta({
    description: 'What the caller may claim: unclaimed, of their groups, or of those that `userGroup` names of them.',
  }),
  desk: z.enum(['mine', 'workable', 'waiting', 'done']).optional().meta({
    description:
      'What is on the desk of the person who asks: `mine` is what they have, `workable` that and what they may claim, `waiting` what is open with others and was requested or once had by them, `done` what they completed.',
  }),
  userTaskDefName: docketName.optional(),
  userTaskDefVersion: countInAddress.optional(),
  wfRunId: docketName.optional(),
  wfSpecName: docketName.optional(),
  earliestStart: timestamp.optional(),
  latestStart: timestamp.optional(),
  completedAfter: timestamp
    .optional()
    .meta({ description: 'Of finished tasks: when they were completed or cancelled.' }),
  completedBefore: timestamp.optional(),
  dueBefore: timestamp.optional(),
  dueWithinHours: countInAddress.min(1).max(MOST_HOURS).optional().meta({
    description: 'Open, not overdue, and due within so many hours from now.',
  }),
  overdue: flagInAddress.optional().meta({ description: 'Open, and past its due date; or the contrary.' }),
  suspended: flagInAddress.optional().meta({
    description:
      'Those whose thread stands still, or only the others. Work lists (by `userId`, `userGroup` or `available`) have only the others unless it is true.',
  }),
  priorityMin: countInAddress.max(100).optional(),
  q: z.string().min(1).max(200).optional().meta({ description: 'Looked for in title and context.' }),
  sort: z.enum(USER_TASK_SORTS).default('-created').meta({
    description:
      'By creation, every search; by due date, urgency or priority, work lists: what a person has (`userId` and `status=ASSIGNED`, or `desk=mine`), that with what they may claim (`desk=workable`), what groups have that nobody has claimed (`userGroup` and `status=UNASSIGNED`, or `available=true`) and, for admins and service keys, what of a definition is open (`userTaskDefName` and `status=UNASSIGNED`, `ASSIGNED` or both). `due` is the soonest first, `-priority` the highest.',
  }),
});
export type UserTaskSearch = z.infer<typeof userTaskSearch>;
