// Assignments and mutations as lines to read: a notation like that of code, the same for readers of every language.
import type { MutationOperation, Operator, ValuePath, VariableAssignment } from './assignment.ts';
import { typeName } from './value.ts';
import type { Mutation } from './wf-spec.ts';

const SYMBOLS: Record<Operator, string> = {
  EQUALS: '=',
  NOT_EQUALS: '≠',
  LESS_THAN: '<',
  LESS_THAN_EQ: '≤',
  GREATER_THAN: '>',
  GREATER_THAN_EQ: '≥',
  IN: 'in',
  NOT_IN: 'not in',
  AND: 'and',
  OR: 'or',
  ADD: '+',
  SUBTRACT: '−',
  MULTIPLY: '×',
  DIVIDE: '÷',
  POW: '^',
  EXTEND: 'extend',
  REMOVE_IF_PRESENT: 'remove',
  REMOVE_INDEX: 'remove index',
  REMOVE_KEY: 'remove key',
};

/** Where a value comes from, as a line to read. */
export function describeAssignment(assignment: VariableAssignment): string {
  if ('literal' in assignment) return JSON.stringify(assignment.literal);
  if ('variable' in assignment) return withPath(assignment.variable, assignment);
  if ('nodeOutput' in assignment) return withPath(`output(${assignment.nodeOutput})`, assignment);
  if ('doneBy' in assignment) return `doneBy(${assignment.doneBy})`;
  if ('requester' in assignment) return 'requester';
  if ('format' in assignment) {
    const args = assignment.args.map(describeAssignment);
    return `"${assignment.format.replaceAll(/\{(\d+)\}/g, (whole, index) => {
      const arg = args[Number(index)];
      return arg === undefined ? whole : `{${arg}}`;
    })}"`;
  }
  if ('not' in assignment) return `not ${grouped(assignment.not)}`;
  if ('sizeOf' in assignment) return `size(${describeAssignment(assignment.sizeOf)})`;
  if ('cast' in assignment) return `${grouped(assignment.cast)} as ${typeName(assignment.to)}`;
  if ('struct' in assignment) {
    const fields = Object.entries(assignment.fields).map(([name, value]) => `${name}: ${describeAssignment(value)}`);
    return `${assignment.struct} { ${fields.join(', ')} }`;
  }
  const { left, operator, right } = assignment.expression;
  return `${grouped(left)} ${SYMBOLS[operator]} ${grouped(right)}`;
}

function withPath(
  source: string,
  { path = [], jsonPath }: { path?: ValuePath | undefined; jsonPath?: string | undefined },
) {
  const inside = source + path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return jsonPath ? `${inside}[${jsonPath}]` : inside;
}

function grouped(assignment: VariableAssignment): string {
  const text = describeAssignment(assignment);
  return 'expression' in assignment ? `(${text})` : text;
}

/** What a mutation does to its variable. */
export function describeMutation({ variable, path, operation, value }: Mutation): string {
  return `${withPath(variable, { path })} ${MUTATIONS[operation]} ${describeAssignment(value)}`;
}

const MUTATIONS: Record<MutationOperation, string> = { ...SYMBOLS, ASSIGN: ':=' };
