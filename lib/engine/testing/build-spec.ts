// Short ways for tests to write a WfSpec: a straight road of nodes, or nodes by name where roads part.
import type { Operator, VariableAssignment } from '#contracts/assignment.ts';
import type { JsonValue } from '#contracts/json.ts';
import type { VariableType } from '#contracts/value.ts';
import { type Mutation, type WfSpec, type WfSpecId, type wfNode, wfSpec, type wfSpecBody } from '#contracts/wf-spec.ts';

export type NodeInput = (typeof wfNode)['_zod']['input'];
export type BodyInput = (typeof wfSpecBody)['_zod']['input'];
type ThreadInput = BodyInput['threads'][string];
type VariableInput = ThreadInput['variables'];
type Exit = Extract<NodeInput, { type: 'EXIT' }>;
type Through = Exclude<NodeInput, Exit>;

export const MAIN = 'main';

export const literal = (value: JsonValue): VariableAssignment => ({ literal: value });
export const variable = (name: string, jsonPath?: string): VariableAssignment => ({ variable: name, jsonPath });
export const output = (nodeOutput: string, jsonPath?: string): VariableAssignment => ({ nodeOutput, jsonPath });
export const expression = (
  left: VariableAssignment,
  operator: Operator,
  right: VariableAssignment,
): VariableAssignment => ({ expression: { left, operator, right } });
export const assign = (name: string, value: VariableAssignment): Mutation => ({
  variable: name,
  operation: 'ASSIGN',
  value,
});

/** Nodes by the few words that tests about something else need. */
export const doTask = (taskDefName: string, more: Partial<Extract<NodeInput, { type: 'TASK' }>> = {}) =>
  ({ type: 'TASK', taskDefName, ...more }) as const;
export const awaitEvent = (name: string, more: Partial<Extract<NodeInput, { type: 'EXTERNAL_EVENT' }>> = {}) =>
  ({ type: 'EXTERNAL_EVENT', externalEventDefName: name, ...more }) as const;
export const spawn = (threadSpecName: string, inputs: Record<string, VariableAssignment> = {}) =>
  ({ type: 'START_THREAD', threadSpecName, inputs }) as const;
/** Waits for the threads that these nodes started. */
export const join = (nodes: string[], more: Partial<Extract<NodeInput, { type: 'WAIT_FOR_THREADS' }>> = {}) =>
  ({ type: 'WAIT_FOR_THREADS', threads: nodes.map((node) => output(node)), ...more }) as const;

/** The body of a spec with one thread. */
export function bodyOf(variables: VariableInput, nodes: Record<string, NodeInput>): BodyInput {
  return { entrypoint: MAIN, threads: { [MAIN]: { variables, nodes } } };
}

/** The body of a spec with the threads `main` and others. */
export function processOf(threads: Record<string, ThreadInput>, more: Partial<BodyInput> = {}): BodyInput {
  return { entrypoint: MAIN, threads, ...more };
}

type OnTheWay = { mutations?: Record<string, Mutation[]>; exit?: Partial<Exit> };

/** ENTRYPOINT, the steps one after another, EXIT; `mutations` are run on the way out of the step of that name. */
export function along(
  steps: Record<string, Through>,
  { mutations = {}, exit = {}, ...more }: Omit<ThreadInput, 'nodes'> & OnTheWay = {},
): ThreadInput {
  const names = ['start', ...Object.keys(steps), 'end'];
  const edgeFrom = (name: string) => {
    const to = names[names.indexOf(name) + 1] ?? 'end';
    return [{ to, mutations: mutations[name] ?? [] }];
  };
  const onTheWay = Object.entries(steps).map(([name, step]) => [name, { ...step, edges: edgeFrom(name) }] as const);
  const nodes: Record<string, NodeInput> = {
    start: { type: 'ENTRYPOINT', edges: edgeFrom('start') },
    ...Object.fromEntries(onTheWay),
    end: { type: 'EXIT', ...exit },
  };
  return { ...more, nodes };
}

/** The body of a spec whose one thread is such a road. */
export function road(
  variables: VariableInput,
  steps: Record<string, Through>,
  mutations: Record<string, Mutation[]> = {},
): BodyInput {
  return processOf({ [MAIN]: along(steps, { variables, mutations }) });
}

/** A variable of each name and type. */
export function declare(types: Record<string, VariableType>): NonNullable<VariableInput> {
  return Object.entries(types).map(([name, type]) => ({ name, type }));
}

export function asWfSpec(body: BodyInput, version: Partial<WfSpecId> = {}): WfSpec {
  const stored = {
    name: 'process',
    majorVersion: 0,
    revision: 0,
    ...version,
    frozenVariables: [],
    createdAt: '2026-01-01T00:00:00Z',
  };
  return wfSpec.parse({ ...body, ...stored });
}
