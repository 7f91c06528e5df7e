// Short ways for tests to write a WfSpec: a straight road of nodes, or nodes by name where roads part.
import type { Operator, VariableAssignment } from '#contracts/assignment.ts';
import type { JsonValue } from '#contracts/json.ts';
import type { VariableType } from '#contracts/value.ts';
import { type Mutation, type WfSpec, type wfNode, wfSpec, type wfSpecBody } from '#contracts/wf-spec.ts';

export type NodeInput = (typeof wfNode)['_zod']['input'];
export type BodyInput = (typeof wfSpecBody)['_zod']['input'];
type VariableInput = BodyInput['threads'][string]['variables'];
type Through = Exclude<NodeInput, { type: 'EXIT' }>;

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

/** The body of a spec with one thread. */
export function bodyOf(variables: VariableInput, nodes: Record<string, NodeInput>): BodyInput {
  return { entrypoint: MAIN, threads: { [MAIN]: { variables, nodes } } };
}

/** ENTRYPOINT, the steps one after another, EXIT; `mutations` are run on the way out of the step of that name. */
export function road(
  variables: VariableInput,
  steps: Record<string, Through>,
  mutations: Record<string, Mutation[]> = {},
): BodyInput {
  const names = ['start', ...Object.keys(steps), 'end'];
  const edgeFrom = (name: string) => {
    const to = names[names.indexOf(name) + 1] ?? 'end';
    return [{ to, mutations: mutations[name] ?? [] }];
  };
  const onTheWay = Object.entries(steps).map(([name, step]) => [name, { ...step, edges: edgeFrom(name) }] as const);
  return bodyOf(variables, {
    start: { type: 'ENTRYPOINT', edges: edgeFrom('start') },
    ...Object.fromEntries(onTheWay),
    end: { type: 'EXIT' },
  });
}

/** A variable of each name and type. */
export function declare(types: Record<string, VariableType>): NonNullable<VariableInput> {
  return Object.entries(types).map(([name, type]) => ({ name, type }));
}

export function asWfSpec(body: BodyInput): WfSpec {
  const stored = {
    name: 'process',
    majorVersion: 0,
    revision: 0,
    frozenVariables: [],
    createdAt: '2026-01-01T00:00:00Z',
  };
  return wfSpec.parse({ ...body, ...stored });
}
