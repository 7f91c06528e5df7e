// What of a change its follower is told: a task as whoever may see it sees it, that it left to who could see it before, a saved draft to
// its owner, a run to admins, a saved view to whoever may use it.
import type { LiveEvent } from '#contracts/live-event.ts';
import type { Principal } from '#contracts/principal.ts';
import type { LiveChange } from '#persistence/live-change.ts';
import { mayUseViewsOf } from './saved-view.ts';

/** Null for what the follower has nothing to do with. */
export function shownChange(principal: Principal, change: LiveChange): LiveEvent | null {
  const seesAll = principal.kind === 'service' || principal.isAdmin;
  if (change.type === 'wfRun') {
    const { wfRunId, wfSpecName, status } = change;
    if (!seesAll) return null;
    return status === null ? { type: 'wfRunDeleted', wfRunId } : { type: 'wfRun', wfRunId, wfSpecName, status };
  }
  if (change.type === 'userTaskDraft') {
    const { wfRunId, guid, userId } = change;
    return principal.kind === 'user' && principal.userId === userId ? { type: 'userTaskDraft', wfRunId, guid } : null;
  }
  if (change.type === 'savedView') {
    return mayUseViewsOf(principal, change) ? { type: 'savedView', viewId: change.viewId } : null;
  }
  const { requester, before, wfRunId, guid, status, userId, userGroup, version, excludeUsers } = change;
  const shown: LiveEvent = { type: 'userTask', wfRunId, guid, status, userId, userGroup, version };
  if (seesAll) return shown;
  // Who had it keeps seeing it; who was a member of a group that had it does not.
  const isPerson = [userId, before.userId, requester].includes(principal.userId);
  const isExcluded = excludeUsers.includes(principal.userId);
  const isMember = (group: string | null): boolean => group !== null && principal.groups.includes(group) && !isExcluded;
  if (isPerson || isMember(userGroup)) return shown;
  return isMember(before.userGroup) ? { type: 'userTaskLeft', wfRunId, guid } : null;
}
