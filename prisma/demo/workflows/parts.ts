// What the demo's workflows are written with.
import type { VariableAssignment } from '#contracts/assignment.ts';
import type { CallOf } from '#contracts/operations/table.ts';

export type Workflow = CallOf<'putWfSpec'>;
type Node = Workflow['threads'][string]['nodes'][string];
type TaskAction = { type: 'TASK'; taskDefName: string; inputs: VariableAssignment[] };

export const HOUR = 3600;
export const DAY = 24 * HOUR;

export const variable = (name: string): VariableAssignment => ({ variable: name });
export const literal = (value: string | number | boolean): VariableAssignment => ({ literal: value });
export const format = (text: string, ...names: string[]): VariableAssignment => ({
  format: text,
  args: names.map(variable),
});
export const is = (name: string, value: string | boolean): VariableAssignment => ({
  expression: { left: variable(name), operator: 'EQUALS', right: literal(value) },
});
export const isAbove = (name: string, value: number): VariableAssignment => ({
  expression: { left: variable(name), operator: 'GREATER_THAN', right: literal(value) },
});
export const requester: VariableAssignment = { requester: true };
export const keep = (name: string, node: string, field: string) => ({
  variable: name,
  value: { nodeOutput: node, jsonPath: `$.${field}` },
});
export const given = (name: string, type: 'STR' | 'INT' | 'DOUBLE' | 'TIMESTAMP', searchable = false) =>
  ({ name, type, required: true, searchable }) as const;
/** The step that tells somebody by mail. */
export const sendMail = (
  to: VariableAssignment,
  subject: VariableAssignment,
  body: VariableAssignment,
  next: string,
): Node => ({ type: 'TASK', taskDefName: 'send-mail', inputs: [to, subject, body], retries: 2, edges: [{ to: next }] });
/** The action of a hook that reminds somebody by mail. */
export const remind = (to: string, subject: VariableAssignment): TaskAction => ({
  type: 'TASK',
  taskDefName: 'send-mail',
  inputs: [literal(to), subject, literal('It waits in your inbox.')],
});

/** What the worker of the demo does, as its workflow puts it. */
export const SEND_MAIL: CallOf<'putTaskDef'> = {
  name: 'send-mail',
  description: 'Sends a plain-text e-mail to a person.',
  inputVars: [
    { name: 'to', type: 'STR' },
    { name: 'subject', type: 'STR' },
    { name: 'body', type: 'STR' },
  ],
};
