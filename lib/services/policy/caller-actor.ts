// Who is recorded for a call that is not about a user task.
import type { Actor } from '#contracts/actor.ts';
import type { Principal } from '#contracts/principal.ts';

export function callerActor(principal: Principal, onBehalfOf: string | null = null): Actor {
  if (principal.kind === 'service') return { kind: 'service', id: principal.name, onBehalfOf };
  return { kind: 'user', id: principal.userId, onBehalfOf: onBehalfOf === principal.userId ? null : onBehalfOf };
}
