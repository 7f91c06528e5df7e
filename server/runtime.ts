// The loops of this process, started once, whether by the production server or by Next's instrumentation.
import { startRuntime } from '#runtime/start-runtime.ts';
import { container } from './container.ts';

const KEY = Symbol.for('docket.runtime');

/** Starts the loops if they do not run; the function that comes back stops them. */
export function ensureRuntime(): () => Promise<void> {
  const place = globalThis as { [KEY]?: () => Promise<void> };
  place[KEY] ??= startRuntime(container().deps);
  return place[KEY];
}
