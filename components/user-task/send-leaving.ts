import type { JsonObject } from '#contracts/json.ts';
import type { ActionResult } from '#contracts/operations/action.ts';
import type { Refusal } from '#contracts/problem.ts';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import { apiPath } from '../api/read-api.ts';
import { unreachable } from './refusals.ts';
import type { TaskId } from './task-query.ts';

/** More than this no browser lets outlive its page. */
const LONGEST_KEPT = 60_000;

/** Does something to a task while the window may be going away: it arrives even when nobody is left to hear the answer. */
export async function sendLeaving(
  { wfRunId, guid }: TaskId,
  verb: 'save' | 'complete' | 'cancel',
  body: JsonObject,
): Promise<ActionResult<UserTaskRun>> {
  const text = JSON.stringify(body);
  const path = apiPath`/wf-runs/${wfRunId}/user-task-runs/${guid}`;
  try {
    const response = await fetch(`/api/v1${path}/${verb}`, {
      method: 'POST',
      keepalive: text.length < LONGEST_KEPT,
      headers: { 'content-type': 'application/json' },
      body: text,
    });
    if (response.ok) return { ok: true, value: (await response.json()) as UserTaskRun };
    return { ok: false, refusal: (await response.json()) as Refusal };
  } catch {
    return unreachable();
  }
}
