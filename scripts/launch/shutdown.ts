// Undoing what was started, in the opposite order, whatever made it end.

type Step = { what: string; undo: () => Promise<void> };

export type Shutdown = {
  /** Registers how to undo what was just started; when it is already over, that is done at once. */
  add(what: string, undo: () => Promise<void>): void;
  /** Undoes everything, last started first. A step that fails is reported and does not hold up the others. */
  run(): Promise<void>;
};

export function createShutdown(): Shutdown {
  const steps: Step[] = [];
  let running: Promise<void> | undefined;
  const undoAll = async () => {
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      const { what, undo } = step;
      await undo().catch((error: unknown) => console.error(`Stopping the ${what} failed:`, error));
    }
  };
  return {
    add: (what, undo) => {
      steps.push({ what, undo });
      if (running) running = running.then(undoAll);
    },
    run: () => {
      running ??= undoAll();
      return running;
    },
  };
}
