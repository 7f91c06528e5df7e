/** The words of the lists and pages of definitions. */
export const definitions = {} as const;
