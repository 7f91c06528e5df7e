// Who did something: recorded with every event of a user task (decision 3).
import { z } from 'zod';

export const actorKind = z.enum(['user', 'admin', 'service', 'hook', 'engine']);

/** `id` is a user id or a service key's name; `onBehalfOf` the person whom a service key named. A hook's is that of the hook, and the engine has none. */
export const actor = z.object({ kind: actorKind, id: z.string().nullable(), onBehalfOf: z.string().nullable() });
export type Actor = z.infer<typeof actor>;
