import type { JsonObject } from '#contracts/json.ts';
import { apiPath } from '../api/read-api.ts';
import type { TaskId } from './task-query.ts';

/** Saves what is left of a draft, and ends the sitting, while the window is going away: nobody waits for the answer. */
export function leaveDraft({ wfRunId, guid }: TaskId, results: JsonObject): void {
  const path = apiPath`/wf-runs/${wfRunId}/user-task-runs/${guid}/save`;
  void fetch(`/api/v1${path}`, {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ results, sitting: 'ENDS' }),
  }).catch(() => undefined);
}
