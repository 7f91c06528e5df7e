// The OpenAPI 3.1 document, read off the operation table and the schemas that validate the calls.
import {
  type CreateDocumentOptions,
  createDocument,
  type oas31,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { SESSION_COOKIE } from '#auth/session-token.ts';
import type { Operation } from '#contracts/operations/operation.ts';
import { splitCall } from '#contracts/operations/parse-call.ts';
import { OPERATIONS, type OperationId } from '#contracts/operations/table.ts';
import { PROBLEMS, type ProblemCode, problem } from '#contracts/problem.ts';
import { EXAMPLES } from './examples.ts';
import { foldSchemas } from './fold-schemas.ts';

export const API_BASE = '/api/v1';

/** What any call may give, beyond its row's own. */
const COMMON_ERRORS = ['INVALID_ARGUMENT', 'UNAUTHENTICATED', 'PERMISSION_DENIED', 'INTERNAL', 'UNAVAILABLE'] as const;

const TAGS = {
  'User tasks': 'Work that people do: find it, take it, fill it in, hand it on, finish it.',
  Runs: 'Workflows on their way: start one, look at it and its parts, stop it, mend it.',
  Events: 'What comes to a run from outside, and what a run tells.',
  Definitions:
    'What can run: WfSpecs, the forms of UserTaskDefs, the contracts of TaskDefs, the kinds of events and structs.',
  Schedules: 'Workflows that start by cron.',
  Upkeep: 'Deletion of many runs, timers that fail, counts and latencies.',
  Workers: 'How programs take tasks, keep them and report.',
  People: 'Who is who.',
} as const satisfies Record<Operation['tag'], string>;

const IDEMPOTENCY_KEY: oas31.ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'The same key with the same body gives the first answer again, for 24 hours; with another body it is refused.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

/** The codes that a call may be refused with. */
export function errorsOf(row: Operation): ProblemCode[] {
  const body: ProblemCode[] = row.body ? ['PAYLOAD_TOO_LARGE'] : [];
  const reusedKey: ProblemCode[] = row.method === 'POST' ? ['FAILED_PRECONDITION'] : [];
  return [...new Set<ProblemCode>([...row.errors, ...reusedKey, ...body, ...COMMON_ERRORS])];
}

/** Who may call at all, as a sentence. */
export function callersOf({ access }: Operation): string {
  const people = access.user === 'admin' ? 'Admins' : 'Any signed-in person';
  return `${people}; a service key with the scope ${access.scope}.`;
}

/** The whole document; made anew on each call, so keep it. */
export function openApiDocument(): oas31.OpenAPIObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const id of Object.keys(OPERATIONS) as OperationId[]) {
    const row: Operation = OPERATIONS[id];
    paths[row.path] = { ...paths[row.path], [row.method.toLowerCase()]: describeOperation(id, row) };
  }
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Docket',
        version: '1.0.0',
        description: 'Workflows that hand work to people and programs. JSON in camelCase; times in RFC 3339, UTC.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: API_BASE }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      security: [{ bearer: [] }, { session: [] }],
      paths,
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'An API key.' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: SESSION_COOKIE,
            description: "A person's browser session, on calls from Docket's own pages only.",
          },
        },
      },
    },
    { override: tidy },
  );
  return foldSchemas(document);
}

/** Takes out what zod writes for validators and no reader wants. */
const tidy: NonNullable<CreateDocumentOptions['override']> = ({ jsonSchema, zodSchema }) => {
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  delete jsonSchema.propertyNames;
  // Only a strict object refuses keys; an answer may gain some without a new version of the API.
  const { def } = zodSchema._zod;
  if (def.type === 'object' && !def.catchall) delete jsonSchema.additionalProperties;
};

function describeOperation(id: OperationId, row: Operation): ZodOpenApiOperationObject {
  return {
    operationId: id,
    tags: [row.tag],
    summary: row.summary,
    description: [row.description, callersOf(row)].filter(Boolean).join('\n\n'),
    requestParams: { ...(row.params && { path: row.params }), ...(row.query && { query: row.query }) },
    ...(row.method === 'POST' && { parameters: [IDEMPOTENCY_KEY] }),
    ...(row.body && {
      requestBody: {
        required: !row.body.safeParse({}).success,
        content: { 'application/json': { schema: row.body, example: splitCall(row, EXAMPLES[id]).body } },
      },
    }),
    responses: {
      [row.status]: success(row),
      ...(row.mayBeEmpty && { 204: { description: 'There is nothing to give.' } }),
      ...failures(row),
    },
  };
}

function success(row: Operation) {
  if (!row.response) return { description: 'Done.' };
  return { description: 'Done.', content: { 'application/json': { schema: row.response } } };
}

/** One response per status; codes that share one are told apart in its description and by `code`. */
function failures(row: Operation) {
  const byStatus = Object.groupBy(errorsOf(row), (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `${code}: ${PROBLEMS[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
}
