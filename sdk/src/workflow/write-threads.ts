// Statements that start threads and wait for them.
import type { WAIT_STRATEGIES } from '../../../lib/contracts/wf-spec.ts';
import type { Type } from '../types/type.ts';
import { addNode, addStep, failureHandling, type StepPayload, stepOf } from './add-step.ts';
import { isRef } from './expression.ts';
import { type ExprType, type Operand, type Ref, TYPE, type Variable } from './expression-types.ts';
import type {
  InputsOf,
  SpawnedThread,
  SpawnedThreads,
  ThreadInputs,
  ThreadOptions,
  Threads,
  WaitForThreads,
  WorkflowBuilder,
} from './workflow-builder.ts';
import { INPUT, type WorkflowDraft } from './workflow-draft.ts';

type ThreadStatements = 'spawnThread' | 'spawnThreadForEach' | 'waitForThreads' | 'waitForFirst' | 'waitForAny';

export function threadStatements(draft: WorkflowDraft): Pick<WorkflowBuilder, ThreadStatements> {
  /** Writes the thread that a step starts, and gives what the step hands to it. */
  function writeChild<Inputs extends ThreadInputs>(
    name: string,
    { inputs, retention }: ThreadOptions<Inputs>,
    body: (inputs: InputsOf<Inputs>) => void,
  ) {
    const given = Object.entries(inputs ?? {}).map(([key, value]) => ({ key, value, type: typeOfInput(key, value) }));
    const assignments = given.map(
      ({ key, value, type }) => [key, draft.read(value as Operand<ExprType>, type)] as const,
    );
    const child = draft.writeThread(
      name,
      () => {
        const variables = given.map(({ key, type }) => [key, draft.declare(key, type, { required: true })] as const);
        return body(Object.fromEntries(variables) as InputsOf<Inputs>);
      },
      { retention },
    );
    draft.current().children.push(child);
    return { threadSpecName: name, ...(assignments.length > 0 && { inputs: Object.fromEntries(assignments) }) };
  }

  function spawnThread<const Inputs extends ThreadInputs>(
    name: string,
    body: (inputs: InputsOf<Inputs>) => void,
    options: ThreadOptions<Inputs> = {},
  ): SpawnedThread {
    return addStep(draft, name, { type: 'START_THREAD', ...writeChild(name, options, body) }, 'INT');
  }

  function spawnThreadForEach<Item extends Type, const Inputs extends ThreadInputs>(
    name: string,
    items: Operand<'JSON_ARR'>,
    body: (item: Variable<Item>, inputs: InputsOf<Inputs>) => void,
    options: ThreadOptions<Inputs> & { item?: Item } = {},
  ): SpawnedThreads {
    const list = draft.read(items, 'JSON_ARR');
    const item = options.item ?? itemOf(items);
    if (item === undefined) throw new Error(`thread ${name} needs the type of its items: give the option item`);
    const child = writeChild(name, options, (inputs: InputsOf<Inputs>) =>
      body(draft.declare(INPUT, item) as unknown as Variable<Item>, inputs),
    );
    return addStep(draft, name, { type: 'START_MULTIPLE_THREADS', ...child, items: list }, 'JSON_ARR');
  }

  function wait(threads: Threads, strategy: (typeof WAIT_STRATEGIES)[number]): WaitForThreads {
    const payload: Extract<StepPayload, { type: 'WAIT_FOR_THREADS' }> = {
      type: 'WAIT_FOR_THREADS',
      threads: isRef(threads) ? draft.read(threads, 'JSON_ARR') : threads.map((thread) => draft.read(thread, 'INT')),
      ...(strategy !== 'ALL' && { strategy }),
    };
    const node = addNode(draft, 'threads', payload);
    const step = stepOf(draft, node, {}) as WaitForThreads;
    // Such a handler is a child of the thread that failed, so it sees that one's variables.
    const parents = [node.thread, ...node.thread.children];
    const eachThread = failureHandling(draft, node, 'each-', parents, step, (handler) => {
      payload.perThreadFailureHandlers = [...(payload.perThreadFailureHandlers ?? []), handler];
    });
    return Object.assign(step, { eachThread });
  }

  return {
    spawnThread,
    spawnThreadForEach: spawnThreadForEach as WorkflowBuilder['spawnThreadForEach'],
    waitForThreads: (threads) => wait(threads, 'ALL'),
    waitForFirst: (threads) => wait(threads, 'FIRST'),
    waitForAny: (threads) => wait(threads, 'ANY'),
  };
}

function itemOf(items: Operand<'JSON_ARR'>): Type | undefined {
  if (!isRef(items)) return undefined;
  const type: ExprType = items[TYPE];
  return typeof type === 'object' && 'array' in type ? type.array : undefined;
}

function typeOfInput(name: string, value: ThreadInputs[string]): Type {
  if (typeof value === 'string') return 'STR';
  if (typeof value === 'boolean') return 'BOOL';
  if (typeof value === 'number') return 'DOUBLE';
  if (typeof value === 'bigint') return 'INT';
  if (value instanceof Date) return 'TIMESTAMP';
  const type: ExprType = (value as Ref<ExprType>)[TYPE];
  if (type === 'ANY') throw new Error(`the type of input ${name} is not known: cast it to one`);
  return type;
}
