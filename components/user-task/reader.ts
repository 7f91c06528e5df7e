import type { Group, User } from '#contracts/identity.ts';

/** Who looks at a task. */
export type Reader = { userId: string; isAdmin: boolean };

/** Whom a task can be given to, as far as the reader may know. */
export type Directory = { users: readonly User[]; groups: readonly Group[] };
