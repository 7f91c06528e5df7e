// What hangs on a definition: the work that is open with it, and the WfSpecs that name it.
import { z } from 'zod';
import { localText } from './local-text-shape.ts';
import { count, docketName, timestamp } from './names.ts';

/** More tasks of one definition than these are not counted on. */
export const MAX_COUNTED = 10_000;

const counted = z.int().meta({ description: `Counted up to ${MAX_COUNTED}.` });
const open = { unassigned: counted, assigned: counted, overdue: counted };

const ageing = z
  .array(z.object({ under: z.int().nullable(), count: z.int() }))
  .meta({ description: 'The open ones by age: younger than so many seconds; null is older than all.' });

export const USER_TASK_DEF_SORTS = ['name', '-name', '-changed', '-open', '-overdue'] as const;
export type UserTaskDefSort = (typeof USER_TASK_DEF_SORTS)[number];

/** A form in a list, with the work that there is with it. */
export const userTaskDefSummary = z
  .object({
    name: docketName,
    version: count,
    displayName: localText(200).optional(),
    fields: z.int().meta({ description: 'How many questions it has.' }),
    createdAt: timestamp.meta({ description: 'When its latest version was put.' }),
    versions: z.int(),
    ...open,
    done: counted,
    cancelled: counted,
    ageing,
    wfSpecs: z.array(docketName).meta({ description: 'Whose versions name it; twenty at most.' }),
  })
  .meta({ id: 'UserTaskDefSummary' });
export type UserTaskDefSummary = z.infer<typeof userTaskDefSummary>;

/** The last version of a WfSpec that names a definition. */
export const definitionUser = z
  .object({
    wfSpecName: docketName,
    majorVersion: count,
    revision: count,
    isLatest: z.boolean().meta({ description: 'Whether it is the latest version of the WfSpec.' }),
    usedVersion: count.meta({ description: 'Which version it names; 0 of what has none.' }),
  })
  .meta({ id: 'DefinitionUser' });
export type DefinitionUser = z.infer<typeof definitionUser>;

export const definitionUse = z
  .object({ usedBy: z.array(definitionUser).meta({ description: 'By name; a hundred at most.' }) })
  .meta({ id: 'DefinitionUse' });

export const userTaskDefUse = definitionUse
  .extend({
    open: z.array(z.object({ version: count, ...open })).meta({ description: 'What is open, by version of the form.' }),
    ageing,
    nextVersion: count.meta({ description: 'The number that the next version gets.' }),
  })
  .meta({ id: 'UserTaskDefUse' });
export type UserTaskDefUse = z.infer<typeof userTaskDefUse>;
