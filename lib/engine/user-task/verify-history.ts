// Whether the history of a user task is as it was written: every event is hashed anew, on top of the one before it.
import { chainedText, type HistoryVerification } from '#contracts/history-chain.ts';
import type { UserTaskEvent } from '#contracts/user-task-run.ts';
import { hashText } from './hash-event.ts';

type Fault = NonNullable<HistoryVerification['fault']>;
export type ChainedTask = {
  wfRunId: string;
  guid: string;
  /** How many events the task itself says that it has. */
  nextEventSeq: number;
  /** In the order in which they stand. */
  events: UserTaskEvent[];
};

export function verifyHistory(task: ChainedTask): HistoryVerification {
  const { events } = task;
  const fault = faultIn(task);
  return { isIntact: fault === null, events: events.length, lastHash: events.at(-1)?.hash ?? null, fault };
}

function faultIn(task: ChainedTask): Fault | null {
  let previous: string | null = null;
  let seq = 0;
  for (const event of task.events) {
    const fault = faultOf(task, event, seq, previous);
    if (fault) return fault;
    previous = event.hash;
    seq++;
  }
  const { nextEventSeq } = task;
  if (seq >= nextEventSeq) return null;
  const detail = `The task has ${nextEventSeq} events by its own account, and only ${seq} are there.`;
  return { kind: 'CUT_OFF', seq, at: null, detail };
}

function faultOf(task: ChainedTask, event: UserTaskEvent, seq: number, previous: string | null): Fault | null {
  const { at } = event;
  if (event.seq > seq) return { kind: 'MISSING', seq, at: null, detail: `Event ${seq} is gone.` };
  if (seq >= task.nextEventSeq) {
    return {
      kind: 'ADDED',
      seq,
      at,
      detail: `The task has ${task.nextEventSeq} events by its own account: this is one more.`,
    };
  }
  if (isChained(task, event, previous)) return null;
  return fitsElsewhere(task, event)
    ? { kind: 'OUT_OF_ORDER', seq, at, detail: `Event ${seq} does not follow the event that stands before it.` }
    : { kind: 'ALTERED', seq, at, detail: `Event ${seq} does not have the content that it was written with.` };
}

function isChained(task: ChainedTask, { hash, ...content }: UserTaskEvent, previous: string | null): boolean {
  return hashText(chainedText(task, previous, content)) === hash;
}

// The search tries every place behind every event.
const MAX_SEARCHED = 60;

/** Whether the event was written as it is but for its place. */
function fitsElsewhere(task: ChainedTask, event: UserTaskEvent): boolean {
  const { events } = task;
  if (events.length > MAX_SEARCHED) return false;
  const before = [null, ...events.map(({ hash }) => hash)];
  return before.some((previous) => events.some(({ seq }) => isChained(task, { ...event, seq }, previous)));
}
