// A world at random: a process in two versions with a plan to migrate from one to the other, and the processes that it starts.
import * as fc from 'fast-check';
import { type MigrationPlan, migrationPlan } from '#contracts/migration-plan.ts';
import type { FieldError } from '#contracts/problem.ts';
import { type WfSpec, type WfSpecId, wfSpec } from '#contracts/wf-spec.ts';
import { must } from '../invariant.ts';
import { validatePlan } from '../migration/validate-plan.ts';
import { pinWfSpec } from '../pin-wf-spec.ts';
import { validateWfSpec } from '../validate-wf-spec.ts';
import { DEFAULT_LIMITS, type World } from '../world.ts';
import { type BodyInput, MAIN } from './build-spec.ts';
import { definitionsOf } from './definitions.ts';
import {
  BRANCHES,
  childBody,
  LEAVES,
  type PlannedStep,
  processBody,
  type SpecPlan,
  type StepKind,
} from './random-spec.ts';

export type WorldPlan = {
  process: SpecPlan;
  /** What is new in the other version; the threads that it does not mention are as they were. */
  next: SpecPlan;
  child: PlannedStep[];
  heir: PlannedStep[];
  /** Which nodes move, and where. */
  moves: number[];
};
export type RandomWorld = {
  world: World;
  specs: WfSpec[];
  plan: MigrationPlan;
  /** What a PUT of its definitions would find wrong: nothing, ever. */
  findings: () => FieldError[];
};

const kind: fc.Arbitrary<StepKind> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<StepKind[]>(...LEAVES, 'task', 'ask') },
  { weight: 4, arbitrary: fc.constantFrom<StepKind[]>(...BRANCHES) },
);
const { step, steps } = fc.letrec<{ step: PlannedStep; steps: PlannedStep[] }>((tie) => ({
  step: fc.record({
    kind,
    pick: fc.nat(15),
    // The last two fail, sooner or later.
    change: fc.oneof({ weight: 9, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(6) }),
    handling: fc.nat(20),
    inner: fc.oneof({ depthIdentifier: 'steps', maxDepth: 2 }, fc.constant<PlannedStep[]>([]), tie('steps')),
  }),
  steps: fc.array(tie('step'), { maxLength: 4, depthIdentifier: 'steps' }),
}));

export const worldPlan: fc.Arbitrary<WorldPlan> = fc.record({
  process: fc.record({
    [MAIN]: fc.array(step, { minLength: 2, maxLength: 7 }),
    left: steps,
    right: steps,
    mend: steps,
    undo: steps,
    break: steps,
  }),
  next: fc.record({ [MAIN]: steps, right: steps }),
  child: steps,
  heir: steps,
  moves: fc.array(fc.nat(7), { minLength: 3, maxLength: 8 }),
});

const BODIES = {
  taskDefs: {
    work: {
      inputVars: [
        { name: 'n', type: 'INT' as const },
        { name: 'secret', type: 'STR' as const, masked: true, default: null },
      ],
      returnType: 'INT' as const,
    },
    chore: {},
    x: {},
  },
  userTaskDefs: {
    form: {
      fields: [
        { name: 'n', type: 'INT' as const },
        { name: 'note', type: 'STR' as const, required: false },
      ],
    },
  },
  externalEventDefs: {
    go: { contentType: 'INT' as const, retention: { secondsAfterPut: 40 } },
    keyed: { correlation: {} },
    halt: { contentType: 'INT' as const },
    'halt-left': { contentType: 'INT' as const },
  },
  workflowEventDefs: { told: { contentType: 'INT' as const } },
};

/** The world of a plan. */
export function randomWorld({ process, next, child, heir, moves }: WorldPlan): RandomWorld {
  const wfSpecs = { process: processBody(process), child: childBody(child, false), heir: childBody(heir, true) };
  const definitions = definitionsOf({ ...BODIES, wfSpecs });
  const versionOf = (name: string, body: BodyInput, revision: number): WfSpec => {
    const id = { name, majorVersion: 0, revision, frozenVariables: [], createdAt: '2026-01-01T00:00:00Z' };
    const spec = wfSpec.parse({ ...body, ...id });
    return { ...spec, ...pinWfSpec(spec, definitions) };
  };
  const before = versionOf('process', wfSpecs.process, 0);
  const after = versionOf('process', processBody({ ...process, ...next }), 1);
  const specs = [before, after, versionOf('child', wfSpecs.child, 0), versionOf('heir', wfSpecs.heir, 0)];
  const find = ({ name, majorVersion, revision }: WfSpecId) =>
    specs.find((spec) => spec.name === name && spec.majorVersion === majorVersion && spec.revision === revision);
  const plan = planOf(before, after, moves);
  const world: World = {
    ...definitions,
    wfSpec: find,
    latestWfSpec: (name, major) => specs.findLast((spec) => spec.name === name && (major ?? 0) === 0),
    // Small, so that a life reaches them.
    limits: { ...DEFAULT_LIMITS, fuel: 90, threadsPerRun: 14, runsPerFamily: 6, valueBytes: 200 },
  };
  const findings = () => [
    ...specs.flatMap((spec) => validateWfSpec(spec, definitions)),
    ...validatePlan(plan, { ...definitions, wfSpecVersion: find }),
  ];
  return { world, specs, plan, findings };
}

/** About half of the nodes move; children move before the main thread does. */
function planOf(before: WfSpec, after: WfSpec, moves: number[]): MigrationPlan {
  let turn = 0;
  const threads = Object.entries(before.threads).map(([name, { nodes }]) => {
    const targets = Object.entries(must(after.threads[name], name).nodes).flatMap(([target, { type }]) =>
      type === 'ENTRYPOINT' ? [] : [target],
    );
    const mapped = Object.keys(nodes).flatMap((node) => {
      turn += 1;
      const move = moves[turn % moves.length] ?? 0;
      return move % 2 === 0
        ? []
        : [
            [
              node,
              {
                to:
                  nodes[node]?.type === after.threads[name]?.nodes[node]?.type && node !== 'start'
                    ? node
                    : targets[move % targets.length],
              },
            ] as const,
          ];
    });
    return [
      name,
      { to: name, nodes: Object.fromEntries(mapped), after: name === MAIN && moves[0] === 1 ? ['left'] : [] },
    ] as const;
  });
  const id = { name: 'to-the-next', wfSpecName: 'process', from: before, to: after, createdAt: '2026-01-01T00:00:00Z' };
  const version = ({ majorVersion, revision }: WfSpec) => ({ majorVersion, revision });
  return migrationPlan.parse({
    ...id,
    from: version(before),
    to: version(after),
    threads: Object.fromEntries(threads),
  });
}
