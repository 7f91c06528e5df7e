// `npm run bench`, the engine alone, without database: how many nodes per second, and whether a step's cost follows the change or the run.

import { wfSpec } from '#contracts/wf-spec.ts';
import type { Command, Request } from '#engine/command.ts';
import type { Family } from '#engine/family.ts';
import { must } from '#engine/invariant.ts';
import { step } from '#engine/step.ts';
import { DEFAULT_LIMITS, type World } from '#engine/world.ts';
import { changesOf } from '#persistence/family-codec.ts';
import { cores } from './support/machine.ts';
import { median, spread, table } from './support/summary.ts';

const ROUNDS = Number(process.argv[2] ?? 7);
const ROUND_MS = Number(process.argv[3] ?? 1_000);
const GOAL_NODES = 100_000;
const GOAL_GROWTH = 3;

const NODES = 10;
const THREADS = 63;
/** Each thread passes so many before it waits: with the others, some 500 NodeRuns have ended. */
const BEFORE = 6;

const nop = (to: string) => ({ type: 'NOP', edges: [{ to }] });
const task = (to: string) => ({ type: 'TASK', taskDefName: 'work', inputs: [], edges: [{ to }] });
const end = { type: 'EXIT' };

/** A road of nodes from `start` to what `last` names. */
function road(count: number, last: string): Record<string, object> {
  const names = ['start', ...Array.from({ length: count }, (_, index) => `n${index}`)];
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      index === 0 ? { type: 'ENTRYPOINT', edges: [{ to: names[1] ?? last }] } : nop(names[index + 1] ?? last),
    ]),
  );
}

const TEN_NODES = specOf('ten', { main: { variables: [], nodes: { ...road(NODES - 2, 'end'), end } } });
const MANY_THREADS = specOf('many', {
  main: {
    variables: [{ name: 'items', type: 'JSON_ARR', required: true }],
    nodes: {
      start: { type: 'ENTRYPOINT', edges: [{ to: 'spawn' }] },
      spawn: {
        type: 'START_MULTIPLE_THREADS',
        threadSpecName: 'each',
        items: { variable: 'items' },
        edges: [{ to: 'join' }],
      },
      join: { type: 'WAIT_FOR_THREADS', threads: { nodeOutput: 'spawn' }, edges: [{ to: 'end' }] },
      end,
    },
  },
  each: { variables: [], nodes: { ...road(BEFORE, 'first'), first: task('second'), second: task('end'), end } },
});

function specOf(name: string, threads: object) {
  const createdAt = '2026-01-01T00:00:00.000Z';
  const body = { name, majorVersion: 0, revision: 0, createdAt, entrypoint: 'main', threads, frozenVariables: [] };
  return wfSpec.parse(body);
}

const world: World = {
  wfSpec: ({ name }) => [TEN_NODES, MANY_THREADS].find((spec) => spec.name === name),
  latestWfSpec: () => undefined,
  taskDef: (name) => ({ name, inputVars: [], returnMasked: false, createdAt: TEN_NODES.createdAt }),
  userTaskDef: () => undefined,
  externalEventDef: () => undefined,
  workflowEventDef: () => undefined,
  structDef: () => undefined,
  limits: DEFAULT_LIMITS,
};

function does(family: Family | null, request: Request, claims: string[] = []): Family {
  const command: Command = { ...request, at: 1_767_225_600_000, seed: 'seed', claims };
  const done = step(family, world, command);
  if (!done.ok) throw new Error(done.refusal.detail);
  return done.family;
}

const actor = { kind: 'service', id: 'bench', onBehalfOf: null } as const;
const start = (wfSpecName: string, items: number[]): Request => ({
  type: 'RunWf',
  wfRunId: 'run',
  wfSpec: { name: wfSpecName, majorVersion: 0, revision: 0 },
  variables: wfSpecName === 'many' ? { items } : {},
  requester: null,
  parentWfRunId: null,
  scheduleId: null,
  actor,
});

/** Milliseconds of CPU that one `work` takes, over a round. */
function cpuOf(work: () => void): number {
  let done = 0;
  const from = process.cpuUsage();
  const until = performance.now() + ROUND_MS;
  while (performance.now() < until) {
    for (let index = 0; index < 20; index++) work();
    done += 20;
  }
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000 / done;
}

/** A step of one thread, in a run that has so many of them. */
function oneReport(threads: number) {
  const family = does(
    null,
    start(
      'many',
      Array.from({ length: threads }, (_, index) => index),
    ),
  );
  const run = must(family.runs.run, 'the run is not there');
  const waiting = must(Object.values(run.taskRuns)[0], 'no thread waits');
  const { guid, attempt } = waiting;
  const report: Request = {
    type: 'ReportTask',
    wfRunId: 'run',
    guid,
    attempt,
    outcome: { type: 'OUTPUT', output: null },
    lease: { workerId: 'w', leaseToken: 't', startedAt: 0 },
    actor,
  };
  const claims = [`run ${guid} ${attempt}`];
  const { state, written } = changesOf(family, does(family, report, claims));
  return {
    work: () => void does(family, report, claims),
    bytes: written.reduce((sum, part) => sum + part.state.length, state?.length ?? 0),
  };
}

console.log(`${cores()}\n${ROUNDS} rounds of ${ROUND_MS / 1000} s; min / median / max\n`);
const [small, large] = [oneReport(1), oneReport(THREADS)];
const begin = start('ten', []);
const rounds = Array.from({ length: ROUNDS }, () => ({
  road: cpuOf(() => void does(null, begin)),
  small: cpuOf(small.work),
  large: cpuOf(large.work),
}));
const perSecond = rounds.map((round) => (NODES / round.road) * 1000);
const growth = rounds.map((round) => round.large / round.small);
const verdict = (isReached: boolean) => (isReached ? 'reached' : 'not reached');
console.log(
  table([
    ['nodes per second and core', spread(perSecond), `goal ${GOAL_NODES}: ${verdict(median(perSecond) >= GOAL_NODES)}`],
    [
      `step of one thread, ${THREADS + 1} threads and ${THREADS * (BEFORE + 2)} ended NodeRuns beside it, against 1 thread`,
      spread(growth, 2),
      `goal below ${GOAL_GROWTH}: ${verdict(median(growth) < GOAL_GROWTH)}`,
    ],
    ['bytes of state that it writes, in the small run and in the large one', `${small.bytes}, ${large.bytes}`, ''],
  ]),
);
