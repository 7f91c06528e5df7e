// Nodes that start child runs and wait for them.
import { isDynamic, type RunChildWfNode, type WaitForChildWfNode } from '#contracts/wf-spec.ts';
import { lookup } from '../lookup.ts';
import { checkAssignable, checkAssignment } from './check-assignment.ts';
import { checkInputs } from './check-threads.ts';
import { checkShown, type NodeCheck } from './node-check.ts';

export function checkRunChildWf(check: NodeCheck, { wfSpecName: name, majorVersion, inputs }: RunChildWfNode): void {
  if (isDynamic(name)) {
    checkAssignable(check, 'wfSpecName', name, 'STR');
    for (const [input, assignment] of Object.entries(inputs)) {
      checkAssignment(check, `inputs.${input}`, assignment);
      checkShown(check, `inputs.${input}`, assignment);
    }
    return;
  }
  const child = check.definitions.latestWfSpec(name, majorVersion);
  const version = majorVersion === undefined ? '' : ` in major version ${majorVersion}`;
  if (!child) check.report('wfSpecName', `there is no WfSpec ${name}${version}`);
  checkInputs(check, inputs, child && lookup(child.threads, child.entrypoint), `WfSpec ${name}`);
}

export function checkWaitForChildWf(check: NodeCheck, { node: name, wfRunId }: WaitForChildWfNode): void {
  const started = lookup(check.threadSpec.nodes, name);
  if (!started) check.report('node', `there is no node ${name} in this thread`);
  else if (started.type !== 'RUN_CHILD_WF') check.report('node', `node ${name} is no RUN_CHILD_WF`);
  if (wfRunId) checkAssignable(check, 'wfRunId', wfRunId, 'WF_RUN_ID');
}
