import type { Operator, VariableAssignment } from '#contracts/assignment.ts';

const SYMBOLS: Record<Operator, string> = {
  EQUALS: '=',
  NOT_EQUALS: '≠',
  LESS_THAN: '<',
  LESS_THAN_EQ: '≤',
  GREATER_THAN: '>',
  GREATER_THAN_EQ: '≥',
  AND: 'and',
  OR: 'or',
  ADD: '+',
  SUBTRACT: '−',
  MULTIPLY: '×',
  DIVIDE: '÷',
};

/** Where a value comes from, as a line to read. */
export function describeAssignment(assignment: VariableAssignment): string {
  if ('literal' in assignment) return JSON.stringify(assignment.literal);
  if ('variable' in assignment) return withPath(assignment.variable, assignment.jsonPath);
  if ('nodeOutput' in assignment) return withPath(`output of ${assignment.nodeOutput}`, assignment.jsonPath);
  if ('format' in assignment) {
    const args = assignment.args.map(describeAssignment);
    return `"${assignment.format.replaceAll(/\{(\d+)\}/g, (whole, index) => {
      const arg = args[Number(index)];
      return arg === undefined ? whole : `{${arg}}`;
    })}"`;
  }
  if ('not' in assignment) return `not ${grouped(assignment.not)}`;
  const { left, operator, right } = assignment.expression;
  return `${grouped(left)} ${SYMBOLS[operator]} ${grouped(right)}`;
}

const withPath = (source: string, path: string | undefined) => (path ? `${source} at ${path}` : source);

function grouped(assignment: VariableAssignment): string {
  const text = describeAssignment(assignment);
  return 'expression' in assignment ? `(${text})` : text;
}
