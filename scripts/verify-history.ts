// `npm run verify:history -- [--tenant <id>] [<wfRunId> [<guid>]]`: looks through the histories of user tasks for one that is not as it was written. Exits
// with 1 when there is one. Reads only; the database is that of DATABASE_URL.

import { parseArgs } from 'node:util';
import { databaseUrl } from '../lib/platform/env.ts';
import { openDeps } from '../lib/services/deps.ts';
import { DEFAULT_TENANT } from '../lib/services/identity/tenant.ts';
import { type VerifiedTask, verifyRun, verifyTenant } from '../lib/services/verify-histories.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { tenant: { type: 'string' } } });
const [wfRunId, guid] = positionals;
const tenantId = values.tenant ?? DEFAULT_TENANT;
const deps = openDeps({ databaseUrl: databaseUrl(), poolSize: 2, testClock: false });
const found = { tasks: 0, events: 0, faults: 0 };

function tell({ wfRunId, guid, verification }: VerifiedTask, isWordy: boolean): void {
  const { events, lastHash, fault } = verification;
  found.tasks++;
  found.events += events;
  if (fault) {
    found.faults++;
    console.error(`${wfRunId} ${guid}: ${fault.kind} at event ${fault.seq}. ${fault.detail}`);
  } else if (isWordy) console.log(`${wfRunId} ${guid}: intact, ${events} events, last hash ${lastHash}`);
}

try {
  if (wfRunId === undefined) {
    for await (const task of verifyTenant(deps, tenantId)) tell(task, false);
  } else {
    const { tasks, tombstone } = await verifyRun(deps, tenantId, wfRunId);
    for (const task of tasks) if (guid === undefined || guid === task.guid) tell(task, true);
    if (found.tasks === 0 && !tombstone) {
      console.error(`There is no such user task in tenant ${tenantId}.`);
      process.exitCode = 2;
    }
    if (tombstone) {
      const { erasedAt, erasedBy, reason, histories } = tombstone;
      console.log(
        `${wfRunId} was deleted at ${erasedAt.toISOString()} by ${erasedBy}: ${reason ?? 'no reason given'}.`,
      );
      for (const { guid, events, lastHash } of histories)
        console.log(`  ${guid}: ${events} events, last hash ${lastHash}`);
    }
  }
} finally {
  await deps.close();
}
console.log(
  `${found.tasks} histories with ${found.events} events: ${found.faults === 0 ? 'all intact' : `${found.faults} not intact`}`,
);
if (found.faults > 0) process.exitCode = 1;
