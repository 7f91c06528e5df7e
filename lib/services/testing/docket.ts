// A Docket for a test: services on a database of its own, people to call as, and the demo's process to run.

import { parseCall, splitCall } from '#contracts/operations/parse-call.ts';
import { type CallOf, OPERATIONS, type OperationId, type OutputOf } from '#contracts/operations/table.ts';
import type { Principal, Scope, UserPrincipal } from '#contracts/principal.ts';
import type { ProblemCode, Refusal } from '#contracts/problem.ts';
import type { TaskLease } from '#contracts/task-run.ts';
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { type WfSpecBody, wfSpecBody } from '#contracts/wf-spec.ts';
import type { Call, Outcome } from '../context.ts';
import { type Deps, openDeps } from '../deps.ts';
import { invoke } from '../invoke.ts';

export const TENANT = 'acme';

export function person(userId: string, groups: string[] = [], isAdmin = false): UserPrincipal {
  return { kind: 'user', tenantId: TENANT, userId, displayName: userId, groups, isAdmin };
}

export function key(name: string, scopes: Scope[] = ['*']): Principal {
  return { kind: 'service', tenantId: TENANT, keyId: name, name, scopes };
}

export const maria = person('maria');
export const fred = person('fred', ['finance']);
export const fiona = person('fiona', ['finance']);
export const ivan = person('ivan', ['it']);
export const ada = person('ada', [], true);
export const robot = key('robot');

const USER_TASK = (name: string, owners: object, to: string) => ({
  type: 'USER_TASK',
  userTaskDefName: name,
  ...owners,
  edges: [{ to }],
});

/** Maria asks, somebody in finance approves, a worker is told. */
export const IT_REQUEST: WfSpecBody = wfSpecBody.parse({
  entrypoint: 'main',
  threads: {
    main: {
      variables: [
        { name: 'requester', type: 'STR', required: true },
        { name: 'item', type: 'STR' },
      ],
      nodes: {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'ask' }] },
        ask: {
          ...USER_TASK('it-request', { userId: { variable: 'requester' } }, 'approve'),
          edges: [
            { to: 'approve', mutations: [{ variable: 'item', value: { nodeOutput: 'ask', jsonPath: '$.item' } }] },
          ],
        },
        approve: USER_TASK(
          'approve-it-request',
          {
            userGroup: { literal: 'finance' },
            notes: { format: '{0} asks for {1}', args: [{ variable: 'requester' }, { variable: 'item' }] },
            context: { variable: 'item' },
          },
          'tell',
        ),
        tell: {
          type: 'TASK',
          taskDefName: 'tell-requester',
          inputs: [{ variable: 'item' }],
          retries: 1,
          timeoutSeconds: 30,
          edges: [{ to: 'end' }],
        },
        end: { type: 'EXIT' },
      },
    },
  },
});

/** A process of one task by the form `approve-it-request`. */
const processOfOneTask = (node: object): WfSpecBody =>
  wfSpecBody.parse({
    entrypoint: 'main',
    threads: {
      main: {
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'ask' }] },
          ask: USER_TASK('approve-it-request', node, 'end'),
          end: { type: 'EXIT' },
        },
      },
    },
  });

export type Docket = Awaited<ReturnType<typeof openDocket>>;

/** Opens services on a migrated database and puts the demo's definitions. */
export async function openDocket(databaseUrl: string) {
  const deps = openDeps({ databaseUrl, poolSize: 6, testClock: true });
  const docket = talkTo(deps);
  await docket.as(ada).do('putTaskDef', {
    name: 'tell-requester',
    inputVars: [{ name: 'item', type: 'STR' }],
    returnType: 'STR',
  });
  const text = (name: string) => ({ name, type: 'STR' as const, required: true });
  await docket.as(ada).do('putUserTaskDef', { name: 'it-request', fields: [text('item')] });
  await docket.as(ada).do('putUserTaskDef', {
    name: 'approve-it-request',
    fields: [
      { name: 'isApproved', type: 'BOOL', required: true },
      { ...text('comments'), required: false },
    ],
  });
  await docket.as(ada).do('putWfSpec', { name: 'it-request', ...IT_REQUEST });
  return docket;
}

/** Services to call as whoever it may be. */
export function talkTo(deps: Deps) {
  const as = (principal: Principal, how: Omit<Call, 'principal'> = {}) => {
    /** As a door does it: the input is checked by its schemas, defaults are filled in. */
    const call = async <Id extends OperationId>(id: Id, input: CallOf<Id>): Promise<Outcome<OutputOf<Id>>> => {
      const parsed = parseCall(id, splitCall(OPERATIONS[id], input));
      return parsed.ok ? invoke(deps, id, { principal, ...how }, parsed.input) : parsed;
    };
    return {
      /** Does an operation that must go through. */
      do: async <Id extends OperationId>(id: Id, input: CallOf<Id>): Promise<OutputOf<Id>> => {
        const outcome = await call(id, input);
        if (outcome.ok) return outcome.output;
        throw new Error(`${id} was refused: ${JSON.stringify(outcome.refusal)}`);
      },
      /** Tries an operation: the refusal, or null when it went through. */
      try: async <Id extends OperationId>(id: Id, input: CallOf<Id>): Promise<Refusal | null> => {
        const outcome = await call(id, input);
        return outcome.ok ? null : outcome.refusal;
      },
      code: async <Id extends OperationId>(id: Id, input: CallOf<Id>): Promise<ProblemCode | 'OK'> => {
        const outcome = await call(id, input);
        return outcome.ok ? 'OK' : outcome.refusal.code;
      },
    };
  };

  return {
    deps,
    as,
    /** Starts the demo's process for maria; her form is open. */
    start: async (id?: string): Promise<{ wfRunId: string; guid: string }> => {
      const input = { wfSpecName: 'it-request', variables: { requester: 'maria' }, ...(id !== undefined && { id }) };
      const run = await as(maria).do('runWf', input);
      return { wfRunId: run.id, guid: '0-1' };
    },
    /** Starts it and fills in maria's form: the approval waits for finance. */
    startApproval: async (item = 'a chair'): Promise<{ wfRunId: string; guid: string }> => {
      const run = await as(maria).do('runWf', { wfSpecName: 'it-request', variables: { requester: 'maria' } });
      await as(maria).do('completeUserTaskRun', { wfRunId: run.id, guid: '0-1', results: { item } });
      return { wfRunId: run.id, guid: '0-2' };
    },
    /** Puts a process of one task, named `name`, and gives what starts one. */
    putTask: async (name: string, node: object) => {
      await as(ada).do('putWfSpec', { name, ...processOfOneTask(node) });
      return async (requester: UserPrincipal = maria): Promise<{ wfRunId: string; guid: string }> => {
        const run = await as(requester).do('runWf', { wfSpecName: name });
        return { wfRunId: run.id, guid: '0-1' };
      };
    },
    /** Polls once for the demo's task. */
    poll: async (max = 10): Promise<TaskLease[]> => {
      const input = { taskDefNames: ['tell-requester'], workerId: 'worker', max, waitSeconds: 0 };
      return (await as(robot).do('pollTaskRuns', input)).results;
    },
    /** Every page of a search. */
    searchAll: async (principal: Principal, input: CallOf<'searchUserTaskRuns'>): Promise<UserTaskRunSummary[]> => {
      const found: UserTaskRunSummary[] = [];
      let bookmark: string | null = null;
      do {
        const page: OutputOf<'searchUserTaskRuns'> = await as(principal).do('searchUserTaskRuns', {
          limit: 50,
          sort: '-created',
          ...input,
          ...(bookmark !== null && { bookmark }),
        });
        found.push(...page.results);
        bookmark = page.bookmark;
      } while (bookmark !== null);
      return found;
    },
    close: () => deps.close(),
  };
}
