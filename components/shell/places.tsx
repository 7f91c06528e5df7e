import { AlarmClock, CalendarClock, CircleCheck, Hourglass, Inbox, UsersRound } from 'lucide';
import { type ReactNode, Suspense } from 'react';
import type { DeskView } from '../inbox/inbox-query.ts';
import { Icon } from '../ui/icon.tsx';
import { later } from '../ui/later.tsx';
import type { AdminPlace } from './admin-icon.tsx';

/** The views that everybody has, in the order of the rail. */
export const VIEW_ICONS: Record<DeskView, ReactNode> = {
  mine: <Icon of={Inbox} />,
  available: <Icon of={UsersRound} />,
  'due-soon': <Icon of={CalendarClock} />,
  overdue: <Icon of={AlarmClock} />,
  waiting: <Icon of={Hourglass} />,
  done: <Icon of={CircleCheck} />,
};

const PLACES = [
  ['dashboards', '/admin/dashboards'],
  ['userTasks', '/admin/user-tasks'],
  ['wfRuns', '/admin/wf-runs'],
  ['wfSpecs', '/admin/wf-specs'],
  ['userTaskDefs', '/admin/user-task-defs'],
  ['taskDefs', '/admin/task-defs'],
  ['people', '/admin/people'],
  ['groups', '/admin/groups'],
  ['apiKeys', '/admin/api-keys'],
  ['design', '/design'],
] as const satisfies (readonly [AdminPlace, string])[];

// Only administrators fetch them.
const AdminIcon = later(() => import('./admin-icon.tsx').then((part) => part.AdminIcon));

/** The pages for administrators. */
export const ADMIN_PLACES = PLACES.map(([name, href]) => ({
  name,
  href,
  icon: (
    <Suspense fallback={<span className="size-4 shrink-0" />}>
      <AdminIcon name={name} />
    </Suspense>
  ),
}));
