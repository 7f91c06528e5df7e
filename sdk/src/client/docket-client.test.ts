import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Answer, refusal, startFakeServer } from '../testing/fake-server.ts';
import { DocketClient } from './docket-client.ts';
import { ConnectionError, DocketError } from './docket-error.ts';

const OK: Answer = { status: 200, body: { ok: true } };

/** A server that gives these answers in turn, the last one for ever, and a client that does not wait between attempts. */
async function given(...answers: [Answer, ...Answer[]]) {
  let next = 0;
  const server = await startFakeServer(() => answers[Math.min(next++, answers.length - 1)] ?? OK);
  return { server, client: clientOf(server.url) };
}

const clientOf = (url: string) => new DocketClient({ url, apiKey: 'secret', retry: { attempts: 3, baseDelayMs: 0 } });

afterEach(() => {
  vi.useRealTimers();
});

describe('a call', () => {
  it('puts each part of its input in its place, and the key in the header', async () => {
    const { server, client } = await given(OK);
    await using _ = server;
    await client.completeUserTaskRun({ wfRunId: 'run-1', guid: '0-1', userId: 'maria', results: { isApproved: true } });
    await client.searchUserTaskRuns({ userGroup: ['R&D', 'it'], limit: 10, overdue: true, status: undefined });
    await client.putWfSpec({ name: 'empty', entrypoint: 'main', threads: {} });
    expect(server.requests).toMatchObject([
      {
        method: 'POST',
        path: '/wf-runs/run-1/user-task-runs/0-1/complete',
        body: { userId: 'maria', results: { isApproved: true } },
        headers: { authorization: 'Bearer secret' },
      },
      { method: 'GET', path: '/user-task-runs?userGroup=R%26D&userGroup=it&limit=10&overdue=true', body: null },
      { method: 'PUT', path: '/wf-specs/empty', body: { entrypoint: 'main', threads: {} } },
    ]);
  });

  it('gives the body of the answer, and undefined where there is none', async () => {
    const { server, client } = await given({ status: 200, body: { kind: 'service' } }, { status: 204 });
    await using _ = server;
    expect(await client.whoAmI()).toEqual({ kind: 'service' });
    expect(await client.deleteWfRun({ wfRunId: 'run-1' })).toBeUndefined();
  });

  it('that is refused throws all that the server said', async () => {
    const errors = [{ path: 'results.amount', message: 'must be a whole number' }];
    const { server, client } = await given(
      refusal('INVALID_ARGUMENT', 'The form is not valid', { errors, current: { version: 3 } }),
    );
    await using _ = server;
    const error = await client.completeUserTaskRun({ wfRunId: 'r', guid: '0-1' }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DocketError);
    expect(error).toMatchObject({
      code: 'INVALID_ARGUMENT',
      status: 400,
      detail: 'The form is not valid',
      errors,
      current: { version: 3 },
      message: 'INVALID_ARGUMENT: The form is not valid; results.amount: must be a whole number',
    });
  });

  it('that something in between refuses throws by its status', async () => {
    const { server, client } = await given({ status: 404, body: '<h1>Nothing here</h1>' });
    await using _ = server;
    await expect(client.whoAmI()).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });
});

describe('sending again', () => {
  it('a POST whose answer was lost carries the key that it had before', async () => {
    const { server, client } = await given('drop', 'drop', { status: 201, body: { id: 'run-1' } });
    await using _ = server;
    expect(await client.runWf({ wfSpecName: 'it-request' })).toEqual({ id: 'run-1' });
    await client.runWf({ wfSpecName: 'it-request' });
    const [first, second, third, other] = server.requests.map((request) => request.headers['idempotency-key']);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect([second, third]).toEqual([first, first]);
    expect(other).not.toBe(first);
  });

  it('ends after the attempts that were allowed', async () => {
    const { server, client } = await given('drop');
    await using _ = server;
    await expect(client.whoAmI()).rejects.toBeInstanceOf(ConnectionError);
    expect(server.requests).toHaveLength(3);
  });

  it('a DELETE whose answer was lost is left to the caller', async () => {
    const { server, client } = await given('drop');
    await using _ = server;
    await expect(client.deleteWfRun({ wfRunId: 'run-1' })).rejects.toThrow('the connection was lost');
    expect(server.requests).toHaveLength(1);
  });

  it('happens when the server refuses for now, not when it refuses for good', async () => {
    const { server, client } = await given(
      refusal('UNAVAILABLE', 'Starting'),
      { status: 502, body: 'Bad gateway' },
      OK,
    );
    await using _ = server;
    await client.deleteWfRun({ wfRunId: 'run-1' });
    expect(server.requests).toHaveLength(3);

    const { server: other, client: refused } = await given(refusal('ABORTED', 'Someone was first'));
    await using __ = other;
    await expect(refused.runWf({ wfSpecName: 'x' })).rejects.toMatchObject({ code: 'ABORTED' });
    expect(other.requests).toHaveLength(1);
  });
});

describe('a call that hangs', () => {
  it('ends when its time is up', async () => {
    const { server, client } = await given('hang');
    await using _ = server;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const call = client.whoAmI({}, { timeoutMs: 5000, attempts: 1 });
    await server.received('/me');
    vi.advanceTimersByTime(5000);
    await expect(call).rejects.toThrow('no answer within 5000 ms');
  });

  it('ends when its caller gives up, and is not sent again', async () => {
    const { server, client } = await given('hang');
    await using _ = server;
    const caller = new AbortController();
    const call = client.whoAmI({}, { signal: caller.signal });
    await server.received('/me');
    caller.abort(new Error('never mind'));
    await expect(call).rejects.toThrow('never mind');
    expect(server.requests).toHaveLength(1);
  });
});

describe('pages', () => {
  it('follow the bookmarks to the end', async () => {
    const { server, client } = await given(
      { status: 200, body: { results: [{ id: 'a' }, { id: 'b' }], bookmark: 'after b' } },
      { status: 200, body: { results: [{ id: 'c' }], bookmark: null } },
    );
    await using _ = server;
    const ids: string[] = [];
    for await (const runs of client.pages('searchWfRuns', { status: 'RUNNING', limit: 2 })) {
      ids.push(...runs.map((run) => run.id));
    }
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(server.requests.map((request) => request.path)).toEqual([
      '/wf-runs?status=RUNNING&limit=2',
      '/wf-runs?status=RUNNING&limit=2&bookmark=after+b',
    ]);
  });
});
