// A WfRun in a list, as its row has it.
import type { RunStatus, WfRunSummary } from '#contracts/wf-run.ts';
import { timestampOf } from './user-task-view.ts';

/** Of `wf_run r`. */
export const WF_RUN_COLUMNS = `r.id, r.wf_spec_name AS "wfSpecName", r.major_version AS "majorVersion", r.revision, r.status,
  r.requester, r.parent_id AS "parentWfRunId", r.schedule_id AS "scheduledWfRunId", r.started_at AS "startedAt",
  r.ended_at AS "endedAt"`;

export type WfRunRow = Omit<WfRunSummary, 'status' | 'startedAt' | 'endedAt'> & {
  status: string;
  startedAt: Date;
  endedAt: Date | null;
};

export const wfRunSummaryOf = (row: WfRunRow): WfRunSummary => ({
  ...row,
  // The engine wrote it.
  status: row.status as RunStatus,
  startedAt: timestampOf(row.startedAt),
  endedAt: row.endedAt && timestampOf(row.endedAt),
});
