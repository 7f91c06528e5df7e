'use client';

import {
  Bot,
  ChartNoAxesColumn,
  ClipboardList,
  FormInput,
  KeyRound,
  Palette,
  UserRound,
  UsersRound,
  Waypoints,
  Workflow,
} from 'lucide-react';
import type { AdminPlace } from './places.tsx';

const ICONS = {
  dashboards: <ChartNoAxesColumn />,
  userTasks: <ClipboardList />,
  wfRuns: <Workflow />,
  wfSpecs: <Waypoints />,
  userTaskDefs: <FormInput />,
  taskDefs: <Bot />,
  people: <UserRound />,
  groups: <UsersRound />,
  apiKeys: <KeyRound />,
  design: <Palette />,
} satisfies Record<AdminPlace, unknown>;

export const AdminIcon = ({ name }: { name: AdminPlace }) => ICONS[name];
