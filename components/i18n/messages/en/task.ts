/** The words of a task: what may be done, conflicts, facts, history. */
export const task = {} as const;
