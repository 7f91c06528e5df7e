'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { VariableAssignment } from '#contracts/assignment.ts';
import { describeAssignment } from '#contracts/describe-assignment.ts';
import type { UserTaskAction } from '#contracts/user-task-hook.ts';
import {
  type Backoff,
  type FailureHandler,
  isDynamic,
  type NameOrAssignment,
  type TaskNode,
  type UserTaskNode,
  type WaitForThreadsNode,
  type WfNode,
} from '#contracts/wf-spec.ts';
import { useClock } from '../ui/clock.tsx';
import { formatSpan } from '../ui/format-time.ts';
import { TextLink } from '../ui/text-link.tsx';

export type FactLine = readonly [term: string, value: ReactNode];
type Words = ReturnType<typeof useTranslations<'runs.node'>>;

/** What a node does, beside where it leads. */
export function NodeFacts({ node }: { node: WfNode }) {
  const t = useTranslations('runs.node');
  const lines = [...factsOf(node, t), ...node.failureHandlers.map((handler) => handlerLine(handler, t))];
  return lines.length > 0 ? <Facts lines={lines} /> : null;
}

export function Facts({ lines }: { lines: readonly FactLine[] }) {
  return (
    <dl className="grid grid-cols-[minmax(5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      {lines.map(([term, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may have one name, and their order is theirs.
        <div key={index} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="whitespace-pre-wrap wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(node: WfNode, t: Words): FactLine[] {
  switch (node.type) {
    case 'ENTRYPOINT':
    case 'NOP':
      return [];
    case 'EXIT':
      return [
        ...optional(t('returns'), node.result),
        ...(node.failure ? [[t('failsWith'), `${node.failure.name} ${node.failure.message}`] as const] : []),
      ];
    case 'TASK':
      return taskFacts(node, t);
    case 'USER_TASK':
      return userTaskFacts(node, t);
    case 'EXTERNAL_EVENT':
      return [
        [t('waitsFor'), node.externalEventDefName],
        ...optional(t('byKey'), node.correlationKey),
        ...optional(t('secondsAtMost'), node.timeoutSeconds),
      ];
    case 'START_THREAD':
      return [[t('starts'), node.threadSpecName], ...inputLines(node.inputs, t)];
    case 'START_MULTIPLE_THREADS':
      return [
        [t('starts'), node.threadSpecName],
        [t('forEachOf'), describeAssignment(node.items)],
        ...inputLines(node.inputs, t),
      ];
    case 'WAIT_FOR_THREADS':
      return waitFacts(node, t);
    case 'SLEEP':
      return [...optional(t('seconds'), node.seconds), ...optional(t('until'), node.until)];
    case 'WAIT_FOR_CONDITION':
      return [[t('until'), describeAssignment(node.condition)]];
    case 'THROW_EVENT':
      return [[t('throws'), node.workflowEventDefName], ...optional(t('content'), node.content)];
    case 'RUN_CHILD_WF':
      return [[t('runs'), nameOf(node.wfSpecName, '/admin/wf-specs')], ...inputLines(node.inputs, t)];
    case 'WAIT_FOR_CHILD_WF':
      return [[t('waitsFor'), node.wfRunId ? describeAssignment(node.wfRunId) : t('childOf', { node: node.node })]];
  }
}

const STRATEGY = { ALL: 'waitsForAll', FIRST: 'waitsForFirst', ANY: 'waitsForAny' } as const;

function waitFacts(node: WaitForThreadsNode, t: Words): FactLine[] {
  const threads = Array.isArray(node.threads) ? node.threads : [node.threads];
  return [
    [t(STRATEGY[node.strategy]), threads.map(describeAssignment).join(', ')],
    ...node.perThreadFailureHandlers.map((handler): FactLine => {
      const [, value] = handlerLine(handler, t);
      return [t('perThread', { failure: failureName(handler, t) }), value];
    }),
  ];
}

function taskFacts(node: TaskNode, t: Words): FactLine[] {
  const { inputs, retries, timeoutSeconds, scheduleTimeoutSeconds, backoff } = node;
  return [
    [t('runs'), nameOf(node.taskDefName, '/admin/task-defs')],
    ...inputs.map((input, index): FactLine => [t('input', { name: `${index + 1}` }), describeAssignment(input)]),
    [t('attempts'), t('attemptsEach', { attempts: retries + 1, seconds: `${timeoutSeconds}` })],
    ...(backoff ? [[t('backoff'), t('backoffOf', backoffWords(backoff))] as const] : []),
    ...(scheduleTimeoutSeconds === undefined
      ? []
      : [[t('waitsForWorker'), t('upTo', { seconds: `${scheduleTimeoutSeconds}` })] as const]),
  ];
}

const backoffWords = ({ baseMs, multiplier, maxMs }: Backoff) => ({
  base: `${baseMs}`,
  multiplier: `${multiplier}`,
  max: `${maxMs}`,
});

function userTaskFacts(node: UserTaskNode, t: Words): FactLine[] {
  const { userTaskDefName, userTaskDefVersion: version, actions, excludeUsers = [] } = node;
  const href = `/admin/user-task-defs/${userTaskDefName}${version === undefined ? '' : `?version=${version}`}`;
  return [
    [
      t('form'),
      <TextLink key="def" href={href}>
        {userTaskDefName}
        {version === undefined ? '' : ` v${version}`}
      </TextLink>,
    ],
    ...optional(t('person'), node.userId),
    ...optional(t('group'), node.userGroup),
    ...optional(t('title'), node.title),
    ...optional(t('context'), node.context),
    ...optional(t('notes'), node.notes),
    ...optional(t('priority'), node.priority),
    ...(node.dueAt ? [[t('due'), <Due key="due" at={node.dueAt} />] as const] : []),
    ...(excludeUsers.length > 0 ? [[t('excluded'), excludeUsers.map(describeAssignment).join(', ')] as const] : []),
    ...(actions.length > 0 ? [[t('hooks'), <Hooks key="hooks" hooks={actions} />] as const] : []),
    ...optional(t('throwsWhenCancelled'), node.onCancellationExceptionName),
  ];
}

/** An instant, or seconds from the task's arrival: these as a length of time. */
function Due({ at }: { at: VariableAssignment }) {
  const t = useTranslations('runs.node');
  const { locale } = useClock();
  const seconds = 'literal' in at ? at.literal : null;
  if (typeof seconds !== 'number') return describeAssignment(at);
  return t('afterArrival', { span: formatSpan(seconds * 1000, locale) });
}

/** What each hook does, when, and to whom, in a line of its own. */
function Hooks({ hooks }: { hooks: readonly UserTaskAction[] }) {
  const t = useTranslations('runs.node');
  const { locale } = useClock();
  return hooks.map((hook) => hookWords(hook, t, locale)).join('\n');
}

function hookWords({ hook, delay, maxFirings, action }: UserTaskAction, t: Words, locale: string): string {
  const at = 'literal' in delay ? delay.literal : null;
  const when =
    typeof at === 'number'
      ? t(`hookAfter.${hook}`, { delay: formatSpan(at * 1000, locale) })
      : typeof at === 'string'
        ? t('hookAt', { delay: at })
        : t(`hookFrom.${hook}`, { delay: describeAssignment(delay) });
  // Only what counts from something that comes again can happen again.
  const isOnce = maxFirings === 1 || hook === 'ON_ARRIVAL' || action.type === 'CANCEL';
  const what = hookEffect(action, t);
  return isOnce ? t('hook', { when, what }) : t('hookTimes', { when, what, count: `${maxFirings}` });
}

function hookEffect(action: UserTaskAction['action'], t: Words): string {
  switch (action.type) {
    case 'TASK':
      return t('hookReminder', { task: `${action.taskDefName}(${action.inputs.map(describeAssignment).join(', ')})` });
    case 'REASSIGN': {
      const [person, group] = [action.userId, action.userGroup].map((owner) => owner && plain(owner));
      if (person && group) return t('hookGoesToBoth', { person, group });
      return group ? t('hookGoesToGroup', { group }) : t('hookGoesTo', { person: person ?? '' });
    }
    case 'CANCEL':
      return action.reason ? t('hookCancelsWith', { reason: plain(action.reason) }) : t('hookCancels');
  }
}

/** A text that is given as such, without quotes. */
const plain = (value: VariableAssignment): string =>
  'literal' in value && typeof value.literal === 'string' ? value.literal : describeAssignment(value);

function optional(term: string, value: VariableAssignment | undefined): FactLine[] {
  return value ? [[term, describeAssignment(value)]] : [];
}

function inputLines(inputs: Record<string, VariableAssignment>, t: Words): FactLine[] {
  return Object.entries(inputs).map(([name, value]) => [t('input', { name }), describeAssignment(value)]);
}

function nameOf(name: NameOrAssignment, path: string): ReactNode {
  if (isDynamic(name)) return describeAssignment(name);
  return <TextLink href={`${path}/${name}`}>{name}</TextLink>;
}

const failureName = ({ failureName: name, failureType }: FailureHandler, t: Words): string =>
  name ?? failureType ?? t('anyFailure');

function handlerLine(handler: FailureHandler, t: Words): FactLine {
  return [t('onFailure', { failure: failureName(handler, t) }), t('runsThread', { thread: handler.handler })];
}
