// Failures of nodes: their reserved names, and how one is raised inside a step (semantics.md 6.1, decision 15).
import type { RunStatus } from '#contracts/wf-run.ts';
import type { FailureState } from './family.ts';
import { ValueError } from './values/value.ts';

/** Technical failures, which the engine names; VAR_ERROR and TASK_ERROR are also the groups that a handler may catch. */
const RESERVED = [
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
type ReservedFailure = (typeof RESERVED)[number];

/** The status that a failure of this name gives: every name that is not reserved is a business EXCEPTION. */
export function failedStatus(name: string): Extract<RunStatus, 'ERROR' | 'EXCEPTION'> {
  return RESERVED.some((reserved) => reserved === name) ? 'ERROR' : 'EXCEPTION';
}

/** A technical failure without content. */
export function technicalFailure(name: ReservedFailure, message: string): FailureState {
  return { name, message, content: null };
}

/** Thrown by the code of a node and caught where its thread is advanced, nowhere else: it never leaves the step. */
export class NodeFailure extends Error {
  override name = 'NodeFailure';
  readonly failure: FailureState;

  constructor(name: ReservedFailure, message: string) {
    super(message);
    this.failure = technicalFailure(name, message);
  }
}

/** Runs `compute`; a value that cannot be worked out becomes a failure of the node, under `name`. */
export function failingAs<T>(name: ReservedFailure, prefix: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ValueError) throw new NodeFailure(name, `${prefix}: ${error.message}`);
    throw error;
  }
}
