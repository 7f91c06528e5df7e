// Events as callers get them: the content of a masked kind is never shown.
import type { ExternalEventDef } from '#contracts/event-def.ts';
import type { JsonValue } from '#contracts/json.ts';
import { MASK } from '#contracts/task-run.ts';

/** `def` is undefined once it was deleted: what nothing is known of may be a secret too. */
export function shownEvent<E extends { content: JsonValue }>(def: ExternalEventDef | null | undefined, event: E): E {
  return def && !def.masked ? event : { ...event, content: MASK };
}
