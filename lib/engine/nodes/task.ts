// TASK: a step done by a task worker, which polls for its attempt and reports (semantics.md 10).
import type { TaskDef } from '#contracts/task-def.ts';
import { isDynamic, type TaskNode } from '#contracts/wf-spec.ts';
import { claimKey } from '../command.ts';
import { failNode } from '../failure.ts';
import type { TaskInputState } from '../family.ts';
import { hasLost } from '../halt-reasons.ts';
import { lookup } from '../lookup.ts';
import { isMasked } from '../masking.ts';
import { wantedOf } from '../node-output.ts';
import { substitute, substituteText } from '../scope.ts';
import { changeNode } from '../settle.ts';
import { cancelTask, resumeTask, scheduleTask, withdrawTask } from '../task/schedule-task.ts';
import { guidOf, type Site } from '../work.ts';
import { hasResult, type NodeKind, passThrough } from './node-kind.ts';

export const task: NodeKind<TaskNode> = {
  ...passThrough,
  arrive: (site, node) => {
    const { work, run, thread } = site;
    const taskDef = taskDefOf(site, node);
    const guid = guidOf(site);
    changeNode(site, { taskGuid: guid });
    scheduleTask(work, run, {
      guid,
      threadRunNumber: thread.number,
      position: thread.current.position,
      taskDefName: taskDef.name,
      inputs: inputsOf(site, node, taskDef),
      outputMasked: taskDef.returnMasked,
      timeoutSeconds: node.timeoutSeconds,
      scheduleTimeoutSeconds: node.scheduleTimeoutSeconds ?? null,
      totalAttempts: 1 + node.retries,
      backoff: node.backoff ?? null,
      createdAt: work.at,
      attempt: 0,
      state: 'SCHEDULED',
      scheduledAt: work.at,
      attempts: [],
    });
  },
  isDone: hasResult,
  /** An attempt that a worker has comes to its end first; one that nobody has is taken out of the queue (decisions 17, 23). */
  halt: (site) => {
    const { work, run } = site;
    const guid = guidOf(site);
    const taskRun = lookup(run.taskRuns, guid);
    if (!taskRun) return true;
    if (work.claims.has(claimKey(run.id, guid, taskRun.attempt))) return false;
    withdrawTask(work, run, taskRun);
    return true;
  },
  resume: (site) => {
    const { work, run } = site;
    const taskRun = lookup(run.taskRuns, guidOf(site));
    if (taskRun) resumeTask(work, run, taskRun);
    return true;
  },
  abandon: (site) => {
    if (hasLost(site.run, site.thread)) giveUp(site);
  },
  end: giveUp,
};

/** Its outcome is not waited for any more: a report comes too late. */
function giveUp(site: Site): void {
  const taskRun = lookup(site.run.taskRuns, guidOf(site));
  if (taskRun) cancelTask(site.work, site.run, taskRun);
}

function taskDefOf(site: Site, { taskDefName }: TaskNode): TaskDef {
  const { world } = site.work;
  if (!isDynamic(taskDefName)) {
    return world.taskDef(taskDefName) ?? failNode('TASK_ERROR', `TaskDef ${taskDefName} was deleted`);
  }
  const name = substituteText(site, 'taskDefName', taskDefName);
  if (name === null) return failNode('VAR_SUB_ERROR', 'Failed to work out taskDefName: it is null');
  const taskDef = world.taskDef(name) ?? failNode('VAR_SUB_ERROR', `There is no TaskDef ${name}`);
  // Where a masked output goes is checked when the WfSpec is put, which did not name this task.
  if (taskDef.returnMasked && wantedOf(site.threadSpec).outputs.has(site.thread.current.nodeName)) {
    failNode('VAR_SUB_ERROR', `The output of task ${name} is masked: a WfSpec that uses it must name the task`);
  }
  return taskDef;
}

function inputsOf(site: Site, node: TaskNode, taskDef: TaskDef): TaskInputState[] {
  const { inputVars } = taskDef;
  if (node.inputs.length > inputVars.length) {
    failNode('VAR_SUB_ERROR', `Task ${taskDef.name} takes ${inputVars.length} inputs, not ${node.inputs.length}`);
  }
  return inputVars.map(({ name, type, masked, default: fallback }, index) => {
    const assignment = node.inputs[index] ?? { literal: fallback ?? null };
    const value = substitute(site, `input ${name} of task ${taskDef.name}`, assignment, type);
    return { name, value, masked: masked || isMasked(site, assignment) };
  });
}
