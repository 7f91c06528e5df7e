// `npm run bench`, in process: the human workflow through the services, beside the reference floor in the same minutes on the same database.

import { parseCall } from '#contracts/operations/parse-call.ts';
import type { Principal } from '#contracts/principal.ts';
import { type Deps, openDeps } from '#services/deps.ts';
import { invoke } from '#services/invoke.ts';
import { applyMigrations } from '../scripts/database/migrations.ts';
import { withDurableServer } from './support/durable-database.ts';
import { openFloor } from './support/floor.ts';
import { DEFINITIONS, type Do, startRig } from './support/human-workflow.ts';
import { type Measured, measure } from './support/load.ts';
import { machine } from './support/machine.ts';
import { median, spread, table } from './support/summary.ts';

const IN_FLIGHT = 32;
const ROUNDS = Number(process.argv[2] ?? 7);
const ROUND_MS = Number(process.argv[3] ?? 4_000);
const WARM_UP_MS = 3_000;
const GOAL = 0.6;

const ofTenant = { tenantId: 'bench' };
const admin: Principal = { ...ofTenant, kind: 'user', userId: 'ada', displayName: 'Ada', groups: [], isAdmin: true };
const starter: Principal = { ...admin, userId: 'maria', displayName: 'Maria', isAdmin: false };
const decider: Principal = { ...starter, userId: 'fred', displayName: 'Fred', groups: ['finance'] };
const worker: Principal = { ...ofTenant, kind: 'service', keyId: 'worker', name: 'worker', scopes: ['workers'] };

/** Calls by a principal, without a door: what doors check before is not measured here. */
function callsBy(deps: Deps, principal: Principal): Do {
  return async (id, input) => {
    const outcome = await invoke(deps, id, { principal }, input);
    if (outcome.ok) return outcome.output;
    throw new Error(`${id} was refused: ${outcome.refusal.detail}`);
  };
}

async function putDefinitions(deps: Deps): Promise<void> {
  for (const [id, name, body] of DEFINITIONS) {
    const parsed = parseCall(id, { params: { name }, body });
    if (!parsed.ok) throw new Error(parsed.refusal.detail);
    await callsBy(deps, admin)(id, parsed.input);
  }
}

await withDurableServer(async (database) => {
  const docketUrl = await database('docket');
  await applyMigrations(docketUrl);
  console.log(await machine(docketUrl));
  const floor = await openFloor(await database('floor'));
  const deps = openDeps({ databaseUrl: docketUrl, poolSize: 8, testClock: false });
  await putDefinitions(deps);
  const rig = startRig({
    starter: callsBy(deps, starter),
    decider: callsBy(deps, decider),
    worker: callsBy(deps, worker),
  });

  await measure(IN_FLIGHT, WARM_UP_MS, floor.workflow);
  await measure(IN_FLIGHT, WARM_UP_MS, rig.workflow);
  const rounds: { floor: Measured; docket: Measured }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({
      floor: await measure(IN_FLIGHT, ROUND_MS, floor.workflow),
      docket: await measure(IN_FLIGHT, ROUND_MS, rig.workflow),
    });
  }
  await rig.close();
  await deps.close();
  await floor.close();

  console.log(
    `${ROUNDS} interleaved rounds of ${ROUND_MS / 1000} s each, ${IN_FLIGHT} in flight; min / median / max\n`,
  );
  const shown = (name: string, of: (round: (typeof rounds)[number]) => Measured): string[] => [
    name,
    spread(rounds.map((round) => of(round).perSecond)),
    spread(
      rounds.map((round) => of(round).cpuMs),
      3,
    ),
  ];
  console.log(
    table([
      ['', 'workflows/s', 'Node CPU ms each'],
      shown('reference floor', (round) => round.floor),
      shown('Docket, in process', (round) => round.docket),
    ]),
  );
  const ratios = rounds.map((round) => round.docket.perSecond / round.floor.perSecond);
  const verdict = median(ratios) >= GOAL ? 'reached' : 'not reached';
  console.log(`\nof the floor: ${spread(ratios, 2)} (goal ${GOAL}: ${verdict})`);
  console.log('What stands between them: bench/README.md.');
});
