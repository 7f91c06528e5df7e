// How a WfSpec that is put differs from the latest: that decides its version (semantics.md 12.2, decision 19).
import { type JsonValue, jsonEquals } from '#contracts/json.ts';
import type { WfSpecBody } from '#contracts/wf-spec.ts';

/** Both pinned. 'major' when who starts a run must give something else than before; 'revision' for any other change. */
export function compareWfSpec(previous: WfSpecBody, next: WfSpecBody): 'same' | 'revision' | 'major' {
  if (!jsonEquals(requiredInputs(previous), requiredInputs(next))) return 'major';
  return jsonEquals(bodyOf(previous), bodyOf(next)) ? 'same' : 'revision';
}

function requiredInputs({ threads, entrypoint }: WfSpecBody): JsonValue {
  const required = threads[entrypoint]?.variables.filter((variable) => variable.required) ?? [];
  return Object.fromEntries(required.map(({ name, type }) => [name, type]));
}

/** As plain JSON, in which what is undefined is absent. */
function bodyOf({ description, entrypoint, threads }: WfSpecBody): JsonValue {
  return JSON.parse(JSON.stringify({ description, entrypoint, threads })) as JsonValue;
}
