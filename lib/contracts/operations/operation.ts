// What a row of the operation table is: the REST app, the OpenAPI document, the SDK client and the server actions are all read off it.
import type { z } from 'zod';
import type { Scope } from '../principal.ts';
import type { ProblemCode } from '../problem.ts';

/** A zod object: each part of a call is one, so that the parts can be joined into one flat input. */
type Part = z.ZodObject;

/**
 * Who may call at all; what they may do with the thing they name is the policy's question, asked in the service.
 * `user`: any signed-in person, or admins only. `scope`: what a service key needs ('read' is implied by every other scope).
 */
export type Access = { user: 'any' | 'admin'; scope: Scope };

export type Operation = {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below `/api/v1`, with `{param}` segments. */
  path: string;
  tag: 'Definitions' | 'Runs' | 'Events' | 'User tasks' | 'Workers' | 'Schedules' | 'Upkeep' | 'People';
  summary: string;
  description?: string;
  access: Access;
  params?: Part;
  query?: Part;
  body?: Part;
  /** Absent: 204, no body. */
  response?: z.ZodType;
  /** 204 also where there is a response, when there is nothing to give. */
  mayBeEmpty?: true;
  status: 200 | 201 | 204;
  /** Beyond INVALID_ARGUMENT, UNAUTHENTICATED, PERMISSION_DENIED and INTERNAL, which any call may give. */
  errors: readonly ProblemCode[];
};

type Output<P> = P extends Part ? z.output<P> : unknown;
type Input<P> = P extends Part ? z.input<P> : unknown;
type PartsOf<O extends Operation, Kind extends 'in' | 'out'> = Kind extends 'in'
  ? Input<O['params']> & Input<O['query']> & Input<O['body']>
  : Output<O['params']> & Output<O['query']> & Output<O['body']>;
type Flat<T> = { [K in keyof T]: T[K] };

/** What a caller gives: path, query and body parameters in one flat object, defaults left out. */
export type CallInput<O extends Operation> = Flat<PartsOf<O, 'in'>>;
/** What a service gets: the same, parsed. */
export type ServiceInput<O extends Operation> = Flat<PartsOf<O, 'out'>>;
/** What a service gives back. */
export type ServiceOutput<O extends Operation> =
  | (O['response'] extends z.ZodType ? z.output<O['response']> : undefined)
  | (O['mayBeEmpty'] extends true ? undefined : never);

/** Keeps the literal types of a row. */
export const operation = <const O extends Operation>(row: O): O => row;
