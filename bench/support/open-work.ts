// A database full of real open tasks: made by runs through the services, so that each can be opened.

import pg from 'pg';
import { parseCall } from '#contracts/operations/parse-call.ts';
import type { OperationId } from '#contracts/operations/table.ts';
import type { Principal } from '#contracts/principal.ts';
import { openDeps } from '#services/deps.ts';
import { foundTenant } from '#services/identity/found-tenant.ts';
import { DEFAULT_TENANT } from '#services/identity/tenant.ts';
import { invoke } from '#services/invoke.ts';

/** The person who looks: holds one task in a hundred and is in two of ten groups. */
export const READER = { id: 'reader', password: 'a password of the benchmark' };
/** One more task of the reader's has a form of a hundred fields; its title says so. */
const HUNDRED_FIELDS = 'hundred-fields';

const IN_FLIGHT = 64;
const PEOPLE = 100;
const GROUPS = 10;

const FORM = {
  displayName: 'Approve the invoice',
  fields: [
    { name: 'isApproved', type: 'BOOL', displayName: 'Approved?', required: true },
    { name: 'amount', type: 'DOUBLE', displayName: 'Amount', required: true },
    {
      name: 'account',
      type: 'STR',
      displayName: 'Account',
      options: ['a', 'b', 'c', 'd', 'e', 'f'].map((value) => ({ value })),
    },
    { name: 'paidOn', type: 'TIMESTAMP', displayName: 'Pay on', widget: 'date' },
    { name: 'remark', type: 'STR', displayName: 'Remark', widget: 'multiline' },
  ],
};

const KINDS = [
  { type: 'STR', widget: 'text' },
  { type: 'INT' },
  { type: 'BOOL' },
  { type: 'STR', options: ['a', 'b', 'c'].map((value) => ({ value })) },
  { type: 'TIMESTAMP', widget: 'date' },
] as const;

/** The first field is a text; one in the middle is asked only when the second has an answer of its own. */
const LONG_FORM = {
  displayName: 'A hundred fields',
  fields: Array.from({ length: 100 }, (_, n) => ({
    ...KINDS[n % KINDS.length],
    name: `field${n}`,
    displayName: `Field ${n}`,
    section: `Part ${Math.floor(n / 10)}`,
    ...(n === 50 && { visibleWhen: { field: 'field1', op: 'equals', value: 42 } }),
  })),
};

const specOf = (userTaskDefName: string) => ({
  entrypoint: 'main',
  threads: {
    main: {
      variables: ['userId', 'userGroup', 'invoice'].map((name) => ({ name, type: 'STR' })),
      nodes: {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'approve' }] },
        approve: {
          type: 'USER_TASK',
          userTaskDefName,
          userId: { variable: 'userId' },
          userGroup: { variable: 'userGroup' },
          context: { variable: 'invoice' },
          edges: [{ to: 'end' }],
        },
        end: { type: 'EXIT' },
      },
    },
  },
});

const group = (n: number) => `group-${n % GROUPS}`;

/** Founds a tenant with people and groups, and starts a run for each task: one in four is somebody's, the others wait in a group. */
export async function fillWithOpenWork(databaseUrl: string, tasks: number): Promise<void> {
  const deps = openDeps({ databaseUrl, poolSize: 8, testClock: false });
  const people = Array.from({ length: PEOPLE }, (_, n) => ({
    id: n === 0 ? READER.id : `person-${n}`,
    displayName: n === 0 ? 'Reader' : `Person ${n}`,
    password: READER.password,
    isAdmin: false,
    groups: [group(n), group(n + 1)],
  }));
  await foundTenant(deps, {
    id: DEFAULT_TENANT,
    groups: Array.from({ length: GROUPS }, (_, n) => group(n)),
    users: people,
    apiKeys: [],
  });
  const principal: Principal = {
    kind: 'user',
    tenantId: DEFAULT_TENANT,
    userId: 'ada',
    displayName: 'Ada',
    groups: [],
    isAdmin: true,
  };
  const call = async (id: OperationId, parts: { params?: object; body: object }) => {
    const parsed = parseCall(id, parts);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    const outcome = await invoke(deps, id, { principal }, parsed.input);
    if (!outcome.ok) throw new Error(`${id} was refused: ${outcome.refusal.detail}`);
  };
  await call('putUserTaskDef', { params: { name: 'invoice' }, body: FORM });
  await call('putUserTaskDef', { params: { name: HUNDRED_FIELDS }, body: LONG_FORM });
  await call('putWfSpec', { params: { name: 'invoices' }, body: specOf('invoice') });
  await call('putWfSpec', { params: { name: HUNDRED_FIELDS }, body: specOf(HUNDRED_FIELDS) });
  const variables = { userGroup: group(0), userId: READER.id, invoice: 'A form of a hundred fields' };
  await call('runWf', { body: { wfSpecName: HUNDRED_FIELDS, id: HUNDRED_FIELDS, variables } });
  let next = 0;
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      while (next < tasks) {
        const n = next++;
        const owner = people[Math.floor(n / 4) % PEOPLE];
        const variables = {
          userGroup: group(n),
          invoice: `Invoice ${n} · ACME`,
          ...(n % 4 === 0 && { userId: owner?.id }),
        };
        await call('runWf', { body: { wfSpecName: 'invoices', variables } });
      }
    }),
  );
  await deps.close();
  await settle(databaseUrl);
}

/** What PostgreSQL would do by itself in the minutes after, so that it is not measured with what comes then. */
async function settle(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('VACUUM (ANALYZE)');
  await client.query('CHECKPOINT');
  await client.end();
}
