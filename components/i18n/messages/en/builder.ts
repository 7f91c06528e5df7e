/** The words of the form builder. */
export const builder = {} as const;
