import { describe, expect, it } from 'vitest';
import { defineTask } from './define-task.ts';
import { defineUserTask } from './define-user-task.ts';
import { defineWorkflow } from './define-workflow.ts';
import type { WorkflowBuilder } from './workflow-builder.ts';

const form = defineUserTask({ name: 'approve', fields: { isApproved: { type: 'BOOL' } } });
const remind = defineTask({ name: 'remind', inputs: { text: 'STR', urgent: 'BOOL' } });

/** The USER_TASK that the first step writes. */
function written(write: (wf: WorkflowBuilder) => void) {
  const { spec, taskDefs } = defineWorkflow('approval', write);
  return { node: spec.threads.entrypoint?.nodes['1-approve-USER_TASK'], taskDefs };
}

describe('hooks', () => {
  it('are actions of the node, each with its delay as it was given', () => {
    const { node, taskDefs } = written((wf) => {
      const deadline = wf.variable('deadline', 'TIMESTAMP');
      wf.assignUserTask(form, { userId: 'maria', userGroup: 'finance' })
        .scheduleReminderTask(1.5, remind, { text: 'hurry', urgent: true }, { retries: 1 })
        .reassignUserTask(60, { userId: 'boss', userGroup: 'board' }, { maxFirings: 1 })
        .releaseToGroupAfterInactivity(3600)
        .releaseToGroupOnDeadline(new Date(0))
        .cancelUserTaskRunAfter(deadline, 'too late')
        .onCancellationException('no-answer');
    });
    expect(taskDefs).toEqual([remind]);
    expect(node).toMatchObject({
      onCancellationExceptionName: { literal: 'no-answer' },
      actions: [
        {
          hook: 'ON_ARRIVAL',
          delay: { literal: 1.5 },
          action: {
            type: 'TASK',
            taskDefName: 'remind',
            inputs: [{ literal: 'hurry' }, { literal: true }],
            retries: 1,
          },
        },
        {
          hook: 'ON_TASK_ASSIGNED',
          delay: { literal: 60 },
          maxFirings: 1,
          action: { type: 'REASSIGN', userId: { literal: 'boss' }, userGroup: { literal: 'board' } },
        },
        {
          hook: 'ON_INACTIVITY',
          delay: { literal: 3600 },
          action: { type: 'REASSIGN', userGroup: { literal: 'finance' } },
        },
        {
          hook: 'ON_TASK_ASSIGNED',
          delay: { literal: '1970-01-01T00:00:00.000Z', type: 'TIMESTAMP' },
          action: { type: 'REASSIGN', userGroup: { literal: 'finance' } },
        },
        {
          hook: 'ON_ARRIVAL',
          delay: { variable: 'deadline' },
          action: { type: 'CANCEL', reason: { literal: 'too late' } },
        },
      ],
    });
  });

  it('belong into the thread of their task', () => {
    const write = (wf: WorkflowBuilder) => {
      const task = wf.assignUserTask(form, { userId: 'maria' });
      wf.spawnThread('other', () => void task.cancelUserTaskRunAfter(60));
    };
    expect(() => defineWorkflow('approval', write)).toThrow(/belong into thread entrypoint/);
  });
});
