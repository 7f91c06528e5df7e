/** The parts of a run, each a tab; the first is shown where the address names none. */
export const RUN_PARTS = ['timeline', 'nodes', 'tasks', 'user-tasks', 'events', 'children'] as const;
export type RunPart = (typeof RUN_PARTS)[number];

export const runPartOf = (given: string | undefined): RunPart => RUN_PARTS.find((part) => part === given) ?? 'timeline';

/** Their keys in the catalogue. */
export const RUN_PART_WORDS = {
  timeline: 'timeline',
  nodes: 'nodeRuns',
  tasks: 'taskRuns',
  'user-tasks': 'userTasks',
  events: 'events',
  children: 'children',
} as const satisfies Record<RunPart, string>;
