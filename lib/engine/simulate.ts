// Plays pretended time by the real engine: every step is the step that a run would take; only people, workers and the clock are pretended.
import type { Actor } from '#contracts/actor.ts';
import type { JsonObject } from '#contracts/json.ts';
import type { Refusal } from '#contracts/problem.ts';
import {
  MAX_SIMULATED_ENTRIES,
  MAX_SIMULATED_STEPS,
  type SimulatedAnswer,
  type SimulatedEntry,
  type Simulation,
} from '#contracts/simulation.ts';
import { MASK } from '#contracts/task-run.ts';
import { isFinished } from '#contracts/user-task-status.ts';
import { instantToText } from '#contracts/value.ts';
import { isEnded } from '#contracts/wf-run.ts';
import type { WfSpecId } from '#contracts/wf-spec.ts';
import { claimKey, type Request } from './command.ts';
import type { Family, Instant, TaskRunState } from './family.ts';
import { lookup } from './lookup.ts';
import type { Effect, EngineRecord } from './record.ts';
import { step } from './step.ts';
import { threadOf } from './work.ts';
import type { World } from './world.ts';

export type Pretence = {
  wfSpec: WfSpecId;
  variables: JsonObject;
  requester: string | null;
  startAt: Instant;
  elapseMs: number;
  answers: Readonly<Record<string, SimulatedAnswer>>;
};

export const SIMULATED_RUN = 'simulation';
const ACTOR: Actor = { kind: 'service', id: 'simulation', onBehalfOf: null };

/** What is to happen at a time: by a timer, or by a pretended worker or person. Null when there is nothing left to do then. */
type Coming = { at: Instant; node: string | null; request: () => Request | null };
type RecordOf<T extends EngineRecord['type']> = Extract<EngineRecord, { type: T }>;

type Play = {
  world: World;
  pretence: Pretence;
  family: Family | null;
  clock: Instant;
  steps: number;
  /** By what it is; in the order in which it came up. */
  coming: Map<string, Coming>;
  /** The node of each user task. */
  nodes: Map<string, string>;
  titles: Map<string, string>;
  entries: SimulatedEntry[];
};

/** The refusal is that of the start: inputs that do not fit. Throws NotLoaded like a step. */
export function simulate(world: World, pretence: Pretence): { simulation: Simulation } | { refusal: Refusal } {
  const { startAt, elapseMs, wfSpec, variables, requester } = pretence;
  const play: Play = {
    world,
    pretence,
    family: null,
    clock: startAt,
    steps: 0,
    coming: new Map(),
    nodes: new Map(),
    titles: new Map(),
    entries: [],
  };
  const start = { wfSpec, variables, requester, parentWfRunId: null, scheduleId: null };
  const refusal = send(play, { type: 'RunWf', wfRunId: SIMULATED_RUN, actor: ACTOR, ...start });
  if (refusal) return { refusal };
  const end = startAt + Math.round(elapseMs);
  const isCutOff = !playUntil(play, end);
  const { family, entries, clock } = play;
  return {
    simulation: {
      startedAt: instantToText(startAt),
      until: instantToText(isCutOff ? clock : end),
      status: family?.runs[SIMULATED_RUN]?.status ?? 'RUNNING',
      isCutOff,
      entries,
    },
  };
}

/** False when it would take too long. */
function playUntil(play: Play, end: Instant): boolean {
  for (let next = nextOf(play); next && next[1].at <= end; next = nextOf(play)) {
    if (play.steps >= MAX_SIMULATED_STEPS || play.entries.length >= MAX_SIMULATED_ENTRIES) return false;
    const [key, coming] = next;
    play.coming.delete(key);
    play.clock = Math.max(play.clock, coming.at);
    const request = coming.request();
    const refusal = request && send(play, request);
    if (!refusal) continue;
    const { detail } = refusal;
    play.entries.push({ type: 'ANSWER_REFUSED', ...headOf(play, request.wfRunId, coming.node), detail });
  }
  return true;
}

function nextOf({ coming }: Play): [string, Coming] | undefined {
  let first: [string, Coming] | undefined;
  for (const entry of coming) if (!first || entry[1].at < first[1].at) first = entry;
  return first;
}

function send(play: Play, request: Request): Refusal | null {
  play.steps += 1;
  const circumstances = { at: play.clock, seed: `simulated${play.steps}`, claims: [] };
  const result = step(play.family, play.world, { ...request, ...circumstances });
  if (!result.ok) return result.refusal;
  play.family = result.family;
  for (const record of result.records) take(play, record);
  for (const effect of result.effects) expect(play, effect);
  return null;
}

/** What of a step is told. */
function take(play: Play, record: EngineRecord): void {
  const { entries } = play;
  const { wfRunId } = record;
  switch (record.type) {
    case 'UserTaskRunChanged':
      play.titles.set(`${wfRunId} ${record.userTaskRun.guid}`, record.userTaskRun.title);
      return;
    case 'UserTaskEventAppended':
      takeEvent(play, record);
      return;
    case 'TaskRunEnded': {
      const { guid, taskDefName } = record.taskRun;
      const head = headOf(play, wfRunId, nodeOfTask(play, wfRunId, record.taskRun));
      entries.push({ type: 'TASK_ENDED', ...head, guid, taskDefName, status: record.status });
      return;
    }
    case 'NodeRunEnded':
      for (const { name, message } of record.nodeRun.failures) {
        const head = headOf(play, wfRunId, record.nodeRun.nodeName);
        entries.push({ type: 'NODE_FAILED', ...head, failure: name, message });
      }
      return;
    case 'WfRunChanged':
    case 'WfRunLeft': {
      const status = (record.type === 'WfRunLeft' ? record.run : play.family?.runs[wfRunId])?.status;
      const isTold = entries.some((entry) => entry.type === 'RUN_ENDED' && entry.wfRunId === wfRunId);
      if (status && isEnded(status) && !isTold)
        entries.push({ type: 'RUN_ENDED', ...headOf(play, wfRunId, null), status });
      return;
    }
    default:
      return;
  }
}

function takeEvent(play: Play, record: RecordOf<'UserTaskEventAppended'>): void {
  const { wfRunId, guid, seq, body, actor, cause, reason } = record;
  const key = `${wfRunId} ${guid}`;
  if (seq === 0) {
    const current = play.family?.runs[wfRunId]?.threads.find(({ current }) => current.taskGuid === guid)?.current;
    if (current) play.nodes.set(key, current.nodeName);
    expectAnswer(play, wfRunId, guid);
  }
  const head = headOf(play, wfRunId, play.nodes.get(key) ?? null);
  const title = play.titles.get(key) ?? '';
  play.entries.push({ type: 'USER_TASK', ...head, guid, title, event: body, actorKind: actor.kind, cause, reason });
}

/** A pretended person completes it, if somebody is said to, unless it is over by then. */
function expectAnswer(play: Play, wfRunId: string, guid: string): void {
  const node = play.nodes.get(`${wfRunId} ${guid}`);
  const answer = node === undefined ? undefined : lookup(play.pretence.answers, node);
  const results = answer?.results;
  if (node === undefined || !answer || !results) return;
  play.coming.set(`answer ${wfRunId} ${guid}`, {
    at: play.clock + answer.after * 1000,
    node,
    request: () => {
      const task = play.family?.runs[wfRunId]?.userTaskRuns[guid];
      if (!task || isFinished(task.status)) return null;
      const userId = answer.userId ?? task.userId ?? 'somebody';
      return { type: 'CompleteUserTask', wfRunId, guid, userId, results, actor: { ...ACTOR, onBehalfOf: userId } };
    },
  });
}

/** What a step asks for, as far as it goes on by itself. */
function expect(play: Play, effect: Effect): void {
  const { coming, entries } = play;
  const { wfRunId } = effect;
  switch (effect.type) {
    case 'SetTimer': {
      const { key, dueAt } = effect;
      const request = (): Request => ({
        type: 'FireTimer',
        wfRunId,
        key,
        actor: { ...ACTOR, kind: 'engine', id: null },
      });
      coming.set(`timer ${wfRunId} ${key}`, { at: dueAt, node: null, request });
      return;
    }
    case 'ClearTimer':
      coming.delete(`timer ${wfRunId} ${effect.key}`);
      return;
    case 'ScheduleTask': {
      const { taskRun } = effect;
      const { guid, attempt, taskDefName, inputs, userTask } = taskRun;
      const node = nodeOfTask(play, wfRunId, taskRun);
      const given = Object.fromEntries(inputs.map(({ name, value, masked }) => [name, masked ? MASK : value]));
      const head = headOf(play, wfRunId, node);
      entries.push({ type: 'TASK_SCHEDULED', ...head, guid, taskDefName, inputs: given, userTask });
      // A reminder is not the task of the node that it is about.
      const answer = userTask === null && node !== null ? lookup(play.pretence.answers, node) : undefined;
      const outcome = { type: 'OUTPUT', output: answer?.output ?? null } as const;
      const lease = { workerId: 'simulation', leaseToken: '', startedAt: play.clock };
      coming.set(`task ${claimKey(wfRunId, guid, attempt)}`, {
        at: play.clock + (answer?.after ?? 0) * 1000,
        node,
        request: () => ({ type: 'ReportTask', wfRunId, guid, attempt, outcome, lease, actor: ACTOR }),
      });
      return;
    }
    case 'UnscheduleTask':
      coming.delete(`task ${claimKey(wfRunId, effect.guid, effect.attempt)}`);
      return;
    default:
      return;
  }
}

function nodeOfTask(play: Play, wfRunId: string, { threadRunNumber, position, userTask }: TaskRunState): string | null {
  if (userTask) return play.nodes.get(`${wfRunId} ${userTask.guid}`) ?? null;
  const run = play.family?.runs[wfRunId];
  const current = run && threadOf(run, threadRunNumber)?.current;
  return current?.position === position ? current.nodeName : null;
}

function headOf(play: Play, wfRunId: string, nodeName: string | null) {
  return { at: instantToText(play.clock), wfRunId, nodeName };
}
