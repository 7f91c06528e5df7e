// What a step gives back: its output, if it has any, and the say in what happens when it fails.
import type { Type } from '../types/type.ts';
import type { Variable } from './expression-types.ts';

/** The failures that the engine names. VAR_ERROR stands for the VAR_…_ERRORs besides, TASK_ERROR for all that befalls a task. */
type ErrorName =
  | 'CHILD_FAILURE'
  | 'VAR_ERROR'
  | 'VAR_SUB_ERROR'
  | 'VAR_MUTATION_ERROR'
  | 'TASK_ERROR'
  | 'TASK_FAILURE'
  | 'TASK_OUTPUT_ERROR'
  | 'TIMEOUT'
  | 'USER_TASK_CANCELLED'
  | 'INTERNAL_ERROR';
/** One of the engine's, or the name of a business exception. */
export type FailureName = ErrorName | (string & Record<never, never>);

export type CaughtFailure = {
  /** What the failure brought along, as a variable of the handler; null if it brought nothing. */
  content<const T extends Type>(type: T): Variable<T>;
};
export type FailureBody = (failure: CaughtFailure) => void;

/**
 * The body runs as a thread of its own; then the run goes on behind the step that failed, which has no output. The first that matches is
 * taken, in the order in which they are written.
 */
export type FailureHandling<Self> = {
  /** Handles the technical failures. */
  onError(body: FailureBody): Self;
  /** Handles the business exceptions: what a TaskException, a `fail` or a child has thrown. */
  onException(body: FailureBody): Self;
  onAnyFailure(body: FailureBody): Self;
  /** Handles the failures of one name. */
  handle(failureName: FailureName, body: FailureBody): Self;
};

/** A step with its output. */
export type Step<Output = unknown> = Output & StepHandling<Output>;
// An interface, since a type may not mention itself in what it is made of.
interface StepHandling<Output> extends FailureHandling<Step<Output>> {}
