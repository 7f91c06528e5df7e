import {
  AlarmClock,
  Bot,
  CalendarClock,
  ChartNoAxesColumn,
  CircleCheck,
  ClipboardList,
  FormInput,
  Hourglass,
  Inbox,
  KeyRound,
  Palette,
  UserRound,
  UsersRound,
  Waypoints,
  Workflow,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { DeskView } from '../inbox/inbox-query.ts';

/** The views that everybody has, in the order of the rail. */
export const VIEW_ICONS: Record<DeskView, ReactNode> = {
  mine: <Inbox />,
  available: <UsersRound />,
  'due-soon': <CalendarClock />,
  overdue: <AlarmClock />,
  waiting: <Hourglass />,
  done: <CircleCheck />,
};

/** The pages for administrators. */
export const ADMIN_PLACES = [
  { href: '/admin/dashboards', name: 'dashboards', icon: <ChartNoAxesColumn /> },
  { href: '/admin/user-tasks', name: 'userTasks', icon: <ClipboardList /> },
  { href: '/admin/wf-runs', name: 'wfRuns', icon: <Workflow /> },
  { href: '/admin/wf-specs', name: 'wfSpecs', icon: <Waypoints /> },
  { href: '/admin/user-task-defs', name: 'userTaskDefs', icon: <FormInput /> },
  { href: '/admin/task-defs', name: 'taskDefs', icon: <Bot /> },
  { href: '/admin/people', name: 'people', icon: <UserRound /> },
  { href: '/admin/groups', name: 'groups', icon: <UsersRound /> },
  { href: '/admin/api-keys', name: 'apiKeys', icon: <KeyRound /> },
  { href: '/design', name: 'design', icon: <Palette /> },
] as const;
