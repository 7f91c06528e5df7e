// The variables of a thread: their declared types, and how they are written.
import type { JsonValue } from '#contracts/json.ts';
import type { VariableType } from '#contracts/value.ts';
import type { ThreadSpec } from '#contracts/wf-spec.ts';
import { must } from './invariant.ts';
import { record, type Site } from './work.ts';

/** The declared type of a variable, if the thread has it. */
export function variableTypeOf(threadSpec: ThreadSpec, name: string): VariableType | undefined {
  return threadSpec.variables.find((variable) => variable.name === name)?.type;
}

/** The same of a variable that the thread must have, its spec having been checked. */
export function declaredType({ thread, threadSpec }: Site, name: string): VariableType {
  return must(variableTypeOf(threadSpec, name), `No variable ${name} in ThreadSpec ${thread.threadSpecName}`);
}

/** Writes values of the declared types to a thread that is ready to be changed. */
export function setVariables(site: Site, values: ReadonlyMap<string, JsonValue>): void {
  const { work, run, thread } = site;
  thread.variables = { ...thread.variables, ...Object.fromEntries(values) };
  for (const [name, value] of values) {
    record(work, `variable ${run.id} ${thread.number} ${name}`, {
      type: 'VariableSet',
      wfRunId: run.id,
      threadRunNumber: thread.number,
      name,
      variableType: declaredType(site, name),
      value,
      at: work.at,
    });
  }
}
