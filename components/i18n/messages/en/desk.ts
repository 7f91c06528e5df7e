/** The words of the admins' search over all tasks. */
export const desk = {} as const;
