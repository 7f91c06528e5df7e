/** The words of a form: its controls, its faults. */
export const form = {} as const;
