import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../lib/contracts/operations/table.ts';
import { approvalForm, requestForm } from './forms.ts';
import { sendMail } from './tasks.ts';
import { itRequest } from './workflow.ts';

const definitions = [
  ['task-defs', sendMail, OPERATIONS.putTaskDef],
  ['user-task-defs', requestForm, OPERATIONS.putUserTaskDef],
  ['user-task-defs', approvalForm, OPERATIONS.putUserTaskDef],
  ['wf-specs', itRequest.spec, OPERATIONS.putWfSpec],
] as const;

describe('the definitions as plain JSON', () => {
  it.each(definitions)(
    '%s: are what the code says, and what the API takes',
    async (kind, { name, ...body }, operation) => {
      const file = new URL(`./definitions/${kind}/${name}.json`, import.meta.url);
      const json: unknown = JSON.parse(await readFile(file, 'utf8'));
      expect(json).toEqual(body);
      expect(operation.body.parse(json)).toMatchObject(body);
    },
  );
});
