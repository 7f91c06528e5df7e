// Failures of nodes: their reserved names, which handler catches them, and how one is raised inside a step (semantics.md 6.1, decision 15).
import type { JsonValue } from '#contracts/json.ts';
import type { RunStatus } from '#contracts/wf-run.ts';
import type { FailureHandler } from '#contracts/wf-spec.ts';
import type { FailureState } from './family.ts';
import { ValueError } from './values/value.ts';

/** Technical failures, which the engine names; VAR_ERROR and TASK_ERROR are also the groups that a handler may catch. */
export const RESERVED_FAILURES = [
  'CHILD_FAILURE',
  'VAR_SUB_ERROR',
  'VAR_MUTATION_ERROR',
  'VAR_ERROR',
  'TASK_FAILURE',
  'TASK_OUTPUT_ERROR',
  'TASK_ERROR',
  'TIMEOUT',
  'USER_TASK_CANCELLED',
  'INTERNAL_ERROR',
] as const;
export type ReservedFailure = (typeof RESERVED_FAILURES)[number];

/** What a handler of the group's name catches beside that name. */
const GROUPS: Readonly<Record<string, readonly ReservedFailure[]>> = {
  VAR_ERROR: ['VAR_SUB_ERROR', 'VAR_MUTATION_ERROR'],
  TASK_ERROR: ['TASK_FAILURE', 'TASK_OUTPUT_ERROR', 'TIMEOUT'],
};

export function isReserved(name: string): name is ReservedFailure {
  return RESERVED_FAILURES.some((reserved) => reserved === name);
}

/** The status that a failure of this name gives: every name that is not reserved is a business EXCEPTION. */
export function failedStatus(name: string): Extract<RunStatus, 'ERROR' | 'EXCEPTION'> {
  return isReserved(name) ? 'ERROR' : 'EXCEPTION';
}

/** The first handler that catches a failure of this name. */
export function handlerFor(handlers: readonly FailureHandler[], name: string): FailureHandler | undefined {
  return handlers.find(({ failureName, failureType }) => {
    if (failureType !== undefined) return failureType === failedStatus(name);
    if (failureName === undefined || failureName === name) return true;
    return GROUPS[failureName]?.some((member) => member === name) ?? false;
  });
}

export function newFailure(name: string, message: string, content: JsonValue = null): FailureState {
  return { name, message, content, handler: null, handled: false };
}

/** A technical failure without content. */
export function technicalFailure(name: ReservedFailure, message: string): FailureState {
  return newFailure(name, message);
}

/** Thrown by the code of a node and caught where its thread is advanced, nowhere else: it never leaves the step. */
export class NodeFailure extends Error {
  override name = 'NodeFailure';
  readonly failure: FailureState;

  constructor(failure: FailureState) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Fails the node that is being worked on. */
export function failNode(name: ReservedFailure, message: string): never {
  throw new NodeFailure(technicalFailure(name, message));
}

/** Runs `compute`; a value that cannot be worked out becomes a failure of the node, under `name`. */
export function failingAs<T>(name: ReservedFailure, prefix: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ValueError) return failNode(name, `${prefix}: ${error.message}`);
    throw error;
  }
}
