import type { ActionResult } from '#contracts/operations/action.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import type { TaskId } from './task-query.ts';

/** How long an act is held back for who wants to be able to take it back. */
export const HOLD_SECONDS = 5;
const HOLD_MS = HOLD_SECONDS * 1000;

export type HeldAct = {
  task: TaskId & { title: string };
  verb: 'complete' | 'cancel';
  /** When it is sent, unless it is taken back before. */
  until: number;
};

type Answer = ActionResult<UserTaskRun>;
/** Sends it; `isLeaving` when the window may be gone before the answer comes. */
export type SendAct = (isLeaving: boolean) => Promise<Answer>;
type Holding = { act: HeldAct; timer: ReturnType<typeof setTimeout>; send: SendAct; end: (end: EndOfHold) => void };
/** It is under way, or it was taken back. */
export type EndOfHold = { isSent: true; answer: Promise<Answer> } | { isSent: false };

const keyOf = ({ wfRunId, guid }: TaskId) => `${wfRunId}/${guid}`;

/** Acts that cannot be taken back once the server has them, held back for some seconds. They outlive the page that they were done on, but no window. */
export class HeldActs {
  #held = new Map<string, Holding>();
  #listeners = new Set<() => void>();

  /** Holds an act back; comes back once it is sent or taken back. */
  hold(task: HeldAct['task'], verb: HeldAct['verb'], send: SendAct): Promise<EndOfHold> {
    return new Promise((end) => {
      const timer = setTimeout(() => void this.sendNow(task), HOLD_MS);
      const act = { task, verb, until: Date.now() + HOLD_MS };
      this.#held.set(keyOf(task), { act, timer, send, end });
      this.#tell();
    });
  }

  get(task: TaskId): HeldAct | undefined {
    return this.#held.get(keyOf(task))?.act;
  }

  /** The one that was held back last. */
  get last(): HeldAct | undefined {
    return [...this.#held.values()].at(-1)?.act;
  }

  takeBack(task: TaskId): void {
    this.#take(task)?.end({ isSent: false });
  }

  sendNow(task: TaskId, isLeaving = false): Promise<Answer> | undefined {
    const holding = this.#take(task);
    const answer = holding?.send(isLeaving);
    if (holding && answer) holding.end({ isSent: true, answer });
    return answer;
  }

  /** Sends all at once and in a way that does not need the window, which may be on its way out. */
  async leave(): Promise<void> {
    await Promise.all([...this.#held.values()].map(({ act }) => this.sendNow(act.task, true)));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #take(task: TaskId): Holding | undefined {
    const holding = this.#held.get(keyOf(task));
    if (!holding) return undefined;
    clearTimeout(holding.timer);
    this.#held.delete(keyOf(task));
    this.#tell();
    return holding;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Those of this window. Who looks away has done with them: a phone may end a page that is not seen without another word. */
export const heldActs = new HeldActs();

if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => void heldActs.leave());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void heldActs.leave();
  });
}
