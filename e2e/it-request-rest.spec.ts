// The IT request over REST alone, call by call, as the README's curl lines do it.
import { readFile } from 'node:fs/promises';
import type { UserTaskRun } from '#contracts/user-task-run.ts';
import type { WfRun } from '#contracts/wf-run.ts';
import { expect, test } from './support/test.ts';

const DEFINITIONS = [
  'task-defs/send-mail',
  'user-task-defs/it-request',
  'user-task-defs/approve-it-request',
  'wf-specs/it-request',
];

test('an IT request over REST: defined, asked for, refused by finance, told by mail', async ({ docket, mailbox }) => {
  const item = `A coffee machine ${crypto.randomUUID()}`;

  async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${docket.url}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${docket.apiKey}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }

  for (const path of DEFINITIONS) {
    const file = new URL(`../examples/it-request/definitions/${path}.json`, import.meta.url);
    const answer = await call('PUT', path, JSON.parse(await readFile(file, 'utf8')));
    expect(answer, path).toMatchObject({ status: 200, body: { name: path.split('/')[1] } });
  }

  const started = await call('POST', 'wf-runs', {
    wfSpecName: 'it-request',
    variables: { requester: 'maria' },
    requester: 'maria',
  });
  expect(started).toMatchObject({ status: 201, body: { status: 'RUNNING', requester: 'maria' } });
  const { id } = started.body as WfRun;
  const tasks = `wf-runs/${id}/user-task-runs`;

  expect(await call('GET', `${tasks}/0-1`)).toMatchObject({
    status: 200,
    body: { status: 'ASSIGNED', userId: 'maria', userGroup: null, userTaskDefName: 'it-request' },
  });
  const request = { requestedItem: item, justification: 'The old one leaks.' };
  expect(await call('POST', `${tasks}/0-1/complete`, { userId: 'maria', results: request })).toMatchObject({
    status: 200,
    body: { status: 'DONE', results: request },
  });

  const waiting = await call('GET', `user-task-runs?userGroup=finance&status=UNASSIGNED&wfRunId=${id}`);
  expect(waiting).toMatchObject({ status: 200, body: { results: [{ guid: '0-2', userId: null }], bookmark: null } });
  const { notes } = (await call('GET', `${tasks}/0-2`)).body as UserTaskRun;
  expect(notes).toContain(item);
  expect(notes).toContain('The old one leaks.');

  expect(await call('POST', `${tasks}/0-2/claim`, { userId: 'fiona' })).toMatchObject({
    status: 200,
    body: { status: 'ASSIGNED', userId: 'fiona', userGroup: 'finance' },
  });
  const late = await call('POST', `${tasks}/0-2/claim`, { userId: 'fred' });
  expect(late).toMatchObject({ status: 409, body: { code: 'FAILED_PRECONDITION' } });
  expect((late.body as { detail: string }).detail).toContain('fiona');

  expect(await call('POST', `${tasks}/0-2/complete`, { userId: 'fiona', results: { isApproved: 'no' } })).toMatchObject(
    {
      status: 400,
      body: { code: 'INVALID_ARGUMENT', errors: [{ path: 'results.isApproved' }] },
    },
  );
  const decision = { isApproved: false, comments: 'Have it repaired.' };
  expect(await call('POST', `${tasks}/0-2/complete`, { userId: 'fiona', results: decision })).toMatchObject({
    status: 200,
    body: { status: 'DONE', results: decision },
  });

  await expect.poll(async () => (await call('GET', `wf-runs/${id}`)).body).toMatchObject({ status: 'COMPLETED' });
  const { events } = (await call('GET', `${tasks}/0-2`)).body as UserTaskRun;
  expect(events.map(({ type, cause, actorKind, onBehalfOf }) => [type, cause, actorKind, onBehalfOf])).toEqual([
    ['ASSIGNED', 'arrival', 'engine', null],
    ['ASSIGNED', 'claim', 'service', 'fiona'],
    ['COMPLETED', 'complete', 'service', 'fiona'],
  ]);

  const [mail] = await mailbox.find(`Not approved: ${item}`);
  expect(mail).toMatchObject({ to: ['maria@docket.example'] });
  expect(mail?.text).toContain('Have it repaired.');
});
