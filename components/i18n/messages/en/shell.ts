/** The words of the frame of every page: rail, account menu, problems. */
export const shell = {} as const;
