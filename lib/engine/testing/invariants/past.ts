// What the invariants remember of a life: what its records have told so far.
import { isEnded } from '#contracts/wf-run.ts';
import type { Command } from '../../command.ts';
import type { Family, ThreadRunState, WfRunState } from '../../family.ts';
import type { EngineRecord } from '../../record.ts';
import type { Moment } from '../random-life.ts';

export type Past = {
  /** How many NodeRuns of a thread were written down, by run and thread. */
  closed: Map<string, number>;
  /** NodeRuns that have ended, by run, thread and position. */
  endedNodes: Set<string>;
  /** The seq of the next event of a UserTaskRun. */
  nextSeq: Map<string, number>;
  /** Things that happen once in a life, as the key of their record. */
  once: Set<string>;
  /** ExternalEvents that were put and neither claimed nor expired. */
  waitingEvents: Set<string>;
  /** The command that last moved a run. */
  settled: Map<string, Command>;
  leftRuns: Set<string>;
  leftThreads: Set<string>;
};

export const newPast = (): Past => ({
  closed: new Map(),
  endedNodes: new Set(),
  nextSeq: new Map(),
  once: new Set(),
  waitingEvents: new Set(),
  settled: new Map(),
  leftRuns: new Set(),
  leftThreads: new Set(),
});

/** Says what is wrong with a moment, given what was before. */
export type Invariant = (moment: Moment, past: Past) => Iterable<string>;

export type Place = { run: WfRunState; thread: ThreadRunState; name: string };

/** Every thread of a family. */
export function placesOf(family: Family | null): Place[] {
  return Object.values(family?.runs ?? {}).flatMap((run) =>
    run.threads.map((thread) => ({ run, thread, name: `${run.id} ${thread.number}` })),
  );
}

export function recordsOf({ result }: Moment): EngineRecord[] {
  return result.ok ? result.records : [];
}

/** Names what may be said once only in a whole life; null for what may be said again. */
export function onceKey(record: EngineRecord): string | null {
  switch (record.type) {
    case 'NodeRunEnded':
      return `node ${record.wfRunId} ${record.threadRunNumber} ${record.nodeRun.position}`;
    case 'TaskRunEnded':
      return `task ${record.wfRunId} ${record.taskRun.guid}`;
    case 'WfRunLeft':
      return `run ${record.wfRunId}`;
    case 'ThreadRunLeft':
      return `thread ${record.wfRunId} ${record.thread.number}`;
    case 'ExternalEventPut':
      return `put ${record.wfRunId} ${record.event.defName} ${record.event.guid}`;
    case 'ExternalEventClaimed':
    case 'ExternalEventExpired':
      return `gone ${record.wfRunId} ${record.defName} ${record.guid}`;
    case 'WorkflowEventThrown':
      return `thrown ${record.wfRunId} ${record.defName} ${record.number}`;
    case 'UserTaskEventAppended':
      return `event ${record.wfRunId} ${record.guid} ${record.seq}`;
    case 'WfRunChanged':
    case 'SearchableSet':
    case 'UserTaskRunChanged':
    case 'UserTaskDraftSaved':
      return null;
  }
}

/** Takes a moment in, once it was looked at. */
export function remember(past: Past, moment: Moment): void {
  for (const record of recordsOf(moment)) {
    const key = onceKey(record);
    if (key !== null) past.once.add(key);
    rememberRecord(past, record);
  }
  for (const [id, run] of Object.entries(moment.after?.runs ?? {})) {
    if (hasMoved(moment.before, run)) past.settled.set(id, moment.command);
  }
  for (const { name, thread } of placesOf(moment.after)) {
    if (thread.current.endedAt !== null) past.endedNodes.add(`${name} ${thread.current.position}`);
  }
}

function rememberRecord(past: Past, record: EngineRecord): void {
  const { wfRunId } = record;
  switch (record.type) {
    case 'NodeRunEnded': {
      const name = `${wfRunId} ${record.threadRunNumber}`;
      past.closed.set(name, record.nodeRun.position + 1);
      past.endedNodes.add(`${name} ${record.nodeRun.position}`);
      return;
    }
    case 'UserTaskEventAppended':
      past.nextSeq.set(`${wfRunId} ${record.guid}`, record.seq + 1);
      return;
    case 'ExternalEventPut':
      past.waitingEvents.add(`${wfRunId} ${record.event.defName} ${record.event.guid}`);
      return;
    case 'ExternalEventClaimed':
    case 'ExternalEventExpired':
      past.waitingEvents.delete(`${wfRunId} ${record.defName} ${record.guid}`);
      return;
    case 'WfRunLeft':
      past.leftRuns.add(wfRunId);
      return;
    case 'ThreadRunLeft':
      past.leftThreads.add(`${wfRunId} ${record.thread.number}`);
      return;
    default:
  }
}

/** Whether the thread may still move. */
export const isLive = ({ thread }: Place): boolean => !isEnded(thread.status);

/** Whether something happened to a thread of the run. */
export function hasMoved(before: Family | null, run: WfRunState): boolean {
  const was = before?.runs[run.id];
  return (
    !was || was.threads.length !== run.threads.length || run.threads.some((thread, at) => thread !== was.threads[at])
  );
}
