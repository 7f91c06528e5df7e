// Timers: wake-up calls. What a call means is worked out from the state when it comes, so that one that comes late or twice does no harm.
import type { HookState } from './family.ts';
import { InvariantError } from './invariant.ts';
import { request, type Work } from './work.ts';

type TimerKey =
  | { type: 'node'; threadRunNumber: number; position: number }
  /** When an attempt is due after its backoff, or has waited too long for a worker. */
  | { type: 'task'; guid: string; attempt: number }
  | { type: 'event'; defName: string; guid: string }
  | { type: 'hook'; guid: string; action: number; epoch: number };

export const nodeTimer = (threadRunNumber: number, position: number): string => `node ${threadRunNumber} ${position}`;
export const taskTimer = (guid: string, attempt: number): string => `task ${guid} ${attempt}`;
export const eventTimer = (defName: string, guid: string): string => `event ${defName} ${guid}`;
export const hookTimer = (guid: string, { action, epoch }: Pick<HookState, 'action' | 'epoch'>): string =>
  `hook ${guid} ${action} ${epoch}`;

/** Reads a key that one of the functions above has written. */
export function readTimerKey(key: string): TimerKey {
  const [type, first = '', second = '', third = ''] = key.split(' ');
  if (type === 'node') return { type, threadRunNumber: Number(first), position: Number(second) };
  if (type === 'task') return { type, guid: first, attempt: Number(second) };
  if (type === 'hook') return { type, guid: first, action: Number(second), epoch: Number(third) };
  if (type !== 'event') throw new InvariantError(`${key} is not the key of a timer`);
  return { type, defName: first, guid: second };
}

export function setTimer(work: Work, wfRunId: string, key: string, dueAt: number): void {
  request(work, `timer ${wfRunId} ${key}`, { type: 'SetTimer', wfRunId, key, dueAt });
}

export function clearTimer(work: Work, wfRunId: string, key: string): void {
  request(work, `timer ${wfRunId} ${key}`, { type: 'ClearTimer', wfRunId, key });
}
