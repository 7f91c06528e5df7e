// Statements that have work done: by people, by workers, by child runs.
import type { VariableAssignment } from '../../../lib/contracts/assignment.ts';
import { typeIn } from '../types/type.ts';
import { addNode, addStep, outputOf, stepOf } from './add-step.ts';
import { type TaskDefinition, TYPES } from './define-task.ts';
import type { FieldDefinitions, UserTaskDefinition } from './define-user-task.ts';
import { isRef } from './expression.ts';
import type { ExprType, Operand, Ref } from './expression-types.ts';
import { userTaskStep } from './user-task-hooks.ts';
import { INPUTS, type Workflow } from './workflow.ts';
import type {
  ChildInputs,
  ChildOptions,
  ChildWf,
  TaskOptions,
  UserTaskOptions,
  WorkflowBuilder,
} from './workflow-builder.ts';
import type { WorkflowDraft } from './workflow-draft.ts';

type Name = string | Ref<'STR' | 'ANY'>;
type TaskArguments = Operand<ExprType>[] | Record<string, Operand<ExprType>>;

export function workStatements(
  draft: WorkflowDraft,
): Pick<WorkflowBuilder, 'assignUserTask' | 'execute' | 'runWf' | 'waitForWf'> {
  const nameOf = (name: Name) => (isRef(name) ? draft.read(name, 'STR') : name);

  function assignUserTask<Fields extends FieldDefinitions>(
    form: UserTaskDefinition<Fields>,
    { version, details, priority, dueAt, followUpAt, excludeUsers, ...texts }: UserTaskOptions,
  ) {
    draft.uses.forms.add(form);
    const read = (values: Record<string, Operand<ExprType> | undefined>, type: ExprType) =>
      Object.entries(values).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, draft.read(value, type)] as const],
      );
    const assignments = [...read(texts, 'STR'), ...read({ priority }, 'INT'), ...read({ dueAt, followUpAt }, 'ANY')];
    const node = addNode(draft, form.name, {
      type: 'USER_TASK' as const,
      userTaskDefName: form.name,
      ...(version !== undefined && { userTaskDefVersion: version }),
      ...Object.fromEntries(assignments),
      ...(details && { details: details.map(({ label, value }) => ({ label, value: draft.read(value, 'ANY') })) }),
      ...(excludeUsers && { excludeUsers: excludeUsers.map((who) => draft.read(who, 'ANY')) }),
    });
    return userTaskStep(draft, node, form);
  }

  function addTask(
    name: Name,
    label: string,
    inputs: VariableAssignment[],
    returns: ExprType | undefined,
    options: TaskOptions,
  ) {
    const node = addNode(draft, label, {
      type: 'TASK',
      taskDefName: nameOf(name),
      ...(inputs.length > 0 && { inputs }),
      ...options,
    });
    return stepOf(draft, node, returns === undefined ? {} : outputOf(node, returns));
  }

  function executeDefined(task: TaskDefinition, inputs: Record<string, Operand<ExprType>>, options: TaskOptions = {}) {
    const { inputs: types, returns } = task[TYPES];
    draft.uses.tasks.add(task);
    if (returns !== undefined) draft.mention(returns);
    const given = Object.entries(types).map(([name, input]) => {
      draft.mention(typeIn(input));
      return draft.read(inputs[name] ?? null, typeIn(input));
    });
    return addTask(task.name, task.name, given, returns, options);
  }

  function executeNamed(name: Name, inputs: Operand<ExprType>[], options: TaskOptions = {}) {
    const given = inputs.map((input) => draft.read(input, 'ANY'));
    return addTask(name, typeof name === 'string' ? name : 'task', given, 'ANY', options);
  }

  function addChild(
    name: Name,
    label: string,
    inputs: Record<string, VariableAssignment>,
    returns: ExprType | undefined,
    options: ChildOptions,
  ) {
    const step = addStep(
      draft,
      label,
      {
        type: 'RUN_CHILD_WF',
        wfSpecName: nameOf(name),
        ...(Object.keys(inputs).length > 0 && { inputs }),
        ...options,
      },
      'WF_RUN_ID',
    );
    return Object.assign(step, { returns });
  }

  function runDefined(workflow: Workflow, inputs: ChildInputs = {}, options: ChildOptions = {}) {
    draft.uses.workflows.add(workflow);
    const declared = workflow[INPUTS];
    for (const [name, { required }] of declared) {
      if (required && !(name in inputs)) throw new Error(`workflow ${workflow.name} needs the input ${name}`);
    }
    const given = Object.entries(inputs).map(([name, value]) => {
      const input = declared.get(name);
      if (!input) throw new Error(`workflow ${workflow.name} has no input ${name}`);
      return [name, draft.read(value, input.type)];
    });
    return addChild(workflow.name, workflow.name, Object.fromEntries(given), workflow.returns, options);
  }

  function runNamed(name: Name, inputs: ChildInputs = {}, options: ChildOptions = {}) {
    const given = Object.entries(inputs).map(([key, value]) => [key, draft.read(value, 'ANY')]);
    return addChild(name, typeof name === 'string' ? name : 'workflow', Object.fromEntries(given), 'ANY', options);
  }

  function waitForWf<Returned extends ExprType | undefined>(child: ChildWf<Returned>, wfRunId?: Operand<'WF_RUN_ID'>) {
    const started = draft.read(child, 'WF_RUN_ID');
    if (!('nodeOutput' in started)) throw new Error('waitForWf takes what runWf has given');
    const label = started.nodeOutput.replace(/^\d+-(.*)-RUN_CHILD_WF$/, '$1');
    const node = addNode(draft, label, {
      type: 'WAIT_FOR_CHILD_WF',
      node: started.nodeOutput,
      ...(wfRunId !== undefined && { wfRunId: draft.read(wfRunId, 'WF_RUN_ID') }),
    });
    return stepOf(draft, node, child.returns === undefined ? {} : outputOf(node, child.returns));
  }

  function execute(task: TaskDefinition | Name, inputs: TaskArguments, options?: TaskOptions) {
    if (isDefinition(task)) return executeDefined(task, inputs as Record<string, Operand<ExprType>>, options);
    return executeNamed(task, Object.values(inputs), options);
  }

  function runWf(workflow: Workflow | Name, inputs?: ChildInputs, options?: ChildOptions) {
    return isDefinition(workflow) ? runDefined(workflow, inputs, options) : runNamed(workflow, inputs, options);
  }

  // What a step gives depends on what it was given, which only the types of the builder can say.
  return {
    assignUserTask,
    execute: execute as WorkflowBuilder['execute'],
    runWf: runWf as WorkflowBuilder['runWf'],
    waitForWf: waitForWf as WorkflowBuilder['waitForWf'],
  };
}

function isDefinition<D extends TaskDefinition | Workflow>(given: D | Name): given is D {
  return typeof given === 'object' && !isRef(given);
}
