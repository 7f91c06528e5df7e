/** The words of the page of the design system. */
export const design = {} as const;
