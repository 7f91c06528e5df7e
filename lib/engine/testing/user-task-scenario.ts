// A run that waits at one user task: where most of its scenarios begin.
import type { JsonObject } from '#contracts/json.ts';
import { assign, declare, literal, type NodeInput, output, road, variable } from './build-spec.ts';
import { accepted, type Scenario, scenario } from './scenario.ts';

export const FORM = {
  displayName: 'A form',
  fields: [
    { name: 'myStr', type: 'STR' as const },
    { name: 'myInt', type: 'INT' as const },
    { name: 'comment', type: 'STR' as const, required: false },
  ],
};
export const ANSWERS = { myStr: 'kenobi', myInt: 137 };

/** A run that waits at `ut FORM(…)`; its output goes into `form`, which is then given to a task. */
export function given(node: Partial<Extract<NodeInput, { type: 'USER_TASK' }>>, variables: JsonObject = {}): Scenario {
  const run = scenario({
    userTaskDefs: { 'my-form': FORM },
    taskDefs: { 'my-task': { inputVars: [{ name: 'form', type: 'JSON_OBJ' }] } },
    wfSpec: road(
      declare({ form: 'JSON_OBJ', userId: 'STR', userGroup: 'STR', text: 'STR', json: 'JSON_OBJ' }),
      {
        ut: { type: 'USER_TASK', userTaskDefName: 'my-form', userTaskDefVersion: 0, ...node },
        task: { type: 'TASK', taskDefName: 'my-task', inputs: [variable('form')] },
      },
      { ut: [assign('form', output('ut'))] },
    ),
  });
  accepted(run.start(variables));
  return run;
}
export const ofUser = { userId: literal('a'), userGroup: literal('g') };
export const ofGroup = { userGroup: literal('g') };
