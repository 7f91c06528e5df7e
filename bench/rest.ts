// `npm run bench`, over REST: the human workflow with every call, the worker's too, over HTTP with kept-alive connections, beside the floor.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import type { JsonValue } from '#contracts/json.ts';
import type { Operation } from '#contracts/operations/operation.ts';
import { splitCall } from '#contracts/operations/parse-call.ts';
import { OPERATIONS } from '#contracts/operations/table.ts';
import { applyMigrations } from '../scripts/database/migrations.ts';
import { withDurableServer } from './support/durable-database.ts';
import { openFloor } from './support/floor.ts';
import { DEFINITIONS, type Do, startRig } from './support/human-workflow.ts';
import { measure } from './support/load.ts';
import { machine } from './support/machine.ts';
import type { Listening } from './support/rest-server.ts';
import { spread, table } from './support/summary.ts';

const IN_FLIGHT = 32;
const ROUNDS = Number(process.argv[2] ?? 5);
const ROUND_MS = Number(process.argv[3] ?? 4_000);
const WARM_UP_MS = 3_000;
// Start, two reports, completion; polls besides, each for many.
const CALLS = 4;

/** Calls over HTTP; a refusal is an error. */
function callsTo({ origin, apiKey }: Listening, actor: object): Do {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const call = (method: string, path: string, body: unknown): Promise<JsonValue> =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body ?? {});
      const headers = {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      };
      const sent = request(`${origin}/api/v1${path}`, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString();
          if ((response.statusCode ?? 500) < 300) resolve(answer === '' ? null : JSON.parse(answer));
          else reject(new Error(`${method} ${path}: ${answer}`));
        });
      });
      sent.on('error', reject);
      sent.end(text);
    });
  return async (id, input) => {
    const operation: Operation = OPERATIONS[id];
    const { params, body } = splitCall(operation, { ...actor, ...input });
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String((params as Record<string, unknown>)[name])),
    );
    // What the server says is what the operation's row says.
    return (await call(operation.method, path, body)) as never;
  };
}

await withDurableServer(async (database) => {
  const docketUrl = await database('docket');
  await applyMigrations(docketUrl);
  console.log(await machine(docketUrl));
  const server = fork(join(import.meta.dirname, 'support/rest-server.ts'), [docketUrl]);
  const cpuOfServer = async (): Promise<number> => {
    server.send('cpu');
    return ((await once(server, 'message')) as [Listening])[0].cpuMs;
  };
  const [listening] = (await once(server, 'message')) as [Listening];
  const service = callsTo(listening, {});
  for (const [id, name, body] of DEFINITIONS) await service(id, { name, ...body } as never);
  const floor = await openFloor(await database('floor'));
  const rig = startRig({ starter: service, decider: callsTo(listening, { userId: 'fred' }), worker: service });

  await measure(IN_FLIGHT, WARM_UP_MS, rig.workflow);
  const rounds: { floor: number; docket: number; cpuMs: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await measure(IN_FLIGHT, ROUND_MS, floor.workflow);
    const before = await cpuOfServer();
    const docket = await measure(IN_FLIGHT, ROUND_MS, rig.workflow);
    const calls = (docket.perSecond * ROUND_MS * CALLS) / 1000;
    rounds.push({
      floor: bare.perSecond,
      docket: docket.perSecond,
      cpuMs: ((await cpuOfServer()) - before) / calls,
    });
  }
  await rig.close();
  server.disconnect();
  await floor.close();

  console.log(
    `${ROUNDS} interleaved rounds of ${ROUND_MS / 1000} s each, ${IN_FLIGHT} in flight; min / median / max\n`,
  );
  console.log(
    table([
      ['', 'workflows/s'],
      ['reference floor, in process', spread(rounds.map((round) => round.floor))],
      ['Docket over REST', spread(rounds.map((round) => round.docket))],
    ]),
  );
  console.log(
    `\nof the floor: ${spread(
      rounds.map(({ docket, floor: bare }) => docket / bare),
      2,
    )}`,
  );
  console.log(
    `CPU of the server per call: ${spread(
      rounds.map(({ cpuMs }) => cpuMs),
      2,
    )} ms`,
  );
});
