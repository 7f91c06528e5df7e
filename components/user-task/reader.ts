/** Who looks at a task. */
export type Reader = { userId: string; groups: readonly string[]; isAdmin: boolean };
