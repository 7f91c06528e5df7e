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
};

export type AdminPlace = keyof typeof ICONS;

export const AdminIcon = ({ name }: { name: AdminPlace }) => ICONS[name];
