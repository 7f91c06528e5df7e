// A step in the graph of its thread, with the threads that handle its failures.
import type { Type } from '../types/type.ts';
import { expression } from './expression.ts';
import type { Expr, ExprType } from './expression-types.ts';
import type { CaughtFailure, FailureBody, FailureHandling, Step } from './step.ts';
import type { FailureHandlerInput, Payload } from './thread-graph.ts';
import type { ThreadScope } from './thread-scope.ts';
import { ENTRYPOINT, INPUT, type ThreadDraft, type WorkflowDraft } from './workflow-draft.ts';

export type StepPayload = Exclude<Payload, { type: 'EXIT' }>;
export type Node<P extends StepPayload = StepPayload> = {
  readonly name: string;
  readonly payload: P;
  readonly thread: ThreadDraft;
};
type Criterion = Omit<FailureHandlerInput, 'handler'>;

/** Adds a step to the present thread. */
export function addNode<P extends StepPayload>(draft: WorkflowDraft, label: string, payload: P): Node<P> {
  const thread = draft.current();
  return { ...thread.graph.addStep(label, payload), thread };
}

/** The output that a step will have. */
export function outputOf<const T extends ExprType>({ name, thread }: Node, type: T): Expr<T> {
  return expression({ nodeOutput: name }, type, [{ of: 'output', name, scope: thread }]);
}

/** The step with its output, as the workflow's author gets it. */
export function stepOf<Output extends object>(draft: WorkflowDraft, node: Node, output: Output): Step<Output> {
  const { payload, thread } = node;
  const step = output as Step<Output>;
  const handling = failureHandling(draft, node, '', [thread], step, (handler) => {
    payload.failureHandlers = [...(payload.failureHandlers ?? []), handler];
  });
  return Object.assign(step, handling);
}

/** Adds a step whose output is of a type, or that has none. */
export function addStep<const T extends ExprType>(
  draft: WorkflowDraft,
  label: string,
  payload: StepPayload,
  type: T,
): Step<Expr<T>> {
  const node = addNode(draft, label, payload);
  return stepOf(draft, node, outputOf(node, type));
}

/** Writes each handler as a thread of its own that sees the variables of `parents`, and adds it to those of the step. */
export function failureHandling<Self>(
  draft: WorkflowDraft,
  { name, thread }: Node,
  prefix: string,
  parents: readonly ThreadScope[],
  self: Self,
  add: (handler: FailureHandlerInput) => void,
): FailureHandling<Self> {
  const where = thread.name === ENTRYPOINT ? name : `${thread.name}-${name}`;
  const handle = (what: string, criterion: Criterion, body: FailureBody) => {
    draft.current();
    const handler = draft.freeName(`${prefix}on-${what}-of-${where}`);
    draft.writeThread(handler, () => body(caughtFailure(draft)), { parents });
    add({ handler, ...criterion });
    return self;
  };
  return {
    onError: (body) => handle('error', { failureType: 'ERROR' }, body),
    onException: (body) => handle('exception', { failureType: 'EXCEPTION' }, body),
    onAnyFailure: (body) => handle('failure', {}, body),
    handle: (failureName, body) => handle(failureName, { failureName }, body),
  };
}

function caughtFailure(draft: WorkflowDraft): CaughtFailure {
  return { content: <const T extends Type>(type: T) => draft.declare(INPUT, type) };
}
