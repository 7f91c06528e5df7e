// Starting a thread: its inputs checked, its variables set, put at its first node (semantics.md 4.1, 4.5).
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { FieldError } from '#contracts/problem.ts';
import { typeName, valueFits } from '#contracts/value.ts';
import type { ThreadType } from '#contracts/wf-run.ts';
import type { ThreadSpec, WfSpecId } from '#contracts/wf-spec.ts';
import { NodeFailure, technicalFailure } from './failure.ts';
import type { Instant, NodeRunState, ThreadRunState, WfRunState } from './family.ts';
import { must } from './invariant.ts';
import { leaveRun } from './leave-run.ts';
import { lookup } from './lookup.ts';
import { structsOf } from './struct-defs.ts';
import { readTyped } from './values/cast.ts';
import { sizeError } from './values/size.ts';
import { toJson } from './values/value.ts';
import { noteSearchable } from './variables.ts';
import { specOf, type Work } from './work.ts';
import type { World } from './world.ts';

/** What is wrong with the inputs of a thread: one entry per variable, under `variables.<name>`. */
export function checkInputs(
  threadSpec: ThreadSpec,
  inputs: JsonObject,
  world: Pick<World, 'structDef' | 'limits'>,
): FieldError[] {
  const settable = new Map(
    threadSpec.variables.filter(({ access }) => access !== 'INHERITED').map((variable) => [variable.name, variable]),
  );
  const unknown = Object.keys(inputs).filter((name) => !settable.has(name));
  return [
    ...[...settable.values()].flatMap(({ name, type, required }) => {
      const given = lookup(inputs, name);
      if (given === undefined) return required ? [atVariable(name, `is required and must be ${typeName(type)}`)] : [];
      if (!valueFits(type, given, structsOf(world))) return [atVariable(name, `must be ${typeName(type)}`)];
      const tooLarge = sizeError(given, world.limits.valueBytes);
      return tooLarge === null ? [] : [atVariable(name, tooLarge)];
    }),
    ...unknown.map((name) =>
      atVariable(
        name,
        threadSpec.variables.some((variable) => variable.name === name)
          ? 'is inherited from the parent run and cannot be given'
          : 'is not a variable of this workflow',
      ),
    ),
  ];
}

function atVariable(name: string, message: string): FieldError {
  return { path: `variables.${name}`, message };
}

export type ThreadStart = {
  type: ThreadType;
  threadSpecName: string;
  /** The version that the thread is at. */
  wfSpec: WfSpecId;
  parent: number | null;
  holder: number | null;
  inputs: JsonObject;
};

/** Adds a thread to an owned run, at its ENTRYPOINT, and gives its number. Its inputs have been checked. */
export function startThread(work: Work, run: WfRunState, start: ThreadStart): number {
  const { type, threadSpecName, wfSpec, parent, holder, inputs } = start;
  const threadSpec = must(
    lookup(specOf(work, wfSpec).threads, threadSpecName),
    `No ThreadSpec ${threadSpecName} in WfSpec ${wfSpec.name}`,
  );
  const entrypoint = Object.entries(threadSpec.nodes).find(([, node]) => node.type === 'ENTRYPOINT');
  const [nodeName] = must(entrypoint, `ThreadSpec ${threadSpecName} has no ENTRYPOINT`);
  const number = run.nextThreadNumber;
  run.nextThreadNumber += 1;
  const thread: ThreadRunState = {
    number,
    type,
    parent,
    holder,
    threadSpecName,
    oldWfSpec: wfSpec === run.wfSpec ? null : wfSpec,
    status: 'RUNNING',
    startedAt: work.at,
    endedAt: null,
    haltReasons: [],
    interrupts: [],
    handledFailedChildren: [],
    failure: null,
    variables: initialValues(threadSpec, inputs, work.world),
    outputs: {},
    doneBy: {},
    output: null,
    current: newNodeRun(nodeName, 0, work.at),
  };
  work.owned.add(thread);
  run.threads.push(thread);
  work.awake.add(run.id);
  for (const variable of threadSpec.variables) noteSearchable(work, run, thread, variable);
  return number;
}

/** Fails the node unless the run has room for so many more threads; COMPLETED ones give way first. */
export function makeRoomFor(work: Work, run: WfRunState, count: number): void {
  const limit = work.world.limits.threadsPerRun;
  if (run.threads.length + count > limit * 0.9) {
    for (const thread of run.threads.toReversed()) leaveRun(work, run, thread);
  }
  if (run.threads.length + count <= limit) return;
  const message = `A WfRun may hold ${limit} threads; this one has ${run.threads.length} and would start ${count} more`;
  throw new NodeFailure(technicalFailure('INTERNAL_ERROR', message));
}

/** A NodeRun at its arrival. */
export function newNodeRun(nodeName: string, position: number, arrivedAt: Instant): NodeRunState {
  return {
    position,
    nodeName,
    status: 'RUNNING',
    arrivedAt,
    endedAt: null,
    failures: [],
    result: null,
    taskGuid: null,
    wakeAt: null,
    threads: [],
    childWfRunId: null,
    correlationKey: null,
    eventGuid: null,
  };
}

/** A missing input and one that is null give way to the default. */
function initialValues(threadSpec: ThreadSpec, inputs: JsonObject, world: World): JsonObject {
  const own = threadSpec.variables.filter(({ access }) => access !== 'INHERITED');
  return Object.fromEntries(
    own.map(({ name, type, default: fallback }): [string, JsonValue] => {
      const given = lookup(inputs, name) ?? fallback ?? null;
      return [name, toJson(readTyped(type, given, structsOf(world)))];
    }),
  );
}
