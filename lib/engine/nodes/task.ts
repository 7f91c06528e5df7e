// TASK: a step done by a task worker, which polls for its attempt and reports (semantics.md 10).
import type { TaskDef } from '#contracts/task-def.ts';
import type { TaskNode } from '#contracts/wf-spec.ts';
import { NodeFailure } from '../failure.ts';
import type { TaskRunState } from '../family.ts';
import { scheduleTask } from '../schedule-task.ts';
import { substitute } from '../scope.ts';
import { guidOf, type Site } from '../work.ts';
import { hasResult, type NodeKind } from './node-kind.ts';

export const task: NodeKind<TaskNode> = {
  arrive: (site, node) => {
    const taskDef = site.work.world.taskDef(node.taskDefName);
    if (!taskDef) throw new NodeFailure('TASK_ERROR', `TaskDef ${node.taskDefName} was deleted`);
    const taskRun: TaskRunState = {
      guid: guidOf(site),
      threadRunNumber: site.thread.number,
      position: site.thread.current.position,
      taskDefName: node.taskDefName,
      inputs: inputsOf(site, node, taskDef),
      timeoutSeconds: node.timeoutSeconds,
      totalAttempts: 1 + node.retries,
      attempt: 0,
    };
    site.thread.current = { ...site.thread.current, taskGuid: taskRun.guid };
    scheduleTask(site.work, site.run, taskRun);
  },
  isDone: hasResult,
};

function inputsOf(site: Site, node: TaskNode, taskDef: TaskDef): TaskRunState['inputs'] {
  return taskDef.inputVars.map(({ name, type, default: fallback }, index) => {
    const assignment = node.inputs[index] ?? { literal: fallback ?? null };
    return { name, value: substitute(site, `input ${name} of task ${taskDef.name}`, assignment, type) };
  });
}
