import { bulk, filters, sort, tasks } from './desk/tasks.ts';

/** What admins do with the tasks of all, and with people, groups and keys. */
export const desk = { bulk, filters, sort, tasks } as const;
