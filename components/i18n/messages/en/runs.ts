/** The words of WfRuns and the diagrams of WfSpecs. */
export const runs = {} as const;
