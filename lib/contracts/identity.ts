// People, groups and service keys: as admins keep them, and as everybody knows them.
import { z } from 'zod';
import { oneLine, timestamp, userGroup, userId } from './names.ts';
import { scope } from './principal.ts';

const displayName = oneLine.trim().min(1).max(200);
const MAX_MEMBERSHIPS = 1000;

export const user = z
  .object({ id: z.string(), displayName: z.string(), groups: z.array(z.string()), isAdmin: z.boolean() })
  .meta({ id: 'User' });
export type User = z.infer<typeof user>;

const mustBeNew = z.boolean().default(false).meta({
  description: 'Refused with ALREADY_EXISTS where there is one of that name, instead of changing it.',
});

/** The body of `PUT /users/{userId}`. */
export const userBody = z.strictObject({
  displayName,
  isAdmin: z.boolean().default(false),
  groups: z.array(userGroup).max(MAX_MEMBERSHIPS).default([]).meta({ description: 'All groups that they are in.' }),
  password: z.string().min(10).max(200).optional().meta({
    description: 'Needed for a new person. For one who is there it replaces theirs and ends their sessions.',
  }),
  mustBeNew,
});

export const group = z.object({ name: z.string(), memberCount: z.int() }).meta({ id: 'Group' });
export type Group = z.infer<typeof group>;

/** The body of `PUT /groups/{name}`. */
export const groupBody = z.strictObject({
  members: z.array(userId).max(MAX_MEMBERSHIPS).optional().meta({
    description: 'All who are in it. Left out, they stay as they are.',
  }),
  mustBeNew,
});

/** A person as everybody in the tenant knows them. */
export const person = z.object({ userId: z.string(), displayName: z.string() }).meta({ id: 'Person' });
export type Person = z.infer<typeof person>;

export const serviceKey = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string().meta({ description: 'What the key begins with, by which it is told from others.' }),
    scopes: z.array(scope),
    createdAt: timestamp,
    expiresAt: timestamp.nullable(),
    revokedAt: timestamp.nullable(),
    lastUsedAt: timestamp.nullable().meta({ description: 'To the minute.' }),
  })
  .meta({ id: 'ServiceKey' });
export type ServiceKey = z.infer<typeof serviceKey>;

/** The body of `POST /service-keys`. */
export const serviceKeyBody = z.strictObject({
  name: oneLine.trim().min(1).max(200).meta({ description: 'What histories name as who acted.' }),
  scopes: z.array(scope).min(1).max(scope.options.length),
  expiresAt: timestamp.optional(),
});

export const newServiceKey = serviceKey
  .extend({ key: z.string().meta({ description: 'The key itself. It is shown this once and kept nowhere.' }) })
  .meta({ id: 'NewServiceKey' });
export type NewServiceKey = z.infer<typeof newServiceKey>;
