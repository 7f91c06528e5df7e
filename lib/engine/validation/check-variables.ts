// The variables of all threads: each name once, types that exist, defaults of their type, and access that makes sense.
import type { FieldError } from '#contracts/problem.ts';
import { typeName, type VariableType } from '#contracts/value.ts';
import type { ThreadVariable, WfSpec, WfSpecBody } from '#contracts/wf-spec.ts';
import type { Definitions } from '../definitions.ts';
import { lookup } from '../lookup.ts';
import { typedErrors } from '../struct-defs.ts';
import { jsonPathError } from '../values/json-path.ts';
import { INPUT } from './input.ts';

type Report = (field: string, message: string) => void;

export function checkVariables(spec: WfSpecBody, definitions: Definitions): FieldError[] {
  const { parent } = spec;
  const parentSpec = parent && definitions.latestWfSpec(parent.wfSpecName, parent.majorVersion);
  const errors: FieldError[] = [];
  if (parent && !parentSpec) {
    errors.push({ path: 'parent.wfSpecName', message: `there is no WfSpec ${parent.wfSpecName} to be the parent` });
  }
  const declaredBy = new Map<string, string>();
  for (const [threadName, { variables }] of Object.entries(spec.threads)) {
    const own = new Set<string>();
    variables.forEach((variable, index) => {
      const { name } = variable;
      const path = `threads.${threadName}.variables.${index}`;
      const report: Report = (field, message) =>
        errors.push({ path: `${path}.${field}`, message: `Thread ${threadName}, variable ${name}: ${message}` });
      const other = own.has(name) ? threadName : name === INPUT ? undefined : declaredBy.get(name);
      own.add(name);
      declaredBy.set(name, threadName);
      if (other !== undefined) report('name', `it is declared already, in thread ${other}`);
      for (const error of typedErrors('', variable, definitions)) report(error.path.slice(1), error.message);
      checkSearch(variable, report);
      if (variable.access === 'INHERITED') checkInherited(variable, parentSpec, report);
    });
  }
  return errors;
}

const INDEXED: readonly VariableType[] = ['STR', 'INT', 'DOUBLE', 'BOOL', 'TIMESTAMP', 'WF_RUN_ID'];

function checkSearch({ type, masked, searchable, jsonIndexes }: ThreadVariable, report: Report): void {
  const item = typeof type === 'object' && 'array' in type ? type.array : type;
  const isFound = type === 'JSON_ARR' || INDEXED.includes(item);
  if (searchable && !isFound) report('searchable', `runs cannot be found by ${typeName(type)}`);
  if (masked && (searchable || jsonIndexes.length > 0))
    report('searchable', 'it is masked, and a search would tell its value');
  const isJson = type === 'JSON_OBJ' || type === 'JSON_ARR';
  if (jsonIndexes.length > 0 && !isJson) report('jsonIndexes', `needs JSON, not ${typeName(type)}`);
  jsonIndexes.forEach((index, position) => {
    const error = jsonPathError(index.path);
    if (error) report(`jsonIndexes.${position}.path`, error);
    if (!INDEXED.includes(index.type)) report(`jsonIndexes.${position}.type`, `runs cannot be found by ${index.type}`);
  });
}

function checkInherited(variable: ThreadVariable, parent: WfSpec | undefined, report: Report): void {
  const { name, type, required, default: fallback, masked } = variable;
  if (required) report('required', 'it is inherited, and cannot be given');
  if (fallback !== undefined) report('default', 'it is inherited, and has its value from the parent run');
  const theirs = parent && lookup(parent.threads, parent.entrypoint)?.variables.find((each) => each.name === name);
  const from = parent ? `WfSpec ${parent.name}` : '';
  if (!parent) report('access', 'only a WfSpec with a parent that exists can inherit');
  else if (!theirs) report('access', `${from} has no such variable`);
  if (!theirs) return;
  if (theirs.access === 'PRIVATE') report('access', `it is PRIVATE in ${from}`);
  if (typeName(theirs.type) !== typeName(type)) report('type', `it is ${typeName(theirs.type)} in ${from}`);
  if (theirs.masked && !masked) report('masked', `it must be masked, as in ${from}`);
}
