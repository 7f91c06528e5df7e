import { expect, it } from 'vitest';
import { DocketClient } from '../client/docket-client.ts';
import { startFakeServer } from '../testing/fake-server.ts';
import { defineStruct } from '../types/define-struct.ts';
import { defineExternalEvent, defineWorkflowEvent } from './define-event.ts';
import { defineTask } from './define-task.ts';
import { defineUserTask } from './define-user-task.ts';
import { defineWorkflow } from './define-workflow.ts';
import { registerWorkflow } from './register-workflow.ts';

it('puts what a workflow uses before it, and what that is made of before that', async () => {
  const part = defineStruct({ name: 'part', fields: { sku: 'STR' } });
  const car = defineStruct({
    name: 'car',
    fields: { parts: { type: { array: part }, nullable: true, default: null } },
  });
  const look = defineTask({ name: 'look', inputs: { car } });
  const child = defineWorkflow('child', (wf) => wf.execute(look, { car: null }));
  const parent = defineWorkflow('parent', (wf) => void wf.variable('shared', 'INT', { access: 'PUBLIC' }));
  const whole = defineWorkflow(
    'whole',
    (wf) => {
      wf.waitForEvent(defineExternalEvent({ name: 'asked' }));
      wf.throwEvent(defineWorkflowEvent({ name: 'told', content: part }), null);
      wf.assignUserTask(defineUserTask({ name: 'form', fields: {} }), { userId: 'maria' });
      wf.runWf(child);
    },
    { parent },
  );
  await using server = await startFakeServer(() => ({ status: 200, body: {} }));
  await registerWorkflow(new DocketClient({ url: server.url, apiKey: 'secret' }), whole);
  expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'PUT /struct-defs/part',
    'PUT /user-task-defs/form',
    'PUT /external-event-defs/asked',
    'PUT /workflow-event-defs/told',
    'PUT /wf-specs/parent',
    'PUT /struct-defs/part',
    'PUT /struct-defs/car',
    'PUT /task-defs/look',
    'PUT /wf-specs/child',
    'PUT /wf-specs/whole',
  ]);
  expect(server.to('/car')[0]?.body).toEqual({
    fields: { parts: { type: { array: { struct: 'part' } }, nullable: true, default: null } },
  });
});
