// The search for WfRuns: newest first, a page at a time. What is asked for decides where it starts, and each start has its index.
import { LH_STATUSES, type RunStatus, type WfRunSummary } from '#contracts/wf-run.ts';
import { sha256Hex } from '#platform/ids.ts';
import { pathKey, searchKey } from './searchable.ts';
import { run } from './statement.ts';
import type { Store } from './store.ts';
import { WF_RUN_COLUMNS, type WfRunRow, wfRunSummaryOf } from './wf-run-summary.ts';

export type VariableFilter = { name: string; path: string | null; value: string };

/** All that is given must hold; variables and versions are those of `wfSpecName`. */
export type WfRunSearch = {
  wfSpecName?: string | undefined;
  majorVersion?: number | undefined;
  revision?: number | undefined;
  status?: RunStatus | undefined;
  parentWfRunId?: string | undefined;
  scheduleId?: string | undefined;
  startedAfter?: string | undefined;
  startedBefore?: string | undefined;
  variables?: VariableFilter[];
  /** Words of its user tasks, each sought by its beginning; it goes with every filter but those by variables. */
  q?: string | undefined;
  /** The last one of the page before: what comes next is older. */
  after: [startedAt: string, id: string] | null;
  take: number;
};

export async function searchWfRuns({ pool }: Store, tenantId: string, search: WfRunSearch): Promise<WfRunSummary[]> {
  const { text, values } = statementFor(tenantId, search);
  // Few texts come of it, each prepared under a name of its own.
  const name = `search-wf-runs-${sha256Hex(text).slice(0, 16)}`;
  return (await run<WfRunRow>(pool, { name, text }, values)).map(wfRunSummaryOf);
}

/** What a value is written as in the text that is being made: a parameter of its own. */
type Given = (value: unknown, type: string) => string;

function statementFor(tenantId: string, search: WfRunSearch): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const given: Given = (value, type) => {
    values.push(value);
    return `$${values.length}::${type}`;
  };
  return { text: searching(search, given(tenantId, 'text'), given), values };
}

function searching(search: WfRunSearch, tenant: string, given: Given): string {
  const { wfSpecName, scheduleId, parentWfRunId, variables = [] } = search;
  const [first, ...others] = variables;
  if (first && wfSpecName !== undefined) {
    const spec = given(wfSpecName, 'text');
    const has = (of: string, { name, path, value }: VariableFilter): string =>
      `${of}.tenant_id = ${tenant} AND ${of}.wf_spec_name = ${spec} AND ${of}.name = ${given(name, 'text')}
    AND ${of}.path = ${given(pathKey(path), 'text')} AND ${of}.value = ${given(searchKey(value), 'text')}`;
    const same = 'o.started_at = v.started_at AND o.wf_run_id = v.wf_run_id';
    const also = others.map(
      (filter) => `\n  AND EXISTS (SELECT FROM searchable_value o WHERE ${has('o', filter)} AND ${same})`,
    );
    return `
SELECT ${WF_RUN_COLUMNS} FROM searchable_value v JOIN wf_run r ON r.tenant_id = v.tenant_id AND r.id = v.wf_run_id
WHERE ${has('v', first)}${also.join('')} ${filters(search, ['version', 'status', 'parent'], given)}
  ${page(search, 'v.started_at', 'v.wf_run_id', given)}`;
  }
  if (search.q !== undefined) {
    const found = `(
  SELECT DISTINCT d.wf_run_id AS id FROM user_task_detail d
  WHERE d.tenant_id = ${tenant} AND d.words @@ to_tsquery('simple', ${given(soughtWords(search.q), 'text')})
)`;
    return `
SELECT ${WF_RUN_COLUMNS} FROM ${found} w JOIN wf_run r ON r.tenant_id = ${tenant} AND r.id = w.id
WHERE true ${filters(search, ['spec', 'version', 'status', 'parent'], given)}
  ${page(search, 'r.started_at', 'r.id', given)}`;
  }
  if (scheduleId !== undefined) {
    return `
SELECT ${WF_RUN_COLUMNS} FROM wf_run r WHERE tenant_id = ${tenant} AND schedule_id = ${given(scheduleId, 'text')}
  ${page(search, 'started_at', 'id', given)}`;
  }
  const statuses = `unnest(${given(search.status ? [search.status] : LH_STATUSES, 'text[]')}) AS wanted(status)`;
  const scan = (from: string, where: string): string => `
SELECT ${WF_RUN_COLUMNS} FROM ${from} CROSS JOIN LATERAL (
  SELECT * FROM wf_run WHERE tenant_id = ${tenant} AND status = wanted.status ${where}
  ${page(search, 'started_at', 'id', given)}
) r
ORDER BY r.started_at DESC, r.id DESC LIMIT ${given(search.take, 'int')}`;
  if (parentWfRunId !== undefined || wfSpecName === undefined) {
    return scan(statuses, filters(search, ['parent', 'spec', 'version'], given));
  }
  // A version that has a run is not deleted, so those that there are have them all.
  const versions = `(
  SELECT name, major AS major_version, revision FROM definition
  WHERE tenant_id = ${tenant} AND kind = 'WfSpec' AND name = ${given(wfSpecName, 'text')} ${filters(search, ['version'], given, 'major')}
) d`;
  const ofVersion = 'AND wf_spec_name = d.name AND major_version = d.major_version AND revision = d.revision';
  return scan(`${statuses} CROSS JOIN ${versions}`, ofVersion);
}

/** Those of the filters that are given, as conditions. */
function filters(
  { wfSpecName, majorVersion, revision, status, parentWfRunId }: WfRunSearch,
  wanted: ('spec' | 'version' | 'status' | 'parent')[],
  given: Given,
  major = 'major_version',
): string {
  const equals = (column: string, value: string | number | undefined, type: string): string =>
    value === undefined ? '' : ` AND ${column} = ${given(value, type)}`;
  const each = {
    spec: () => equals('wf_spec_name', wfSpecName, 'text'),
    version: () => equals(major, majorVersion, 'int') + equals('revision', revision, 'int'),
    status: () => equals('status', status, 'text'),
    parent: () => equals('parent_id', parentWfRunId, 'text'),
  };
  return wanted.map((filter) => each[filter]()).join('');
}

/** The part of a list that is wanted, newest first. */
function page({ startedAfter, startedBefore, after, take }: WfRunSearch, at: string, id: string, given: Given): string {
  const [lastAt, lastId] = after ?? ['infinity', ''];
  return `AND ${at} > ${given(startedAfter ?? '-infinity', 'timestamptz')} AND ${at} < ${given(startedBefore ?? 'infinity', 'timestamptz')}
  AND (${at}, ${id}) < (${given(lastAt, 'timestamptz')}, ${given(lastId, 'text')})
  ORDER BY ${at} DESC, ${id} DESC LIMIT ${given(take, 'int')}`;
}

/** Each word by its beginning; what has no word in it finds nothing. */
const soughtWords = (q: string): string => (q.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word}:*`).join(' & ');
