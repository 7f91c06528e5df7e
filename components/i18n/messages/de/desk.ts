import type { desk as en } from '../en/desk.ts';
import type { Translated } from '../translated.ts';
import { ageing, form, group, groups, history, keys, move, people, person, remove, tabs } from './desk/people.ts';
import { bulkBar, days, filters, sort, tasks } from './desk/tasks.ts';

export const desk: Translated<typeof en> = {
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
};
