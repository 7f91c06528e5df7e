import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { parseCall, splitCall } from '#contracts/operations/parse-call.ts';
import { OPERATIONS, type OperationId } from '#contracts/operations/table.ts';
import { EXAMPLES } from './examples.ts';
import { openApiDocument } from './openapi.ts';

const document = openApiDocument();
const text = JSON.stringify(document);

type Described = {
  operationId: string;
  parameters?: { name: string; in: string }[];
  responses: Record<string, unknown>;
};
const described = Object.values(document.paths ?? {}).flatMap((item) => Object.values(item) as Described[]);

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(text));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  test('describes each operation of the table, the stream of events, and no other', () => {
    const all = [...Object.keys(OPERATIONS), 'followEvents'];
    expect(described.map((one) => one.operationId).toSorted()).toEqual(all.toSorted());
  });

  test('names every parameter of an address, and the key of every POST', () => {
    for (const [path, item] of Object.entries(document.paths ?? {})) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const [method, operation] of Object.entries(item) as [string, Described][]) {
        const parameters = operation.parameters ?? [];
        expect(parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(inPath);
        expect(parameters.some((one) => one.name === 'Idempotency-Key')).toBe(method === 'post');
      }
    }
  });

  test('has a problem for what each operation may refuse', () => {
    const claim = described.find((one) => one.operationId === 'claimUserTaskRun');
    expect(Object.keys(claim?.responses ?? {})).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '409',
      '413',
      '500',
      '503',
    ]);
    expect(claim?.responses['409']).toMatchObject({
      description: expect.stringMatching(/FAILED_PRECONDITION: .* ABORTED: /),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    });
  });

  test('refers to nothing that it lacks, and has nothing that nobody refers to', () => {
    const referred = new Set([...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name));
    expect([...referred].toSorted()).toEqual(Object.keys(document.components?.schemas ?? {}).toSorted());
  });

  test('gives one name to what is sent and answered alike, and two where defaults make them differ', () => {
    const names = Object.keys(document.components?.schemas ?? {});
    expect(names).toContain('VariableAssignment');
    expect(names).not.toContain('VariableAssignmentInput');
    expect(names).toEqual(expect.arrayContaining(['UserTaskField', 'UserTaskFieldInput']));
    expect(names.filter((name) => /Output|__/.test(name))).toEqual([]);
  });

  test('can be satisfied where it joins schemas: an event has a head and a body', () => {
    const event = JSON.stringify(document.components?.schemas?.UserTaskEvent);
    expect(event).toContain('allOf');
    expect(event).not.toContain('"additionalProperties":false');
  });
});

test.each(Object.keys(OPERATIONS) as OperationId[])('the example of %s is a call that it takes', (id) => {
  expect(parseCall(id, splitCall(OPERATIONS[id], EXAMPLES[id]))).toMatchObject({ ok: true });
});
