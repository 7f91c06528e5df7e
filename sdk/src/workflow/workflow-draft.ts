// A workflow while it is being written: its threads, the one that statements go to, and the definitions that they use.
import type { z } from 'zod';
import type { VariableAssignment } from '../../../lib/contracts/assignment.ts';
import type { threadSpec } from '../../../lib/contracts/wf-spec.ts';
import { type StructDefinition, structsIn, type Type, variableTypeOf } from '../types/type.ts';
import type { ExternalEventDefinition, WorkflowEventDefinition } from './define-event.ts';
import type { TaskDefinition } from './define-task.ts';
import type { UserTaskDefinition } from './define-user-task.ts';
import { assignmentOf, isRef, place, readsOf } from './expression.ts';
import { type ExprType, type Operand, TYPE, type Variable } from './expression-types.ts';
import { createThreadGraph, runBody, type ThreadGraph } from './thread-graph.ts';
import { assertReadable, type Read, type ThreadScope } from './thread-scope.ts';
import type { Workflow } from './workflow.ts';

export type ThreadSpecInput = z.input<typeof threadSpec>;
type VariableInput = NonNullable<ThreadSpecInput['variables']>[number];

export type ThreadDraft = ThreadScope & {
  readonly graph: ThreadGraph;
  readonly variables: VariableInput[];
  readonly interrupts: NonNullable<ThreadSpecInput['interrupts']>;
  /** The threads that it starts. */
  readonly children: ThreadDraft[];
};

/** What must be there before the workflow, each once, in the order of first use. */
type Uses = {
  readonly structs: Set<StructDefinition>;
  readonly tasks: Set<TaskDefinition>;
  readonly forms: Set<UserTaskDefinition>;
  readonly externalEvents: Set<ExternalEventDefinition>;
  readonly workflowEvents: Set<WorkflowEventDefinition>;
  readonly workflows: Set<Workflow>;
};

/** The variable in which a thread is given an item, an event's content or a failure's. */
export const INPUT = 'INPUT';
export const ENTRYPOINT = 'entrypoint';

export type WorkflowDraft = {
  readonly uses: Uses;
  /** The thread that statements go to. */
  current: () => ThreadDraft;
  /** Writes another thread; `parents` see to it which variables it sees, and are the present thread unless given. */
  writeThread: (name: string, body: () => void, options?: ThreadDraftOptions) => ThreadDraft;
  /** `base`, or a name made of it that no thread has yet. */
  freeName: (base: string) => string;
  declare: <const T extends Type>(name: string, type: T, options?: Omit<VariableInput, 'name' | 'type'>) => Variable<T>;
  /** The assignment that gives an operand where a `type` is wanted; throws when the present thread cannot have it. */
  read: (operand: Operand<ExprType>, type: ExprType) => VariableAssignment;
  /** Adds the structs of a type to what the workflow uses. */
  mention: (type: Type) => void;
  finish: () => Record<string, ThreadSpecInput>;
};

type ThreadDraftOptions = { parents?: readonly ThreadScope[]; retention?: ThreadSpecInput['retention'] };

export function createWorkflowDraft(): WorkflowDraft {
  const threads = new Map<string, ThreadSpecInput>();
  const variableNames = new Set<string>();
  const uses: Uses = {
    structs: new Set(),
    tasks: new Set(),
    forms: new Set(),
    externalEvents: new Set(),
    workflowEvents: new Set(),
    workflows: new Set(),
  };
  let present: ThreadDraft | undefined;

  function current(): ThreadDraft {
    if (!present) throw new Error('the workflow is already defined: no step can be added to it');
    return present;
  }

  function read(operand: Operand<ExprType>, type: ExprType): VariableAssignment {
    assertReadable(readsOf(operand), current());
    const given = isRef(operand) ? operand[TYPE] : type;
    if (given !== 'ANY') mention(given);
    return assignmentOf(operand, type);
  }

  function mention(type: Type): void {
    for (const struct of structsIn(type)) uses.structs.add(struct);
  }

  return {
    uses,
    current,
    read,
    mention,
    writeThread: (name, body, { parents, retention } = {}) => {
      if (threads.has(name)) throw new Error(`two threads are named ${name}`);
      const outer = present;
      const thread: ThreadDraft = {
        name,
        parents: parents ?? (outer ? [outer] : []),
        graph: createThreadGraph(),
        variables: [],
        interrupts: [],
        children: [],
      };
      // In its place among the threads, before those that its body writes.
      threads.set(name, { nodes: {} });
      present = thread;
      try {
        runBody(`the body of thread ${name}`, body);
        threads.set(name, specOf(thread, retention));
      } finally {
        present = outer;
      }
      return thread;
    },
    freeName: (base) => {
      for (let count = 1; ; count += 1) {
        const name = count === 1 ? base : `${base}-${count}`;
        if (!threads.has(name)) return name;
      }
    },
    declare: (name, type, options = {}) => {
      const thread = current();
      const isTaken = name === INPUT ? thread.variables.some((one) => one.name === INPUT) : variableNames.has(name);
      if (isTaken)
        throw new Error(`variable ${name} is declared twice: a name stands for one variable of the whole workflow`);
      variableNames.add(name);
      mention(type);
      thread.variables.push({ name, type: variableTypeOf(type), ...options });
      const reads: readonly Read[] = [{ of: 'variable', name, scope: thread }];
      const variable = place(name, type, reads, (operation, path, value, valueType) => {
        assertReadable(reads, current());
        current().graph.addMutation({
          variable: name,
          ...(path.length > 0 && { path }),
          ...(operation !== 'ASSIGN' && { operation }),
          value: read(value, valueType),
        });
      });
      return Object.assign(variable, { name });
    },
    finish: () => Object.fromEntries(threads),
  };
}

function specOf(
  { variables, graph, interrupts }: ThreadDraft,
  retention: ThreadSpecInput['retention'],
): ThreadSpecInput {
  return {
    ...(variables.length > 0 && { variables }),
    nodes: graph.finish(),
    ...(interrupts.length > 0 && { interrupts }),
    ...(retention && { retention }),
  };
}
