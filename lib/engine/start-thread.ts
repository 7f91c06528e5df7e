// Starting a thread: its inputs checked, its variables set, its first node reached (semantics.md 4.1, 4.5).
import type { JsonObject, JsonValue } from '#contracts/json.ts';
import type { FieldError } from '#contracts/problem.ts';
import { valueFits } from '#contracts/value.ts';
import type { ThreadSpec } from '#contracts/wf-spec.ts';
import { arriveAt, newNodeRun } from './advance.ts';
import type { ThreadRunState, WfRunState } from './family.ts';
import { must } from './invariant.ts';
import { lookup } from './lookup.ts';
import { readTyped } from './values/cast.ts';
import { toJson } from './values/value.ts';
import { setVariables } from './variables.ts';
import { siteOf, type Work } from './work.ts';

/** What is wrong with the inputs of a thread: one entry per variable, under `variables.<name>`. */
export function checkInputs(threadSpec: ThreadSpec, inputs: JsonObject): FieldError[] {
  const declared = new Set(threadSpec.variables.map((variable) => variable.name));
  const unknown = Object.keys(inputs).filter((name) => !declared.has(name));
  return [
    ...threadSpec.variables.flatMap(({ name, type, required }) => {
      const given = lookup(inputs, name);
      if (given === undefined) return required ? [atVariable(name, `is required and must be ${type}`)] : [];
      return valueFits(type, given) ? [] : [atVariable(name, `must be ${type}`)];
    }),
    ...unknown.map((name) => atVariable(name, 'is not a variable of this workflow')),
  ];
}

function atVariable(name: string, message: string): FieldError {
  return { path: `variables.${name}`, message };
}

/** Adds a thread to an owned run and puts it at its ENTRYPOINT. The inputs have been checked. */
export function startThread(
  work: Work,
  run: WfRunState,
  threadSpecName: string,
  threadSpec: ThreadSpec,
  inputs: JsonObject,
): void {
  const entrypoint = Object.entries(threadSpec.nodes).find(([, node]) => node.type === 'ENTRYPOINT');
  const [nodeName] = must(entrypoint, `ThreadSpec ${threadSpecName} has no ENTRYPOINT`);
  const number = run.nextThreadNumber;
  run.nextThreadNumber += 1;
  const thread: ThreadRunState = {
    number,
    threadSpecName,
    status: 'RUNNING',
    startedAt: work.at,
    endedAt: null,
    failure: null,
    variables: {},
    outputs: {},
    current: newNodeRun(nodeName, 0, work.at),
  };
  work.owned.add(thread);
  run.threads.push(thread);
  const site = siteOf(work, run, number);
  setVariables(site, initialValues(threadSpec, inputs));
  arriveAt(site, nodeName, 0);
}

/** A missing input and one that is null give way to the default. */
function initialValues(threadSpec: ThreadSpec, inputs: JsonObject): Map<string, JsonValue> {
  return new Map(
    threadSpec.variables.map(({ name, type, default: fallback }) => {
      const given = lookup(inputs, name) ?? fallback ?? null;
      return [name, toJson(readTyped(type, given))];
    }),
  );
}
