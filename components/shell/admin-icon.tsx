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
} from 'lucide';
import { Icon } from '../ui/icon.tsx';

const ICONS = {
  dashboards: <Icon of={ChartNoAxesColumn} />,
  userTasks: <Icon of={ClipboardList} />,
  wfRuns: <Icon of={Workflow} />,
  wfSpecs: <Icon of={Waypoints} />,
  userTaskDefs: <Icon of={FormInput} />,
  taskDefs: <Icon of={Bot} />,
  people: <Icon of={UserRound} />,
  groups: <Icon of={UsersRound} />,
  apiKeys: <Icon of={KeyRound} />,
  design: <Icon of={Palette} />,
};

export type AdminPlace = keyof typeof ICONS;

export const AdminIcon = ({ name }: { name: AdminPlace }) => ICONS[name];
