// EXTERNAL_EVENT and THROW_EVENT nodes: their definitions exist and agree with what the node does.
import { typeName } from '#contracts/value.ts';
import type { ExternalEventNode, ThrowEventNode } from '#contracts/wf-spec.ts';
import { checkAssignable, checkAssignment, checkHidden } from './check-assignment.ts';
import type { NodeCheck } from './node-check.ts';

export function checkExternalEvent(check: NodeCheck, node: ExternalEventNode): void {
  const { externalEventDefName: name, timeoutSeconds, correlationKey } = node;
  const def = check.definitions.externalEventDef(name);
  if (!def) check.report('externalEventDefName', `there is no ExternalEventDef ${name}`);
  if (timeoutSeconds) checkHidden(check, 'timeoutSeconds', timeoutSeconds, 'DOUBLE');
  if (!correlationKey) return;
  checkHidden(check, 'correlationKey', correlationKey, 'STR');
  if (def && !def.correlation)
    check.report('correlationKey', `ExternalEventDef ${name} has no correlation: no event comes by a key`);
}

export function checkThrowEvent(check: NodeCheck, { workflowEventDefName: name, content }: ThrowEventNode): void {
  const def = check.definitions.workflowEventDef(name);
  const type = def?.contentType;
  if (!def) check.report('workflowEventDefName', `there is no WorkflowEventDef ${name}`);
  if (content && type) checkAssignable(check, 'content', content, type);
  else if (content) checkAssignment(check, 'content', content);
  if (content && def && !type)
    check.report('content', `WorkflowEventDef ${name} has no contentType: its events have no content`);
  if (!content && type) check.report('content', `must be given: a ${typeName(type)}`);
}
