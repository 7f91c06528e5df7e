import { ageing, form, group, groups, history, keys, move, people, person, remove, tabs } from './desk/people.ts';
import { bulkBar, days, filters, sort, tasks } from './desk/tasks.ts';

/** What admins do with the tasks of all, and with people, groups and keys. */
export const desk = {
  ageing,
  bulkBar,
  days,
  filters,
  form,
  group,
  groups,
  history,
  keys,
  move,
  people,
  person,
  remove,
  sort,
  tabs,
  tasks,
} as const;
