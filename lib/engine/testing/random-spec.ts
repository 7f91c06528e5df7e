// WfSpecs at random: a plan of steps, laid out as the nodes of a thread. Whatever the plan says, the WfSpec is valid.
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { Mutation } from '#contracts/wf-spec.ts';
import { lookup } from '../lookup.ts';
import {
  assign,
  type BodyInput,
  declare,
  expression,
  literal,
  MAIN,
  type NodeInput,
  output,
  variable,
} from './build-spec.ts';

/** A step of a thread. `pick` and `change` choose among its variants, `handling` the handlers of its failures; `inner` is what it encloses. */
export type PlannedStep = { kind: StepKind; pick: number; change: number; handling: number; inner: PlannedStep[] };

export const LEAVES = ['task', 'ask', 'event', 'sleep', 'condition', 'throw', 'fail', 'nop'] as const;
export const BRANCHES = ['if', 'loop', 'fork', 'child'] as const;
export type StepKind = (typeof LEAVES)[number] | (typeof BRANCHES)[number];

/** What its threads do, by the name of their ThreadSpec; a thread that is not mentioned ends at once. */
export type SpecPlan = Record<string, PlannedStep[]>;

/** The threads of the process, with those that each may start; so threads end up a few deep. */
export const THREADS: Record<string, string[]> = {
  [MAIN]: ['left', 'right'],
  left: ['right'],
  right: [],
  mend: ['right'],
  undo: [],
  break: ['right'],
};
const HANDLERS: Record<string, string[]> = {
  [MAIN]: ['mend', 'undo'],
  left: ['mend', 'undo'],
  right: ['undo', 'mend'],
  mend: ['undo'],
  undo: [],
  break: ['undo'],
};
/** Which event interrupts the thread; `break` handles it. */
const INTERRUPTS: Record<string, string> = { [MAIN]: 'halt', left: 'halt-left' };
const FAILURES = [undefined, 'TASK_ERROR', 'VAR_ERROR', 'CHILD_FAILURE', 'no-stock', 'TIMEOUT', 'INTERNAL_ERROR'];

type Nodes = Record<string, NodeInput>;
type Edges = NonNullable<Extract<NodeInput, { type: 'NOP' }>['edges']>;
type Layout = { thread: string; nodes: Nodes; isChild: boolean; counters: string[] };

const n = variable('n');
const CONDITIONS: VariableAssignment[] = [
  expression(n, 'GREATER_THAN', literal(1)),
  variable('flag'),
  expression(n, 'IN', variable('list')),
  expression(variable('text'), 'EQUALS', literal('x')),
  { not: variable('flag') },
];
const CHANGES: Mutation[][] = [
  [],
  [assign('n', expression(n, 'ADD', literal(1)))],
  [assign('flag', { not: variable('flag') }), assign('text', { format: '{0}-{1}', args: [n, variable('flag')] })],
  [{ variable: 'list', operation: 'EXTEND', value: n }],
  [{ variable: 'bag', path: ['a'], operation: 'ASSIGN', value: n }],
  [assign('n', expression(literal(6), 'DIVIDE', n)), assign('text', literal('x'))],
  [assign('n', literal(0)), assign('n', expression(literal(6), 'DIVIDE', n))],
];

const at = <T>(list: readonly [T, ...T[]] | readonly T[], pick: number): T => list[pick % list.length] as T;

/** The variables of the main thread, which all others see, also those of child runs that inherit. */
const PUBLIC = [
  { name: 'n', type: 'INT' as const, default: 1, masked: false, searchable: true },
  { name: 'text', type: 'STR' as const, default: 'x', masked: false },
  { name: 'flag', type: 'BOOL' as const, default: false, masked: false },
  { name: 'list', type: { array: 'INT' as const }, default: [3], masked: false },
  { name: 'bag', type: 'JSON_OBJ' as const, default: {}, masked: false },
  { name: 'secret', type: 'STR' as const, default: 'hush', masked: true },
].map((declared) => ({ ...declared, access: 'PUBLIC' as const }));

/** The process: its main thread, two kinds of children, two handlers of failures and one of interrupts. */
export function processBody(plan: SpecPlan): BodyInput {
  const threads = Object.keys(THREADS).map((name) => {
    const counters: string[] = [];
    const nodes = layOut({ thread: name, nodes: {}, isChild: false, counters }, plan[name] ?? []);
    const variables = [
      ...declared(name),
      ...counters.map((counter) => ({ name: counter, type: 'INT' as const, default: 0 })),
    ];
    const event = lookup(INTERRUPTS, name);
    const interrupts = event ? [{ externalEventDefName: event, handler: 'break' }] : [];
    const isKept = name === MAIN || name === 'left';
    return [name, { variables, nodes, interrupts, ...(!isKept && { retention: { secondsAfterEnd: 5 } }) }] as const;
  });
  return { entrypoint: MAIN, threads: Object.fromEntries(threads), retention: { secondsAfterEnd: 3600 } };
}

/** A process that another starts; an heir works on the variables of the run that it is a child of. */
export function childBody(steps: PlannedStep[], isHeir: boolean): BodyInput {
  const counters: string[] = [];
  const nodes = layOut({ thread: 'only', nodes: {}, isChild: true, counters }, steps);
  const variables = isHeir
    ? PUBLIC.map(({ name, type, masked }) => ({ name, type, masked, access: 'INHERITED' as const }))
    : PUBLIC;
  const own = counters.map((counter) => ({ name: counter, type: 'INT' as const, default: 0 }));
  const body = { entrypoint: 'only', threads: { only: { variables: [...variables, ...own], nodes } } };
  return isHeir ? { ...body, parent: { wfSpecName: 'process' } } : body;
}

function declared(thread: string) {
  if (thread === 'right' || thread === 'break') return declare({ INPUT: 'INT' });
  if (thread === 'mend') return declare({ INPUT: 'JSON_OBJ' });
  return thread === MAIN ? PUBLIC : [];
}

function layOut(layout: Layout, steps: PlannedStep[]): Nodes {
  const { nodes, thread, isChild } = layout;
  const isMain = thread === MAIN || isChild;
  nodes.end = { type: 'EXIT', ...(isMain && { result: n }), failureHandlers: handlersOf(layout, steps.length) };
  nodes.start = { type: 'ENTRYPOINT', edges: [{ to: laySteps(layout, steps, 'end') }] };
  return nodes;
}

/** Lays steps out one after another, the last leading to `next`; gives the name of the first node. */
function laySteps(layout: Layout, steps: PlannedStep[], next: string): string {
  return steps.toReversed().reduce((to, step) => layStep(layout, step, to), next);
}

function layStep(layout: Layout, step: PlannedStep, next: string): string {
  const { pick, change, inner } = step;
  const edges: Edges = [{ to: next, mutations: at(CHANGES, change) }];
  switch (step.kind) {
    case 'if': {
      const body = laySteps(layout, inner, next);
      return add(layout, step, { type: 'NOP', edges: [{ to: body, condition: at(CONDITIONS, pick) }, ...edges] });
    }
    case 'loop':
      return layLoop(layout, step, next);
    case 'fork':
      return layFork(layout, step, edges);
    case 'child':
      return layChild(layout, step, edges);
    case 'fail': {
      const content = pick % 2 === 0 ? { content: variable('bag') } : {};
      const exit = add(layout, step, {
        type: 'EXIT',
        failure: { name: 'no-stock', message: 'none is left', ...content },
      });
      return add(layout, step, { type: 'NOP', edges: [{ to: exit, condition: at(CONDITIONS, pick) }, ...edges] });
    }
    default:
      return add(layout, step, { ...leaf(step), edges });
  }
}

/** Counts its rounds, unless it is to be a tight loop. The handler of an interrupt has no variable to count with. */
function layLoop(layout: Layout, step: PlannedStep, next: string): string {
  if (layout.thread === 'break') return laySteps(layout, step.inner, next);
  const counter = `${layout.thread}_round${layout.counters.length}`;
  layout.counters.push(counter);
  const isTight = step.pick % 16 === 15;
  const name = nameOf(layout, step);
  // The name is taken before the inside is laid out, which leads back to it.
  layout.nodes[name] = { type: 'NOP', edges: [] };
  const back = add(layout, { ...step, kind: 'nop' }, { type: 'NOP', edges: [{ to: name }] });
  const body = laySteps(layout, step.inner, back);
  const count = isTight ? [] : [assign(counter, expression(variable(counter), 'ADD', literal(1)))];
  const condition = expression(variable(counter), 'LESS_THAN', literal(1 + (step.pick % 3)));
  layout.nodes[name] = { type: 'NOP', edges: [{ to: body, condition, mutations: count }, { to: next }] };
  return name;
}

/** Starts threads, does something meanwhile, and waits for them, or leaves that to its EXIT. */
function layFork(layout: Layout, step: PlannedStep, edges: Edges): string {
  const startable = THREADS[layout.thread] ?? [];
  if (startable.length === 0) return add(layout, step, { type: 'NOP', edges });
  const { pick, change } = step;
  const first = nameOf(layout, step);
  layout.nodes[first] = { type: 'NOP', edges: [] };
  const isMany = pick % 3 === 0;
  const second = isMany ? first : nameOf(layout, step);
  if (!isMany) layout.nodes[second] = { type: 'NOP', edges: [] };
  const threads = isMany ? output(first) : [output(first), output(second)];
  const strategy = at(['ALL', 'FIRST', 'ANY'] as const, pick >> 2);
  const perThread = at([[], [{ handler: 'undo' }], [{ handler: 'mend', failureType: 'EXCEPTION' as const }]], change);
  const perThreadFailureHandlers = layout.thread === 'mend' ? [] : perThread;
  const isWaitedFor = pick % 5 !== 4;
  const wait = isWaitedFor
    ? add(layout, step, { type: 'WAIT_FOR_THREADS', threads, strategy, perThreadFailureHandlers, edges })
    : add(layout, step, { type: 'NOP', edges });
  const after = [{ to: laySteps(layout, step.inner, wait) }];
  const failureHandlers = handlersOf(layout, step.handling);
  if (isMany) {
    const items = pick % 2 === 0 ? literal([1, 2]) : variable('list');
    layout.nodes[first] = {
      type: 'START_MULTIPLE_THREADS',
      threadSpecName: 'right',
      items,
      edges: after,
      failureHandlers,
    };
    return first;
  }
  layout.nodes[second] = {
    type: 'START_THREAD',
    threadSpecName: 'right',
    inputs: { INPUT: n },
    edges: after,
    failureHandlers,
  };
  const threadSpecName = at(startable, pick);
  const inputs = threadSpecName === 'right' ? { INPUT: literal(1) } : {};
  layout.nodes[first] = { type: 'START_THREAD', threadSpecName, inputs, edges: [{ to: second }], failureHandlers };
  return first;
}

/** Runs another process, does something meanwhile, and waits for it, or does not. */
function layChild(layout: Layout, step: PlannedStep, edges: Edges): string {
  if (layout.isChild) return add(layout, step, { type: 'NOP', edges });
  const { pick } = step;
  const node = nameOf(layout, step);
  layout.nodes[node] = { type: 'NOP', edges: [] };
  const wait =
    pick % 4 === 3
      ? add(layout, step, { type: 'NOP', edges })
      : add(layout, step, { type: 'WAIT_FOR_CHILD_WF', node, edges });
  const wfSpecName = at(['child', 'heir', literal('child'), literal('nowhere')], pick);
  layout.nodes[node] = {
    type: 'RUN_CHILD_WF',
    wfSpecName,
    edges: [{ to: laySteps(layout, step.inner, wait) }],
    failureHandlers: handlersOf(layout, step.handling),
  };
  return node;
}

type Leaf = Exclude<NodeInput, { type: 'EXIT' }>;

function leaf({ kind, pick }: PlannedStep): Leaf {
  switch (kind) {
    case 'task':
      return at<Leaf>(
        [
          { type: 'TASK', taskDefName: 'work', inputs: [n, variable('secret')], retries: 1 },
          {
            type: 'TASK',
            taskDefName: 'work',
            inputs: [n],
            retries: 2,
            backoff: { baseMs: 1000, multiplier: 2, maxMs: 3000 },
            scheduleTimeoutSeconds: 30,
          },
          { type: 'TASK', taskDefName: 'chore', scheduleTimeoutSeconds: 10 },
          { type: 'TASK', taskDefName: { variable: 'text' } },
        ],
        pick,
      );
    case 'ask':
      return {
        type: 'USER_TASK',
        userTaskDefName: 'form',
        userTaskDefVersion: 0,
        ...at(
          [
            { userGroup: literal('g') },
            { userId: literal('ann') },
            { userId: variable('text'), userGroup: literal('g') },
          ],
          pick,
        ),
        ...(pick % 2 === 1 && { onCancellationExceptionName: literal('called-off') }),
        ...(pick % 3 === 1 && { excludeUsers: [literal('cid')], details: [{ label: 'Why', value: variable('text') }] }),
      };
    case 'event':
      return at<Leaf>(
        [
          { type: 'EXTERNAL_EVENT', externalEventDefName: 'go' },
          { type: 'EXTERNAL_EVENT', externalEventDefName: 'go', timeoutSeconds: literal(20) },
          { type: 'EXTERNAL_EVENT', externalEventDefName: 'keyed', correlationKey: literal('k'), timeoutSeconds: n },
        ],
        pick,
      );
    case 'sleep':
      return at<Leaf>(
        [
          { type: 'SLEEP', seconds: literal(15) },
          { type: 'SLEEP', seconds: n },
          { type: 'SLEEP', until: expression(n, 'MULTIPLY', literal(10_000)) },
        ],
        pick,
      );
    case 'condition':
      return { type: 'WAIT_FOR_CONDITION', condition: at(CONDITIONS, pick) };
    case 'throw':
      return { type: 'THROW_EVENT', workflowEventDefName: 'told', content: n };
    default:
      return { type: 'NOP' };
  }
}

function add(layout: Layout, step: PlannedStep, node: NodeInput): string {
  const name = nameOf(layout, step);
  layout.nodes[name] = { ...node, failureHandlers: handlersOf(layout, step.handling) };
  return name;
}

function nameOf({ nodes }: Layout, { kind }: PlannedStep): string {
  return `${Object.keys(nodes).length}-${kind}`;
}

/** None, one that catches all, or one for a kind of failure before it. */
function handlersOf({ thread, isChild }: Layout, handling: number) {
  const able = isChild ? [] : (HANDLERS[thread] ?? []);
  const [first, second] = able;
  if (first === undefined || handling % 3 === 0) return [];
  const failureName = at(FAILURES, handling);
  if (handling % 3 === 1 || second === undefined) return [{ handler: first, failureName }];
  return [{ handler: first, failureName }, { handler: second }];
}
