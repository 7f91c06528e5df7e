// ExternalEventDef and WorkflowEventDef as code: what may come to a run, and what a run may tell, with the type of their content.
import type { z } from 'zod';
import type { externalEventDefBody, workflowEventDefBody } from '../../../lib/contracts/event-def.ts';
import { withHidden } from '../types/hidden.ts';
import { type Type, variableTypeOf } from '../types/type.ts';

type ExternalBody = z.input<typeof externalEventDefBody>;

/** The key under which an event keeps the type of its content as it was written. */
export const CONTENT: unique symbol = Symbol('content');

/** The body of `PUT /external-event-defs/{name}`; one with `Correlation` can be posted by a key, without knowing the run. */
export type ExternalEventDefinition<
  Content extends Type | undefined = Type | undefined,
  Correlation extends ExternalBody['correlation'] = ExternalBody['correlation'],
> = ExternalBody & { readonly name: string; readonly correlation?: Correlation; readonly [CONTENT]: Content };

/** The body of `PUT /workflow-event-defs/{name}`. */
export type WorkflowEventDefinition<Content extends Type | undefined = Type | undefined> = z.input<
  typeof workflowEventDefBody
> & { readonly name: string; readonly [CONTENT]: Content };

/** Defines an event that a run can wait for or be interrupted by. Without `content` any content will do. */
export function defineExternalEvent<
  const Content extends Type | undefined = undefined,
  const Correlation extends ExternalBody['correlation'] = undefined,
>(event: {
  name: string;
  description?: string;
  content?: Content;
  /** The content is never shown, but real to the workflow. */
  masked?: boolean;
  /** How long it is kept when no run claims it. */
  retention?: { secondsAfterPut: number };
  /** Lets it be posted by a key, which a waiting step names; `{}` will do. */
  correlation?: Correlation;
}): ExternalEventDefinition<Content, Correlation> {
  return withContent(event) as ExternalEventDefinition<Content, Correlation>;
}

/** Defines an event that a run can throw, to whoever awaits it. Without `content` it has none. */
export function defineWorkflowEvent<const Content extends Type | undefined = undefined>(event: {
  name: string;
  description?: string;
  content?: Content;
}): WorkflowEventDefinition<Content> {
  return withContent(event) as WorkflowEventDefinition<Content>;
}

function withContent<E extends { content?: Type | undefined }>({ content, ...event }: E) {
  const body = { ...event, ...(content !== undefined && { contentType: variableTypeOf(content) }) };
  return withHidden(body, CONTENT, content);
}
