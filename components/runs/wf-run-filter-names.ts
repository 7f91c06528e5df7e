/** What narrows the list of runs, as the address names it. */
export const WF_RUN_FILTERS = [
  'find',
  'wfSpecName',
  'status',
  'startedAfter',
  'startedBefore',
  'variable',
  'value',
] as const;
export type WfRunFilterName = (typeof WF_RUN_FILTERS)[number];
