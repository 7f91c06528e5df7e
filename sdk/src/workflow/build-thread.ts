// Turns the statements of a workflow into a ThreadSpec: nodes named by their order, edges between them, mutations on the edges.
import type { z } from 'zod';
import type { VariableAssignment } from '../../../lib/contracts/assignment.ts';
import type { VariableType } from '../../../lib/contracts/value.ts';
import type { edge, threadSpec, threadVariable, wfNode } from '../../../lib/contracts/wf-spec.ts';
import type { TaskDefinition, TaskInputs } from './define-task.ts';
import type { FieldDefinitions, UserTaskDefinition, UserTaskOutput } from './define-user-task.ts';
import { assignmentOf, type Condition, type Expr, type ExprType, expression, type Operand } from './expression.ts';
import type {
  InputOptions,
  Otherwise,
  TaskOptions,
  TaskOutput,
  UserTaskOptions,
  Variable,
  WorkflowThread,
} from './workflow-thread.ts';

export type ThreadSpecInput = z.input<typeof threadSpec>;
type EdgeInput = z.input<typeof edge>;
type NodeInput = z.input<typeof wfNode>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Payload = DistributiveOmit<NodeInput, 'edges'>;

type DraftEdge = {
  to: string;
  condition: VariableAssignment | undefined;
  mutations: NonNullable<EdgeInput['mutations']>;
};
type DraftNode = { name: string; payload: Payload; edges: DraftEdge[] };
/** An if whose closing NOP is not yet placed, since an else may follow. */
type OpenIf = { fork: DraftNode; ends: DraftEdge[]; hasElse: boolean };

export type BuiltThread = { spec: ThreadSpecInput; taskDefs: TaskDefinition[]; userTaskDefs: UserTaskDefinition[] };

/** Runs `define` once and gives the ThreadSpec it describes, with the definitions it used. Throws on a misuse, naming it. */
export function buildThread(define: (wf: WorkflowThread) => void): BuiltThread {
  const variables: z.input<typeof threadVariable>[] = [];
  const nodes: DraftNode[] = [];
  const taskDefs = new Set<TaskDefinition>();
  const userTaskDefs = new Set<UserTaskDefinition>();
  let openIf: OpenIf | null = null;
  let finished = false;
  /** Where the thread stands: the edge that the next node will end, and that carries the mutations written before it. */
  let tail = branchOff(addNode('entrypoint', { type: 'ENTRYPOINT' }));

  function addNode(label: string, payload: Payload): DraftNode {
    const node = { name: `${nodes.length}-${label}-${payload.type}`, payload, edges: [] };
    nodes.push(node);
    return node;
  }

  function branchOff(from: DraftNode, condition?: Condition): DraftEdge {
    const branch = { to: '', condition: condition && assignmentOf(condition), mutations: [] };
    from.edges.push(branch);
    return branch;
  }

  /** Every statement begins here: an open if can have no else any more. */
  function settle(): void {
    if (finished) throw new Error('the workflow is already defined: no step can be added to it');
    if (!openIf) return;
    const { fork, ends, hasElse } = openIf;
    openIf = null;
    if (!hasElse) ends.push(branchOff(fork));
    const join = addNode('end-if', { type: 'NOP' });
    for (const end of ends) end.to = join.name;
    tail = branchOff(join);
  }

  /** Puts a node at the end of the thread; where it goes on from there is the caller's to say. */
  function arriveAt(label: string, payload: Payload): DraftNode {
    settle();
    const node = addNode(label, payload);
    tail.to = node.name;
    return node;
  }

  function addStep(label: string, payload: Payload): string {
    const node = arriveAt(label, payload);
    tail = branchOff(node);
    return node.name;
  }

  /** Writes the statements of a branch and gives the edge on which it ends. */
  function runBranch(from: DraftNode, condition: Condition | undefined, body: () => void): DraftEdge {
    tail = branchOff(from, condition);
    const returned: unknown = body();
    if (returned instanceof Promise) throw new Error('a branch must be a plain function, not an async one');
    settle();
    return tail;
  }

  function declare<T extends VariableType>(name: string, type: T, options: InputOptions<T>): Variable<T> {
    if (variables.some((variable) => variable.name === name)) throw new Error(`variable ${name} is declared twice`);
    const given = 'default' in options && options.default !== undefined ? assignmentOf(options.default) : undefined;
    if (given && !('literal' in given)) throw new Error(`the default of variable ${name} must be a literal`);
    variables.push({
      name,
      type,
      ...(options.required && { required: true }),
      ...(given && { default: given.literal }),
    });
    return Object.assign(expression<T>({ variable: name }), {
      name,
      assign: (value: Operand<T>) => {
        settle();
        tail.mutations.push({ variable: name, value: assignmentOf(value) });
      },
    });
  }

  function continueIf(current: OpenIf, condition: Condition | undefined, body: () => void): void {
    if (openIf !== current) throw new Error('doElse and doElseIf must directly follow their doIf');
    openIf = null;
    current.ends.push(runBranch(current.fork, condition, body));
    openIf = current;
  }

  function otherwise(current: OpenIf): Otherwise {
    return {
      doElseIf: (condition, body) => {
        continueIf(current, condition, body);
        return otherwise(current);
      },
      doElse: (body) => {
        continueIf(current, undefined, body);
        current.hasElse = true;
        settle();
      },
    };
  }

  function assignUserTask<Fields extends FieldDefinitions>(
    form: UserTaskDefinition<Fields>,
    { version, ...options }: UserTaskOptions,
  ): UserTaskOutput<Fields> {
    userTaskDefs.add(form);
    const assignments = Object.entries(options).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, assignmentOf(value)] as const],
    );
    const node = addStep(form.name, {
      type: 'USER_TASK',
      userTaskDefName: form.name,
      ...(version !== undefined && { userTaskDefVersion: version }),
      ...Object.fromEntries(assignments),
    });
    return expression<'JSON_OBJ'>({ nodeOutput: node }) as UserTaskOutput<Fields>;
  }

  function execute<Inputs extends TaskInputs, Returns extends VariableType | undefined>(
    task: TaskDefinition<Inputs, Returns>,
    inputs: { [Name in keyof Inputs]: Operand<Inputs[Name]> },
    options?: TaskOptions,
  ): TaskOutput<Returns>;
  function execute(taskDefName: string, inputs: Operand<ExprType>[], options?: TaskOptions): Expr<'ANY'>;
  function execute(
    task: TaskDefinition | string,
    inputs: Operand<ExprType>[] | Record<string, Operand<ExprType>>,
    options: TaskOptions = {},
  ): Expr<ExprType> | undefined {
    const name = typeof task === 'string' ? task : task.name;
    if (typeof task !== 'string') taskDefs.add(task);
    const args =
      typeof task === 'string' || Array.isArray(inputs)
        ? Object.values(inputs)
        : task.inputVars.map((input) => inputs[input.name] ?? null);
    const node = addStep(name, {
      type: 'TASK',
      taskDefName: name,
      ...(args.length > 0 && { inputs: args.map(assignmentOf) }),
      ...options,
    });
    return expression<'ANY'>({ nodeOutput: node });
  }

  define({
    input: (name, type, options = {}) => declare(name, type, options),
    variable: (name, type, options = {}) => declare(name, type, options),
    assignUserTask,
    execute,
    format: (template, ...args) => expression<'STR'>({ format: template, args: args.map(assignmentOf) }),
    doIf: (condition, body) => {
      const fork = arriveAt('if', { type: 'NOP' });
      const current = { fork, ends: [runBranch(fork, condition, body)], hasElse: false };
      openIf = current;
      return otherwise(current);
    },
    doWhile: (condition, body) => {
      const loop = arriveAt('while', { type: 'NOP' });
      const round = runBranch(loop, condition, body);
      const end = addNode('end-while', { type: 'NOP' });
      round.to = end.name;
      // Unconditional and last, not "unless the condition": a condition that is null must leave the loop, too.
      branchOff(loop).to = end.name;
      branchOff(end, condition).to = loop.name;
      tail = branchOff(end);
    },
  });
  arriveAt('exit', { type: 'EXIT' });
  finished = true;

  return {
    spec: {
      ...(variables.length > 0 && { variables }),
      nodes: Object.fromEntries(nodes.map((node) => [node.name, writeNode(node)])),
    },
    taskDefs: [...taskDefs],
    userTaskDefs: [...userTaskDefs],
  };
}

function writeNode({ payload, edges }: DraftNode): NodeInput {
  if (payload.type === 'EXIT') return payload;
  return { ...payload, edges: edges.map(writeEdge) };
}

function writeEdge({ to, condition, mutations }: DraftEdge): EdgeInput {
  return { to, ...(condition && { condition }), ...(mutations.length > 0 && { mutations }) };
}
