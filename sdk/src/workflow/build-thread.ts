// Turns the statements of a workflow into a ThreadSpec.
import type { z } from 'zod';
import type { VariableType } from '../../../lib/contracts/value.ts';
import type { threadSpec, threadVariable } from '../../../lib/contracts/wf-spec.ts';
import type { TaskDefinition, TaskInputs } from './define-task.ts';
import type { FieldDefinitions, UserTaskDefinition, UserTaskOutput } from './define-user-task.ts';
import { assignmentOf, type Expr, type ExprType, expression, type Operand } from './expression.ts';
import { type Alternatives, createThreadGraph } from './thread-graph.ts';
import type {
  InputOptions,
  Otherwise,
  TaskOptions,
  TaskOutput,
  UserTaskOptions,
  Variable,
  WorkflowThread,
} from './workflow-thread.ts';

export type BuiltThread = {
  spec: z.input<typeof threadSpec>;
  taskDefs: TaskDefinition[];
  userTaskDefs: UserTaskDefinition[];
};

/** Runs `define` once and gives the ThreadSpec it describes, with the definitions it used. Throws on a misuse, naming it. */
export function buildThread(define: (wf: WorkflowThread) => void): BuiltThread {
  const graph = createThreadGraph();
  const variables: z.input<typeof threadVariable>[] = [];
  const taskDefs = new Set<TaskDefinition>();
  const userTaskDefs = new Set<UserTaskDefinition>();

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
      assign: (value: Operand<T>) => graph.addMutation({ variable: name, value: assignmentOf(value) }),
    });
  }

  function assignUserTask<Fields extends FieldDefinitions>(
    form: UserTaskDefinition<Fields>,
    { version, ...options }: UserTaskOptions,
  ): UserTaskOutput<Fields> {
    userTaskDefs.add(form);
    const assignments = Object.entries(options).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, assignmentOf(value)] as const],
    );
    const node = graph.addStep(form.name, {
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
    const definition = typeof task === 'string' ? undefined : task;
    if (definition) taskDefs.add(definition);
    const taskDefName = definition?.name ?? String(task);
    const args =
      definition && !Array.isArray(inputs)
        ? definition.inputVars.map((input) => inputs[input.name] ?? null)
        : Object.values(inputs);
    const node = graph.addStep(taskDefName, {
      type: 'TASK',
      taskDefName,
      ...(args.length > 0 && { inputs: args.map(assignmentOf) }),
      ...options,
    });
    const returnsNothing = definition !== undefined && definition.returnType === undefined;
    return returnsNothing ? undefined : expression<'ANY'>({ nodeOutput: node });
  }

  define({
    input: (name, type, options = {}) => declare(name, type, options),
    variable: (name, type, options = {}) => declare(name, type, options),
    assignUserTask,
    execute,
    format: (template, ...args) => expression<'STR'>({ format: template, args: args.map(assignmentOf) }),
    doIf: (condition, body) => otherwise(graph.addIf(assignmentOf(condition), body)),
    doWhile: (condition, body) => graph.addWhile(assignmentOf(condition), body),
  });

  const nodes = graph.finish();
  return {
    spec: { ...(variables.length > 0 && { variables }), nodes },
    taskDefs: [...taskDefs],
    userTaskDefs: [...userTaskDefs],
  };
}

function otherwise(alternatives: Alternatives): Otherwise {
  return {
    doElseIf: (condition, body) => {
      alternatives.elseIf(assignmentOf(condition), body);
      return otherwise(alternatives);
    },
    doElse: alternatives.else,
  };
}
