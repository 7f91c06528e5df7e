// Reads from the browser, over the REST API, as whoever is signed in.
import type { OperationId, OutputOf } from '#contracts/operations/table.ts';
import type { Problem } from '#contracts/problem.ts';

type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

/** An answer other than 2xx: the problem that the server told, or null where something in between answered. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null) {
    super(problem?.detail ?? `The server answered ${status}.`);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }
}

/**
 * The answer of a GET operation, which the type names: readApi<'getUserTaskRun'>(apiPath`/wf-runs/${id}/…`). `path` is below `/api/v1`, its parts escaped by `apiPath`; of the query, what is null or
 * undefined is left out, and a list is given as a parameter for each item. Throws an `ApiError`, or what `fetch` throws when the
 * server cannot be reached or `signal` gave up.
 */
export async function readApi<Id extends OperationId>(
  path: string,
  query: Query = {},
  signal?: AbortSignal,
): Promise<OutputOf<Id>> {
  const params = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [value].flat().map((one): [string, string] => [name, String(one)]),
    ),
  );
  const url = `/api/v1${path}${params.size > 0 ? `?${params}` : ''}`;
  const response = await fetch(url, { headers: { accept: 'application/json' }, ...(signal && { signal }) });
  if (!response.ok) throw new ApiError(response.status, await problemOf(response));
  return (await response.json()) as OutputOf<Id>;
}

/** A path with its parts escaped: apiPath`/wf-runs/${id}`. */
export function apiPath(fixed: TemplateStringsArray, ...parts: string[]): string {
  return String.raw({ raw: fixed }, ...parts.map(encodeURIComponent));
}

async function problemOf(response: Response): Promise<Problem | null> {
  if (!response.headers.get('content-type')?.includes('json')) return null;
  return (await response.json()) as Problem;
}
