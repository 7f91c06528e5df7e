// Principal: who calls, as every service sees it. Groups and roles come from the session or the key, never from a request.
import { z } from 'zod';

/** What a service key may do; `*` is everything, administration included. */
export const SCOPES = ['definitions', 'runs', 'user-tasks', 'workers', 'read', '*'] as const;
export const scope = z.enum(SCOPES);
export type Scope = z.infer<typeof scope>;

export const userPrincipal = z.object({
  kind: z.literal('user'),
  tenantId: z.string(),
  userId: z.string(),
  displayName: z.string(),
  groups: z.array(z.string()),
  isAdmin: z.boolean(),
});

export const servicePrincipal = z.object({
  kind: z.literal('service'),
  tenantId: z.string(),
  keyId: z.string(),
  name: z.string(),
  scopes: z.array(scope),
});

export const principal = z.discriminatedUnion('kind', [userPrincipal, servicePrincipal]).meta({ id: 'Principal' });
export type Principal = z.infer<typeof principal>;
export type UserPrincipal = z.infer<typeof userPrincipal>;
export type ServicePrincipal = z.infer<typeof servicePrincipal>;

export function hasScope(key: ServicePrincipal, wanted: Scope): boolean {
  return key.scopes.includes('*') || key.scopes.includes(wanted);
}
