// Puts the present attempt of a TaskRun in front of the workers.
import type { TaskRunState, WfRunState } from './family.ts';
import { record, type Work } from './work.ts';

/** `run` is ready to be changed. */
export function scheduleTask(work: Work, run: WfRunState, taskRun: TaskRunState): void {
  run.taskRuns[taskRun.guid] = taskRun;
  const { at } = work;
  record(work, `task-run ${run.id} ${taskRun.guid}`, { type: 'TaskRunScheduled', wfRunId: run.id, taskRun, at });
  work.effects.push({ type: 'ScheduleTask', wfRunId: run.id, taskRun, wfSpecName: run.wfSpec.name, at });
}
