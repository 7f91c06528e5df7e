// Statements that wait for something, or tell of it.
import type { Type } from '../types/type.ts';
import { addNode, addStep, stepOf } from './add-step.ts';
import { CONTENT, type ExternalEventDefinition, type WorkflowEventDefinition } from './define-event.ts';
import type { ExprType, Operand, Variable } from './expression-types.ts';
import type { WorkflowBuilder } from './workflow-builder.ts';
import { INPUT, type WorkflowDraft } from './workflow-draft.ts';

type Waits = 'waitForEvent' | 'interruptOn' | 'throwEvent' | 'sleep' | 'sleepUntil' | 'waitForCondition';

export function waitStatements(draft: WorkflowDraft): Pick<WorkflowBuilder, Waits> {
  function mentionEvent(event: ExternalEventDefinition): Type | undefined {
    draft.uses.externalEvents.add(event);
    const content = event[CONTENT];
    if (content !== undefined) draft.mention(content);
    return content;
  }

  function waitForEvent(
    event: ExternalEventDefinition,
    options: { timeoutSeconds?: Operand<'INT'>; correlationKey?: Operand<'STR'> } = {},
  ) {
    const { timeoutSeconds, correlationKey } = options;
    const payload = {
      type: 'EXTERNAL_EVENT' as const,
      externalEventDefName: event.name,
      ...(timeoutSeconds !== undefined && { timeoutSeconds: draft.read(timeoutSeconds, 'INT') }),
      ...(correlationKey !== undefined && { correlationKey: draft.read(correlationKey, 'STR') }),
    };
    return addStep(draft, event.name, payload, mentionEvent(event) ?? 'ANY');
  }

  function interruptOn<Content extends Type | undefined>(
    event: ExternalEventDefinition<Content>,
    body: (content: Content extends Type ? Variable<Content> : undefined) => void,
  ): void {
    const content = mentionEvent(event);
    const handler = draft.freeName(`on-${event.name}`);
    draft.writeThread(handler, () => {
      const input = content === undefined ? undefined : draft.declare(INPUT, content);
      return body(input as Parameters<typeof body>[0]);
    });
    draft.current().interrupts.push({ externalEventDefName: event.name, handler });
  }

  function throwEvent(event: WorkflowEventDefinition, content?: Operand<ExprType>) {
    draft.uses.workflowEvents.add(event);
    const type = event[CONTENT];
    if (type !== undefined) draft.mention(type);
    const node = addNode(draft, event.name, {
      type: 'THROW_EVENT',
      workflowEventDefName: event.name,
      ...(type !== undefined && { content: draft.read(content ?? null, type) }),
    });
    return stepOf(draft, node, {});
  }

  const sleep = (time: Parameters<typeof addNode>[2]) => stepOf(draft, addNode(draft, 'sleep', time), {});

  return {
    waitForEvent: waitForEvent as WorkflowBuilder['waitForEvent'],
    interruptOn,
    throwEvent,
    sleep: (seconds) => sleep({ type: 'SLEEP', seconds: draft.read(seconds, 'DOUBLE') }),
    sleepUntil: (instant) => sleep({ type: 'SLEEP', until: draft.read(instant, 'TIMESTAMP') }),
    waitForCondition: (condition) => {
      const node = addNode(draft, 'condition', {
        type: 'WAIT_FOR_CONDITION',
        condition: draft.read(condition, 'BOOL'),
      });
      return stepOf(draft, node, {});
    },
  };
}
