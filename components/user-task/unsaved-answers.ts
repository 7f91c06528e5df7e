import type { JsonObject } from '#contracts/json.ts';
import type { Answers } from '../form/answers.ts';
import { sendLeaving } from './send-leaving.ts';
import type { TaskId } from './task-query.ts';
import { keepUnsent, unsentText } from './unsent-text.ts';

export type UnsavedDraft = TaskId & {
  /** The texts that the server does not have, and no others: an old copy overwrites nothing that was not typed here. */
  answers: Answers;
  /** Those of them that it may take, as values. */
  results: JsonObject;
};
type Kept = { userId: string; drafts: Record<string, UnsavedDraft> };

const PLACE = 'answers';
const keyOf = ({ wfRunId, guid }: TaskId) => `${wfRunId}/${guid}`;

/**
 * What was typed into tasks and could not be saved. It is kept in this tab, through reading the page anew and signing in again, for
 * whoever typed it: once somebody else opens a task here, it is forgotten.
 */
export class UnsavedAnswers {
  #userId: string | null = null;
  #drafts = new Map<string, UnsavedDraft>();
  #open = new Set<string>();
  #isStored = true;

  /** What is left of a task, until it is saved. */
  of(userId: string, task: TaskId): UnsavedDraft | undefined {
    this.#turnTo(userId);
    return this.#drafts.get(keyOf(task));
  }

  /** Keeps what is left of a task; without any answer, forgets it. */
  keep(userId: string, draft: UnsavedDraft): void {
    this.#turnTo(userId);
    this.#put(draft);
  }

  forget(userId: string, { wfRunId, guid }: TaskId): void {
    this.keep(userId, { wfRunId, guid, answers: {}, results: {} });
  }

  /** An open task saves itself; gives back what ends that. */
  open(task: TaskId): () => void {
    const key = keyOf(task);
    this.#open.add(key);
    return () => this.#open.delete(key);
  }

  /** Something is kept that goes with the page, since the browser stores nothing, or no more. */
  get isAtRisk(): boolean {
    return !this.#isStored && this.#drafts.size > 0;
  }

  /** Sends what is left of tasks that are not open. What is not taken stays for whoever opens its task. */
  async send(save: (draft: UnsavedDraft) => Promise<boolean>): Promise<void> {
    const left = [...this.#drafts.values()].filter(
      (draft) => !this.#open.has(keyOf(draft)) && Object.keys(draft.results).length > 0,
    );
    await Promise.all(
      left.map(async (draft) => {
        const isSaved = await save(draft);
        if (isSaved && this.#drafts.get(keyOf(draft)) === draft) this.#put(withoutSent(draft));
      }),
    );
  }

  #put(draft: UnsavedDraft): void {
    if (Object.keys(draft.answers).length > 0) this.#drafts.set(keyOf(draft), draft);
    else if (!this.#drafts.delete(keyOf(draft))) return;
    this.#write();
  }

  #turnTo(userId: string): void {
    if (userId === this.#userId) return;
    const stored = this.#userId === null ? readKept() : null;
    this.#userId = userId;
    this.#drafts = new Map(stored?.userId === userId ? Object.entries(stored.drafts) : []);
    if (stored?.userId !== userId) this.#write();
  }

  #write(): void {
    const { size } = this.#drafts;
    const kept = { userId: this.#userId, drafts: Object.fromEntries(this.#drafts) };
    this.#isStored = keepUnsent(PLACE, size === 0 ? null : JSON.stringify(kept));
  }
}

function withoutSent({ answers, results, ...task }: UnsavedDraft): UnsavedDraft {
  const left = Object.entries(answers).filter(([name]) => !Object.hasOwn(results, name));
  return { ...task, answers: Object.fromEntries(left), results: {} };
}

/** What is stored, unless it is of another shape: by an earlier Docket, for one. */
function readKept(): Kept | null {
  try {
    const { userId, drafts } = JSON.parse(unsentText(PLACE) ?? '{}') as Partial<Kept>;
    return userId && drafts ? { userId, drafts } : null;
  } catch {
    return null;
  }
}

/** Those of this tab. */
export const unsavedAnswers = new UnsavedAnswers();

if (typeof window !== 'undefined') {
  window.addEventListener('beforeunload', (event) => {
    if (unsavedAnswers.isAtRisk) event.preventDefault();
  });
  window.addEventListener('online', () => {
    void unsavedAnswers.send(async (draft) => {
      const { ok } = await sendLeaving(draft, 'save', { results: draft.results, sitting: 'ENDS' });
      return ok;
    });
  });
}
