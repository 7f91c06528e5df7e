import type { ReactNode } from 'react';
import type { VariableAssignment } from '#contracts/assignment.ts';
import {
  type FailureHandler,
  isDynamic,
  type NameOrAssignment,
  type TaskNode,
  type UserTaskNode,
  type WfNode,
} from '#contracts/wf-spec.ts';
import { TextLink } from '../ui/text-link.tsx';
import { describeAssignment } from '#contracts/describe-assignment.ts';

type Line = readonly [term: string, value: ReactNode];

/** What a node does, beside where it leads. */
export function NodeFacts({ node }: { node: WfNode }) {
  const lines = [...factsOf(node), ...node.failureHandlers.map(handlerLine)];
  return lines.length > 0 ? <Facts lines={lines} /> : null;
}

export function Facts({ lines }: { lines: readonly Line[] }) {
  return (
    <dl className="grid grid-cols-[minmax(5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      {lines.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="whitespace-pre-wrap wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(node: WfNode): Line[] {
  switch (node.type) {
    case 'ENTRYPOINT':
    case 'NOP':
      return [];
    case 'EXIT':
      return [
        ...optional('Returns', node.result),
        ...(node.failure ? [['Fails with', `${node.failure.name} ${node.failure.message}`] as const] : []),
      ];
    case 'TASK':
      return taskFacts(node);
    case 'USER_TASK':
      return userTaskFacts(node);
    case 'EXTERNAL_EVENT':
      return [
        ['Waits for', node.externalEventDefName],
        ...optional('By key', node.correlationKey),
        ...optional('Seconds at most', node.timeoutSeconds),
      ];
    case 'START_THREAD':
      return [['Starts', node.threadSpecName], ...inputLines(node.inputs)];
    case 'START_MULTIPLE_THREADS':
      return [
        ['Starts', node.threadSpecName],
        ['For each of', describeAssignment(node.items)],
        ...inputLines(node.inputs),
      ];
    case 'WAIT_FOR_THREADS':
      return [
        [`Waits for ${node.strategy.toLowerCase()} of`, listOf(node.threads)],
        ...node.perThreadFailureHandlers.map((handler, index): Line => {
          const [term, value] = handlerLine(handler, index);
          return [`Per thread, ${term.toLowerCase()}`, value];
        }),
      ];
    case 'SLEEP':
      return [...optional('Seconds', node.seconds), ...optional('Until', node.until)];
    case 'WAIT_FOR_CONDITION':
      return [['Until', describeAssignment(node.condition)]];
    case 'THROW_EVENT':
      return [['Throws', node.workflowEventDefName], ...optional('Content', node.content)];
    case 'RUN_CHILD_WF':
      return [['Runs', nameOf(node.wfSpecName, '/admin/wf-specs')], ...inputLines(node.inputs)];
    case 'WAIT_FOR_CHILD_WF':
      return [['Waits for', node.wfRunId ? describeAssignment(node.wfRunId) : `the child run of ${node.node}`]];
  }
}

function taskFacts(node: TaskNode): Line[] {
  const { inputs, retries, timeoutSeconds, scheduleTimeoutSeconds, backoff } = node;
  return [
    ['Runs', nameOf(node.taskDefName, '/admin/task-defs')],
    ...inputs.map((input, index): Line => [`Input ${index + 1}`, describeAssignment(input)]),
    ['Attempts', `${retries + 1}, each up to ${timeoutSeconds} s`],
    ...(backoff
      ? [['Backoff', `${backoff.baseMs} ms × ${backoff.multiplier}, up to ${backoff.maxMs} ms`] as const]
      : []),
    ...(scheduleTimeoutSeconds === undefined
      ? []
      : [['Waits for a worker', `up to ${scheduleTimeoutSeconds} s`] as const]),
  ];
}

function userTaskFacts(node: UserTaskNode): Line[] {
  const { userTaskDefName, userTaskDefVersion: version } = node;
  const href = `/admin/user-task-defs/${userTaskDefName}${version === undefined ? '' : `?version=${version}`}`;
  return [
    [
      'Form',
      <TextLink key="def" href={href}>
        {userTaskDefName}
        {version === undefined ? '' : ` v${version}`}
      </TextLink>,
    ],
    ...optional('Person', node.userId),
    ...optional('Group', node.userGroup),
    ...optional('Title', node.title),
    ...optional('Context', node.context),
    ...optional('Notes', node.notes),
    ...optional('Throws when cancelled', node.onCancellationExceptionName),
  ];
}

function optional(term: string, value: VariableAssignment | undefined): Line[] {
  return value ? [[term, describeAssignment(value)]] : [];
}

function inputLines(inputs: Record<string, VariableAssignment>): Line[] {
  return Object.entries(inputs).map(([name, value]) => [`Input ${name}`, describeAssignment(value)]);
}

function listOf(assignments: VariableAssignment | VariableAssignment[]): string {
  return Array.isArray(assignments) ? assignments.map(describeAssignment).join(', ') : describeAssignment(assignments);
}

function nameOf(name: NameOrAssignment, path: string): ReactNode {
  if (isDynamic(name)) return describeAssignment(name);
  return <TextLink href={`${path}/${name}`}>{name}</TextLink>;
}

/** The index tells two handlers of the same failure apart. */
function handlerLine({ handler, failureName, failureType }: FailureHandler, index: number): Line {
  return [`${index + 1}. On ${failureName ?? failureType ?? 'any failure'}`, `runs ${handler}`];
}
