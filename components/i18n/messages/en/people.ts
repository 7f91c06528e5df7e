/** The words of people, groups, API keys and what each holds. */
export const people = {} as const;
