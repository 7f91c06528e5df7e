// What a door learns about a request's caller.
import type { Principal } from '#contracts/principal.ts';
import type { Refusal } from '#contracts/problem.ts';

export type Authentication = { ok: true; principal: Principal } | { ok: false; refusal: Refusal };
export type Authenticate = (request: Request) => Promise<Authentication>;
