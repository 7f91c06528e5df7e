import type { CallOf, OperationId, OutputOf } from '#contracts/operations/table.ts';
import type { Refusal } from '#contracts/problem.ts';

/** What a server action comes back with: the operation's answer, or why it was refused. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** An operation as a page hands it to a component. */
export type Action<Id extends OperationId> = (input: CallOf<Id>) => Promise<ActionResult<OutputOf<Id>>>;
