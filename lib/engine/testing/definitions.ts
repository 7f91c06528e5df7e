// Definitions under test, by name: forms, structs and WfSpecs in their version 0.
import {
  externalEventDef,
  type externalEventDefBody,
  workflowEventDef,
  type workflowEventDefBody,
} from '#contracts/event-def.ts';
import { structDef, type structDefBody } from '#contracts/struct-def.ts';
import { taskDef, type taskDefBody } from '#contracts/task-def.ts';
import { userTaskDef, type userTaskDefBody } from '#contracts/user-task-def-shape.ts';
import type { VariableType } from '#contracts/value.ts';
import { wfSpec } from '#contracts/wf-spec.ts';
import type { Definitions } from '../definitions.ts';
import { lookup } from '../lookup.ts';
import { pinStructDef, pinType } from '../struct-defs.ts';
import { wfResultType } from '../validate-wf-spec.ts';
import type { BodyInput } from './build-spec.ts';

type Input<S extends { _zod: { input: unknown } }> = S['_zod']['input'];
type Bodies<T> = Record<string, T>;
export type DefinitionBodies = {
  taskDefs?: Bodies<Input<typeof taskDefBody>>;
  userTaskDefs?: Bodies<Input<typeof userTaskDefBody>>;
  externalEventDefs?: Bodies<Input<typeof externalEventDefBody>>;
  workflowEventDefs?: Bodies<Input<typeof workflowEventDefBody>>;
  structDefs?: Bodies<Input<typeof structDefBody>>;
  wfSpecs?: Bodies<BodyInput>;
};

const STORED = { createdAt: '2026-01-01T00:00:00Z' };
const FIRST = { ...STORED, version: 0 };

export function definitionsOf(bodies: DefinitionBodies): Definitions {
  const {
    taskDefs = {},
    userTaskDefs = {},
    externalEventDefs = {},
    workflowEventDefs = {},
    structDefs = {},
    wfSpecs = {},
  } = bodies;
  const pinContent = <D extends { contentType?: VariableType | undefined }>(def: D): D =>
    def.contentType ? { ...def, contentType: pinType(def.contentType, definitions) } : def;
  const definitions: Definitions = {
    taskDef: find(taskDefs, (body, name) => {
      const { returnType, inputVars, ...def } = taskDef.parse({ ...body, name, ...STORED });
      const inputs = inputVars.map((input) => ({ ...input, type: pinType(input.type, definitions) }));
      return { ...def, inputVars: inputs, ...(returnType && { returnType: pinType(returnType, definitions) }) };
    }),
    externalEventDef: find(externalEventDefs, (body, name) =>
      pinContent(externalEventDef.parse({ ...body, name, ...STORED })),
    ),
    workflowEventDef: find(workflowEventDefs, (body, name) =>
      pinContent(workflowEventDef.parse({ ...body, name, ...STORED })),
    ),
    userTaskDef: first(find(userTaskDefs, (body, name) => userTaskDef.parse({ ...body, name, ...FIRST }))),
    structDef: first(
      find(structDefs, (body, name) => {
        const def = structDef.parse({ ...body, name, ...FIRST });
        return { ...def, ...pinStructDef(def, definitions) };
      }),
    ),
    latestWfSpec: first(
      find(wfSpecs, (body, name) => {
        const spec = wfSpec.parse({ ...body, name, majorVersion: 0, revision: 0, frozenVariables: [], ...STORED });
        const resultType = wfResultType(spec, definitions);
        return resultType ? { ...spec, resultType } : spec;
      }),
    ),
  };
  return definitions;
}

function find<B, D>(bodies: Bodies<B>, make: (body: B, name: string) => D): (name: string) => D | undefined {
  const made = new Map<string, D>();
  return (name) => {
    const body = lookup(bodies, name);
    if (body !== undefined && !made.has(name)) made.set(name, make(body, name));
    return made.get(name);
  };
}

/** There is only a version 0. */
function first<D>(
  byName: (name: string) => D | undefined,
): (name: string, version: number | undefined) => D | undefined {
  return (name, version) => (version === undefined || version === 0 ? byName(name) : undefined);
}
