// How a WfSpec that is put differs from the latest: that decides its version (semantics.md 12.2, decision 19).
import { type JsonValue, jsonEquals } from '#contracts/json.ts';
import type { FieldError } from '#contracts/problem.ts';
import { typeName, type VariableType } from '#contracts/value.ts';
import type { FrozenVariable, WfSpecBody } from '#contracts/wf-spec.ts';
import { keepsType } from './struct-defs.ts';

/** A pinned body, and what it returns where that is known. */
type Compared = WfSpecBody & { resultType?: VariableType | undefined };

/** 'major' when those who start runs of it, inherit from it or wait for it must change; 'revision' for any other change. */
export function compareWfSpec(previous: Compared, next: Compared): 'same' | 'revision' | 'major' {
  if (jsonEquals(contentOf(previous), contentOf(next))) return 'same';
  return jsonEquals(interfaceOf(previous), interfaceOf(next)) ? 'revision' : 'major';
}

/** All but which updates are allowed: that is about the put, not about what is put. */
function contentOf({ allowedUpdates: _, ...spec }: Compared): JsonValue {
  return plain(spec);
}

/** What others rely on: the required inputs, the PUBLIC variables with all that is said of them, and the output. */
function interfaceOf(spec: Compared): JsonValue {
  const exits = Object.values(spec.threads[spec.entrypoint]?.nodes ?? {}).filter((node) => node.type === 'EXIT');
  return plain({
    required: Object.fromEntries(
      inputsOf(spec).flatMap(({ name, type, required }) => (required ? [[name, type]] : [])),
    ),
    public: Object.fromEntries(publicOf(spec).map((variable) => [variable.name, variable])),
    returns: exits.some((exit) => exit.result !== undefined) && (spec.resultType ?? 'UNKNOWN'),
  });
}

const inputsOf = ({ threads, entrypoint }: WfSpecBody) => threads[entrypoint]?.variables ?? [];
const publicOf = ({ threads }: WfSpecBody) =>
  Object.values(threads).flatMap(({ variables }) => variables.filter(({ access }) => access === 'PUBLIC'));

/** What is frozen from this version on: what was before, the required inputs and the PUBLIC variables. */
export function frozenVariables(spec: WfSpecBody, before: readonly FrozenVariable[]): FrozenVariable[] {
  const relied = [...inputsOf(spec).filter(({ required }) => required), ...publicOf(spec)];
  const byName = new Map([...before, ...relied].map(({ name, type }) => [name, { name, type }]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Frozen variables that would change their type. `spec` is pinned. */
export function frozenErrors(spec: WfSpecBody, frozen: readonly FrozenVariable[]): FieldError[] {
  const types = new Map(frozen.map(({ name, type }) => [name, type]));
  return Object.entries(spec.threads).flatMap(([threadName, { variables }]) =>
    variables.flatMap(({ name, type }, index) => {
      const before = types.get(name);
      if (!before || keepsType(before, type)) return [];
      const path = `threads.${threadName}.variables.${index}.type`;
      const message = `Thread ${threadName}, variable ${name}: it is ${typeName(before)} since an earlier version, and cannot become ${typeName(type)}`;
      return [{ path, message }];
    }),
  );
}

/** As plain JSON, in which what is undefined is absent. */
function plain(value: object): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}
