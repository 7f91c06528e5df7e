/** The words of the dashboards. */
export const dashboards = {} as const;
