// The pages of the tour.
import type { Page } from '@playwright/test';
import type { Places } from './places.ts';

export type Person = 'maria' | 'fiona' | 'ada';

export type Stop = {
  /** Of its pictures. */
  name: string;
  /** Who looks; nobody is signed in otherwise. */
  as?: Person;
  path: (places: Places) => string;
  /** What is done there before the picture. */
  before?: (page: Page) => Promise<void>;
  /** The pictures of it that the README shows, as they are on the screen. */
  shown?: readonly Shot[];
};

export type Shot = { width: 1440 | 390; theme: 'light' | 'dark'; file: string };

const at = (path: string) => () => path;

export const STOPS: readonly Stop[] = [
  { name: 'sign-in', path: at('/sign-in') },
  { name: 'api-reference', path: at('/docs/api') },
  { name: 'nothing-here', path: at('/nothing/here') },

  {
    name: 'inbox',
    as: 'fiona',
    path: ({ held }) => `/inbox?view=mine&task=${encodeURIComponent(held)}`,
    shown: [
      { width: 1440, theme: 'light', file: 'inbox' },
      { width: 1440, theme: 'dark', file: 'inbox-dark' },
    ],
  },
  {
    name: 'inbox-list',
    as: 'fiona',
    path: at('/inbox?view=available'),
    shown: [{ width: 390, theme: 'light', file: 'phone-inbox' }],
  },
  { name: 'inbox-empty', as: 'maria', path: at('/inbox?view=available') },
  {
    name: 'task',
    as: 'fiona',
    path: ({ held }) => `/tasks/${held}`,
    shown: [{ width: 390, theme: 'light', file: 'phone-task' }],
  },
  {
    name: 'task-done',
    as: 'ada',
    path: ({ storied }) => `/tasks/${storied}`,
  },
  {
    name: 'history',
    as: 'ada',
    path: ({ storied }) => `/tasks/${storied}/history`,
    shown: [{ width: 1440, theme: 'light', file: 'history' }],
  },

  {
    name: 'dashboards',
    as: 'ada',
    path: at('/admin/dashboards'),
    shown: [{ width: 1440, theme: 'light', file: 'dashboards' }],
  },
  { name: 'dashboards-by-person', as: 'ada', path: at('/admin/dashboards?range=30&by=person') },
  { name: 'all-tasks', as: 'ada', path: at('/admin/user-tasks') },
  { name: 'runs', as: 'ada', path: at('/admin/wf-runs') },
  {
    name: 'run',
    as: 'ada',
    path: ({ run }) => `/admin/wf-runs/${run}`,
    shown: [{ width: 1440, theme: 'light', file: 'run' }],
  },
  { name: 'run-failed', as: 'ada', path: ({ brokenRun }) => `/admin/wf-runs/${brokenRun}` },
  { name: 'workflows', as: 'ada', path: at('/admin/wf-specs') },
  { name: 'workflow', as: 'ada', path: at('/admin/wf-specs/invoice-approval') },
  { name: 'start-run', as: 'ada', path: at('/admin/wf-specs/invoice-approval/start') },
  { name: 'forms', as: 'ada', path: at('/admin/user-task-defs') },
  { name: 'form', as: 'ada', path: at('/admin/user-task-defs/check-invoice') },
  { name: 'form-compare', as: 'ada', path: at('/admin/user-task-defs/check-invoice/compare') },
  { name: 'form-simulate', as: 'ada', path: at('/admin/user-task-defs/check-invoice/simulate') },
  {
    name: 'form-builder',
    as: 'ada',
    path: at('/admin/user-task-defs/check-invoice/edit'),
    shown: [{ width: 1440, theme: 'light', file: 'form-builder' }],
  },
  { name: 'form-new', as: 'ada', path: at('/admin/user-task-defs/new') },
  { name: 'task-defs', as: 'ada', path: at('/admin/task-defs') },
  { name: 'task-def', as: 'ada', path: at('/admin/task-defs/send-mail') },
  { name: 'people', as: 'ada', path: at('/admin/people') },
  { name: 'person', as: 'ada', path: at('/admin/people/fiona') },
  { name: 'person-history', as: 'ada', path: at('/admin/people/fiona/history') },
  { name: 'groups', as: 'ada', path: at('/admin/groups') },
  { name: 'group', as: 'ada', path: at('/admin/groups/finance') },
  { name: 'api-keys', as: 'ada', path: at('/admin/api-keys') },
  { name: 'design', as: 'ada', path: at('/design') },
  { name: 'not-found', as: 'ada', path: at('/admin/wf-runs/there-is-none') },
  { name: 'forbidden', as: 'maria', path: at('/admin/wf-runs') },
];
