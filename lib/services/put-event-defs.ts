// Put an ExternalEventDef or a WorkflowEventDef: created once, and never changed (decision 19).
import type { VariableType } from '#contracts/value.ts';
import { pinType, typeErrors } from '#engine/struct-defs.ts';
import type { Service } from './context.ts';
import type { Lookups } from './definition-lookups.ts';
import { type Checked, putOnce } from './put-definition.ts';

export const putExternalEventDef: Service<'putExternalEventDef'> = (context, { name, ...given }) =>
  putOnce(context, 'ExternalEventDef', name, (definitions) => checkContent(given, definitions));

export const putWorkflowEventDef: Service<'putWorkflowEventDef'> = (context, { name, ...given }) =>
  putOnce(context, 'WorkflowEventDef', name, (definitions) => checkContent(given, definitions));

function checkContent(given: { contentType?: VariableType | undefined }, definitions: Lookups): Checked<object> {
  const { contentType } = given;
  if (contentType === undefined) return { errors: [], body: given };
  return {
    errors: typeErrors('contentType', contentType, definitions),
    body: { ...given, contentType: pinType(contentType, definitions) },
  };
}
