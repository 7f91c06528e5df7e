// Send an ExternalEvent to a run, which need not have begun. A known guid gives the event that has it (decision 18).
import type { ExternalEvent } from '#contracts/event.ts';
import type { ExternalEventDef } from '#contracts/event-def.ts';
import type { JsonValue } from '#contracts/json.ts';
import { because } from '#contracts/reasons.ts';
import { typeName, valueFits } from '#contracts/value.ts';
import { structsOf } from '#engine/struct-defs.ts';
import { runCommand } from '#persistence/run-command.ts';
import { timestampOf } from '#persistence/user-task-view.ts';
import { newGuid } from '#platform/ids.ts';
import type { CallContext, Service } from './context.ts';
import { withDefinitions } from './definition-lookups.ts';
import { callerActor } from './policy/caller-actor.ts';
import { RefusedError, refuse, refuseInvalid } from './refuse.ts';
import { shownEvent } from './shown-event.ts';

export const putExternalEvent: Service<'putExternalEvent'> = async (context, input) => {
  const { deps, principal, key } = context;
  const { wfRunId, externalEventDefName: defName, guid = newGuid(), content, reason } = input;
  const { threadRunNumber = null, nodeRunPosition: position = null } = input;
  const def = await checkedEventDef(context, defName, content);
  const event = { guid, defName, content, threadRunNumber, position };
  const result = await runCommand<ExternalEvent>(deps.store, {
    tenantId: principal.tenantId,
    wfRunId,
    focus: { type: 'externalEvent', wfRunId, defName, guid },
    call: key,
    decide: ({ externalEvent }) =>
      externalEvent
        ? { answer: shownEvent(def, externalEvent) }
        : { command: { type: 'PutExternalEvent', wfRunId, ...event, reason, actor: callerActor(principal) } },
    respond: ({ now }, { records }) =>
      shownEvent(def, {
        wfRunId,
        externalEventDefName: defName,
        guid,
        content,
        createdAt: timestampOf(now),
        claimed: records.some(
          (record) =>
            record.type === 'ExternalEventClaimed' &&
            record.wfRunId === wfRunId &&
            record.defName === defName &&
            record.guid === guid,
        ),
        threadRunNumber,
        nodeRunPosition: position,
      }),
  });
  if (!result.ok) throw new RefusedError(result.refusal);
  return result.response;
};

/** The definition of an event, once its content is known to be of the type and size that is asked for. */
export async function checkedEventDef(
  context: CallContext,
  name: string,
  content: JsonValue,
): Promise<ExternalEventDef> {
  const { valueBytes } = context.deps.settings.limits;
  const bytes = Buffer.byteLength(JSON.stringify(content));
  if (bytes > valueBytes) {
    refuse('PAYLOAD_TOO_LARGE', because('contentTooLarge', { bytes, most: valueBytes }));
  }
  const { result } = await withDefinitions(context, (definitions) => {
    const def = definitions.externalEventDef(name);
    const type = def?.contentType;
    return { def, type, isFit: type === undefined || valueFits(type, content, structsOf(definitions)) };
  });
  const { def, type, isFit } = result;
  if (!def) return refuseInvalid([{ path: 'externalEventDefName', message: `There is no ExternalEventDef ${name}` }]);
  if (!isFit && type) {
    const message = `Invalid type of content: ExternalEventDef ${name} takes ${typeName(type)}`;
    refuseInvalid([{ path: 'content', message }]);
  }
  return def;
}
