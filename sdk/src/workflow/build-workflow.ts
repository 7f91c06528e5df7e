// Turns the statements of a workflow into threads of nodes.

import { typeName } from '../../../lib/contracts/value.ts';
import { jsonOf } from '../types/json.ts';
import { FIELDS, type Type, typeIn, variableTypeOf } from '../types/type.ts';
import { expression, isRef, readsOf } from './expression.ts';
import type { ExprType, Operand } from './expression-types.ts';
import { type Alternatives, runBody } from './thread-graph.ts';
import type { DeclaredInput, Workflow } from './workflow.ts';
import type { InputOptions, Otherwise, WorkflowBuilder } from './workflow-builder.ts';
import { createWorkflowDraft, ENTRYPOINT, type WorkflowDraft } from './workflow-draft.ts';
import { threadStatements } from './write-threads.ts';
import { waitStatements } from './write-waits.ts';
import { workStatements } from './write-work.ts';

type Context = {
  draft: WorkflowDraft;
  inputs: Map<string, DeclaredInput>;
  returns: Type | undefined;
  parent: Workflow | { wfSpecName: string } | undefined;
};

/** Runs `define` once and gives the threads it describes, its inputs, and what it uses. Throws on a misuse, naming it. */
export function buildWorkflow<Returns extends Type | undefined>(
  define: (wf: WorkflowBuilder<Returns>) => void,
  { returns, parent }: Pick<Context, 'returns' | 'parent'>,
) {
  const draft = createWorkflowDraft();
  const context: Context = { draft, inputs: new Map(), returns, parent };
  const builder = {
    ...variableStatements(context),
    ...workStatements(draft),
    ...waitStatements(draft),
    ...threadStatements(draft),
    ...flowStatements(context),
    ...valueStatements(draft),
  };
  draft.writeThread(ENTRYPOINT, () => {
    runBody('a workflow', define, builder as WorkflowBuilder<Returns>);
    if (returns !== undefined && draft.current().graph.isOpen()) {
      throw new Error(`the workflow returns ${nameOf(returns)}: end each of its ways with return(value), or with fail`);
    }
  });
  return { threads: draft.finish(), uses: draft.uses, inputs: context.inputs };
}

function variableStatements({
  draft,
  inputs,
  parent,
}: Context): Pick<WorkflowBuilder, 'input' | 'variable' | 'inherited'> {
  const declare: WorkflowBuilder['variable'] = (
    name,
    type,
    { default: preset, ...options }: InputOptions<Type> = {},
  ) => {
    if (isRef(preset)) throw new Error(`the default of variable ${name} must be a literal`);
    return draft.declare(name, type, { ...options, ...(preset !== undefined && { default: jsonOf(preset) }) });
  };
  return {
    input: (name, type, options) => {
      if (draft.current().name !== ENTRYPOINT) {
        throw new Error(`input ${name}: a thread is given its inputs by the step that starts it, in the option inputs`);
      }
      inputs.set(name, { type, required: options?.required ?? false });
      return declare(name, type, options);
    },
    variable: declare,
    inherited: (name, type) => {
      if (!parent) throw new Error(`variable ${name} can be inherited only by a workflow with the option parent`);
      if ('spec' in parent && !isPublic(parent, name)) {
        throw new Error(`workflow ${parent.name} has no PUBLIC variable ${name} to inherit`);
      }
      return draft.declare(name, type, { access: 'INHERITED' });
    },
  };
}

function isPublic({ spec }: Workflow, name: string): boolean {
  return spec.threads[ENTRYPOINT]?.variables?.some((one) => one.name === name && one.access === 'PUBLIC') ?? false;
}

function flowStatements({ draft, returns }: Context): Pick<WorkflowBuilder, 'doIf' | 'doWhile' | 'return' | 'fail'> {
  const condition = (of: Operand<ExprType>) => draft.read(of, 'BOOL');
  const otherwise = (alternatives: Alternatives): Otherwise => ({
    doElseIf: (of, body) => {
      alternatives.elseIf(condition(of), body);
      return otherwise(alternatives);
    },
    doElse: alternatives.else,
  });
  return {
    doIf: (of, body) => otherwise(draft.current().graph.addIf(condition(of), body)),
    doWhile: (of, body) => draft.current().graph.addWhile(condition(of), body),
    return: (...[value]) => {
      const { name, graph } = draft.current();
      const wanted = name === ENTRYPOINT ? returns : undefined;
      if (value === undefined && wanted !== undefined)
        throw new Error(`the workflow returns ${nameOf(wanted)}: give return its value`);
      if (value !== undefined && wanted === undefined) throw new Error(`thread ${name} does not return a value`);
      graph.addExit('exit', {
        type: 'EXIT',
        ...(value !== undefined && wanted !== undefined && { result: draft.read(value, wanted) }),
      });
    },
    fail: (name, message, content) => {
      const failure = { name, message, ...(content !== undefined && { content: draft.read(content, 'ANY') }) };
      draft.current().graph.addExit(name, { type: 'EXIT', failure });
    },
  };
}

function valueStatements(draft: WorkflowDraft): Pick<WorkflowBuilder, 'requester' | 'format' | 'struct'> {
  return {
    requester: expression({ requester: true }, 'STR', []),
    format: (template, ...args) =>
      expression({ format: template, args: args.map((arg) => draft.read(arg, 'ANY')) }, 'STR', args.flatMap(readsOf)),
    struct: (struct, fields) => {
      const given = Object.entries<Operand<ExprType>>(fields).map(([name, value]) => {
        const field = struct[FIELDS][name];
        if (field === undefined) throw new Error(`${struct.name} has no field ${name}`);
        return { name, value, type: typeIn(field) };
      });
      const assignments = given.map(({ name, value, type }) => [name, draft.read(value, type)]);
      const reads = given.flatMap(({ value }) => readsOf(value));
      return expression({ struct: struct.name, fields: Object.fromEntries(assignments) }, struct, reads);
    },
  };
}

const nameOf = (type: Type) => typeName(variableTypeOf(type));
