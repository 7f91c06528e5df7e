// A server action as pages, components and the door that makes it see it.
import type { Refusal } from '../problem.ts';
import type { CallOf, OperationId, OutputOf } from './table.ts';

/** What a server action comes back with: the operation's answer, or why it was refused. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** An operation as a page hands it to a component. */
export type Action<Id extends OperationId> = (input: CallOf<Id>) => Promise<ActionResult<OutputOf<Id>>>;
