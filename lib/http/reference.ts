// The facts of the API in the order in which a person reads them: what the page at /docs/api shows.
import type { oas31 } from 'zod-openapi';
import type { Operation } from '#contracts/operations/operation.ts';
import { splitCall } from '#contracts/operations/parse-call.ts';
import { OPERATIONS, type OperationId } from '#contracts/operations/table.ts';
import { PROBLEMS, type ProblemCode } from '#contracts/problem.ts';
import { EXAMPLES } from './examples.ts';
import { API_BASE, callersOf, errorsOf, openApiDocument } from './openapi.ts';

/** The sections, the named schemas and the problems. The curl lines take address and key from the shell. */
export function apiReference() {
  const document = openApiDocument();
  return {
    sections: (document.tags ?? []).map(({ name, description = '' }) => ({
      name,
      description,
      operations: idsOf(name).map((id) => operationOf(id, document)),
    })),
    schemas: Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => ({ name, schema })),
    problems: (Object.keys(PROBLEMS) as ProblemCode[]).map((code) => ({ code, ...PROBLEMS[code] })),
  };
}

const idsOf = (tag: string) => (Object.keys(OPERATIONS) as OperationId[]).filter((id) => OPERATIONS[id].tag === tag);

function operationOf(id: OperationId, document: oas31.OpenAPIObject) {
  const row: Operation = OPERATIONS[id];
  const described = document.paths?.[row.path]?.[row.method.toLowerCase() as 'get'];
  const parameters = (described?.parameters ?? []) as oas31.ParameterObject[];
  const body = described?.requestBody as oas31.RequestBodyObject | undefined;
  const answer = described?.responses?.[String(row.status)] as oas31.ResponseObject | undefined;
  return {
    id,
    method: row.method,
    path: API_BASE + row.path,
    summary: row.summary,
    description: row.description,
    callers: callersOf(row),
    parameters: parameters.map(({ name, in: place, required = false, description, schema = {} }) => ({
      name,
      in: place,
      required,
      description,
      schema,
    })),
    body: body?.content['application/json']?.schema,
    answer: { status: row.status, schema: answer?.content?.['application/json']?.schema },
    errors: errorsOf(row),
    curl: curlOf(id, row),
  };
}

/** The example of an operation as a curl line, ready to paste where both variables are set. */
function curlOf(id: OperationId, row: Operation): string {
  const { params, query, body } = splitCall(row, EXAMPLES[id]) as Record<
    'params' | 'query' | 'body',
    Record<string, unknown>
  >;
  const path = row.path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  const lines = [
    `curl -X ${row.method}`,
    `"$DOCKET_URL${API_BASE}${path}${search && `?${search}`}"`,
    '-H "Authorization: Bearer $DOCKET_API_KEY"',
    ...(row.body ? ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(body, null, 2)}'`] : []),
  ];
  return lines.join(' \\\n  ');
}
