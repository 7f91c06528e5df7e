import type { Answers } from '../form/answers.ts';
import {
  type Autosave,
  type AutosaveStep,
  autosave,
  changesOf,
  refusedCount,
  type SameText,
  startAutosave,
  unsavedOf,
} from './autosave.ts';

/** Long enough not to save every letter, short enough to trust it. */
const PAUSE_MS = 1_000;
/** Who types without a pause is saved this often nevertheless. */
const LONGEST_WAIT_MS = 5_000;
const LONGEST_RETRY_MS = 30_000;

export type SaveOutcome =
  | { type: 'saved' }
  /** The server does not take these fields as they are; the others may go on alone. */
  | { type: 'refused'; fields: readonly string[] }
  /** It may work later. */
  | { type: 'failed'; isSignedOut?: boolean }
  /** Never again: the task is another's now, or over. */
  | { type: 'lost' };

export type SendDraft = (changes: Answers, sitting: 'GOES_ON' | 'ENDS') => Promise<SaveOutcome>;

export type SavePhase = 'idle' | 'pending' | 'saving' | 'failed' | 'signed-out' | 'refused';

/**
 * Saves a draft while somebody types: what changed, after a pause. It holds no copy of the task and knows no page, so that what it does
 * can be tested with a pretended clock.
 */
export class Autosaver {
  #state: Autosave;
  #send: SendDraft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  #flight: Promise<void> | null = null;
  #isPaused = true;
  #isSignedOut = false;
  #listeners = new Set<() => void>();
  #phase: SavePhase = 'idle';

  constructor(answers: Answers, send: SendDraft) {
    this.#state = startAutosave(answers);
    this.#send = send;
  }

  /** How a draft is sent, as of now. */
  connect(send: SendDraft): void {
    this.#send = send;
  }

  /** Begins or stops to save by itself: only who has the task saves. */
  setActive(isActive: boolean): void {
    this.#isPaused = !isActive;
    this.#plan();
  }

  typed(answers: Answers): void {
    this.#step({ type: 'typed', answers });
    this.#plan();
  }

  /** Takes over what the server keeps, and says what the form is to show now. */
  follow(answers: Answers, same: SameText): Answers {
    this.#step({ type: 'followed', answers, same });
    this.#plan();
    return this.#state.typed;
  }

  /** Starts anew from these answers, whatever was typed. */
  reset(answers: Answers): void {
    this.#state = startAutosave(answers);
    this.#plan();
  }

  get isUnsaved(): boolean {
    return hasSome(this.unsaved);
  }

  /** What the server does not keep: what would be sent, what is on its way, and what is not taken. */
  get unsaved(): Answers {
    return unsavedOf(this.#state);
  }

  /** Something could not be sent, or is not taken as it is. */
  get isStuck(): boolean {
    return this.refused > 0 || (this.#state.failures > 0 && this.isUnsaved);
  }

  get refused(): number {
    return refusedCount(this.#state);
  }

  /** What would be sent now. */
  get unsent(): Answers {
    return changesOf(this.#state);
  }

  /** Something was typed in this sitting, saved or not, of which the server waits for more. */
  get isSittingOpen(): boolean {
    return this.#state.isSittingOpen;
  }

  get typedAnswers(): Answers {
    return this.#state.typed;
  }

  /** Sends what there is to send at once. False when something stays unsaved that should not. */
  async flush(sitting: 'GOES_ON' | 'ENDS'): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#flight;
    const isToBeEnded = sitting === 'ENDS' && this.isSittingOpen;
    while (!this.#isPaused && (hasSome(changesOf(this.#state)) || isToBeEnded)) {
      const outcome = await this.#sendNow(sitting);
      if (outcome === 'saved') return true;
      if (outcome !== 'refused') return false;
      if (!hasSome(changesOf(this.#state))) break;
    }
    return true;
  }

  /** Tries again without waiting, as when the connection is back. */
  retry(): void {
    if (this.#state.failures > 0) void this.flush('GOES_ON');
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  phase = (): SavePhase => this.#phase;

  #step(step: AutosaveStep): void {
    this.#state = autosave(this.#state, step);
  }

  /** Sees to it that what is unsaved is sent in time. */
  #plan(): void {
    clearTimeout(this.#timer);
    const changes = changesOf(this.#state);
    if (!hasSome(changes)) this.#waitingSince = null;
    else if (!this.#isPaused && this.#flight === null) {
      const now = Date.now();
      this.#waitingSince ??= now;
      this.#timer = setTimeout(() => void this.#sendNow('GOES_ON'), this.#delay(now - this.#waitingSince));
    }
    this.#tell();
  }

  #delay(waited: number): number {
    const { failures } = this.#state;
    if (failures > 0) return Math.min(PAUSE_MS * 2 ** failures, LONGEST_RETRY_MS);
    return Math.max(Math.min(PAUSE_MS, LONGEST_WAIT_MS - waited), 0);
  }

  async #sendNow(sitting: 'GOES_ON' | 'ENDS'): Promise<SaveOutcome['type']> {
    clearTimeout(this.#timer);
    await this.#flight;
    const changes = changesOf(this.#state);
    this.#waitingSince = null;
    this.#step({ type: 'sent', changes });
    const sent = this.#send(changes, sitting).catch((): SaveOutcome => ({ type: 'failed' }));
    this.#flight = sent.then(() => undefined);
    this.#tell();
    const outcome = await sent;
    this.#flight = null;
    this.#isSignedOut = outcome.type === 'failed' && outcome.isSignedOut === true;
    this.#step(stepOf(outcome, sitting));
    if (outcome.type === 'lost') this.#isPaused = true;
    this.#plan();
    return outcome.type;
  }

  #tell(): void {
    const phase = this.#phaseNow();
    if (phase === this.#phase) return;
    this.#phase = phase;
    for (const listener of this.#listeners) listener();
  }

  #phaseNow(): SavePhase {
    if (this.#isPaused) return 'idle';
    if (this.#flight !== null) return 'saving';
    if (this.#state.failures > 0 && this.isUnsaved) return this.#isSignedOut ? 'signed-out' : 'failed';
    if (hasSome(changesOf(this.#state))) return 'pending';
    return this.refused > 0 ? 'refused' : 'idle';
  }
}

const hasSome = (answers: Answers): boolean => Object.keys(answers).length > 0;

function stepOf(outcome: SaveOutcome, sitting: 'GOES_ON' | 'ENDS'): AutosaveStep {
  switch (outcome.type) {
    case 'saved':
      return { type: 'saved', isSittingOpen: sitting === 'GOES_ON' };
    case 'refused':
      return { type: 'refused', fields: outcome.fields };
    case 'failed':
    case 'lost':
      return { type: 'failed' };
  }
}
