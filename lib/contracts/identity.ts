// People and groups as admins see them.
import { z } from 'zod';

export const user = z
  .object({ id: z.string(), displayName: z.string(), groups: z.array(z.string()), isAdmin: z.boolean() })
  .meta({ id: 'User' });
export type User = z.infer<typeof user>;

export const group = z.object({ name: z.string(), memberCount: z.int() }).meta({ id: 'Group' });
export type Group = z.infer<typeof group>;
