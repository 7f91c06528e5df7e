// Some weeks of work for the demo: definitions are put, and people do with them what people do.
import type { Deps } from '#services/deps.ts';
import { answersTo, beginningOf } from './answers.ts';
import { INCOMING } from './beginnings.ts';
import { type Demo, demoOn } from './call.ts';
import { afterWork, type Chance, chanceFrom } from './chance.ts';
import { ACCESS_FORMS } from './forms/access.ts';
import { COMPLAINTS_FORMS } from './forms/complaints.ts';
import { FINANCE_FORMS } from './forms/finance.ts';
import { ONBOARDING_FORMS } from './forms/onboarding.ts';
import { runLife, stopOne } from './lives.ts';
import { doTasks } from './mail-worker.ts';
import { FEW_PEOPLE } from './people.ts';
import { play } from './play.ts';
import { accessRequest } from './workflows/access-request.ts';
import { complaint } from './workflows/complaint-handling.ts';
import { employeeOnboarding } from './workflows/employee-onboarding.ts';
import { invoiceApproval } from './workflows/invoice-approval.ts';
import { SEND_MAIL } from './workflows/parts.ts';

const HOUR = 3_600_000;
const WEEKS = 6;
const LATELY = 40 * HOUR;
const LEAST_HELD = 3;

/** Fills a demo that was just founded. `deps` must be on the test clock, so that the past can be played. */
export async function foundWork(deps: Deps): Promise<void> {
  const demo = demoOn(deps);
  const chance = chanceFrom(4711);
  const until = Date.now();
  const from = until - WEEKS * 7 * 24 * HOUR;
  await play(deps, {
    from,
    until,
    start: async (stage) => {
      await putDefinitions(demo);
      const scene = { demo, stage, chance };
      for (const { make, before, lately } of INCOMING) {
        instantsOf(chance, { from, until, before, lately }).forEach((at, index) => {
          stage.begin(runLife(scene, make(chance, index, at), at));
        });
      }
      stage.begin(stopOne(scene, until - 5 * HOUR));
    },
    after: () => doTasks(demo),
  });
  await fillDesks(demo);
  await leaveSomeOfEach(demo, chance);
  await saveViews(demo);
}

/** A visitor finds something in hand, whoever of them they are: of chance alone, a Monday morning may leave nobody with anything. */
async function fillDesks({ attempt, call }: Demo): Promise<void> {
  for (const { id: userId, groups } of FEW_PEOPLE.filter((person) => person.groups.length > 0)) {
    const [held, waiting] = await Promise.all([
      call(userId, 'searchUserTaskRuns', { userId, status: 'ASSIGNED', limit: LEAST_HELD }),
      call(userId, 'searchUserTaskRuns', { userGroup: groups, status: 'UNASSIGNED', limit: 20 }),
    ]);
    let missing = LEAST_HELD - held.results.length;
    for (const { wfRunId, guid } of waiting.results) {
      if (missing <= 0) break;
      // Refused is what somebody may not do who did an earlier step.
      if (await attempt(userId, 'claimUserTaskRun', { wfRunId, guid })) missing--;
    }
  }
}

/** Of chance alone there may be an hour at which nothing is begun, or was given up. */
async function leaveSomeOfEach({ attempt, call }: Demo, chance: Chance): Promise<void> {
  const [held, waiting, cancelled] = await Promise.all(
    (['ASSIGNED', 'UNASSIGNED', 'CANCELLED'] as const).map(async (status) => {
      return (await call('ada', 'searchUserTaskRuns', { status, limit: 100 })).results;
    }),
  );
  const [first] = held ?? [];
  if (first?.userId && !held?.some(({ hasDraft }) => hasDraft)) {
    const { wfRunId, guid, userId, userTaskDefName } = first;
    const results = beginningOf(answersTo(userTaskDefName, chance));
    await attempt(userId, 'saveUserTaskRun', { wfRunId, guid, results });
  }
  const [other] = waiting ?? [];
  if (other && cancelled?.length === 0) {
    const { wfRunId, guid } = other;
    await attempt('ada', 'cancelUserTaskRun', { wfRunId, guid, reason: 'It was sent to us twice.' });
  }
}

/** When things come in: some over all the weeks, and some in the last days, so that there is something to do. */
function instantsOf(
  chance: Chance,
  { from, until, before, lately }: { from: number; until: number; before: number; lately: number },
): number[] {
  const since = (start: number, count: number) =>
    Array.from({ length: count }, () => start + chance.next() * (until - start)).map((at) => {
      const working = afterWork(at, chance.around(30));
      // At night and on a Sunday the last of them have come in just now.
      return working < until ? working : until - chance.next() * LATELY;
    });
  return [...since(from, before), ...since(until - LATELY, lately)].sort((a, b) => a - b);
}

async function putDefinitions({ call }: Demo): Promise<void> {
  await call('ada', 'putTaskDef', SEND_MAIL);
  for (const form of [...FINANCE_FORMS, ...ACCESS_FORMS, ...ONBOARDING_FORMS, ...COMPLAINTS_FORMS]) {
    await call('ada', 'putUserTaskDef', form);
  }
  for (const workflow of [invoiceApproval, accessRequest, employeeOnboarding, complaint]) {
    await call('ada', 'putWfSpec', workflow);
  }
}

async function saveViews({ call }: Demo): Promise<void> {
  await call('fiona', 'createView', {
    name: 'Payments to approve',
    userGroup: 'finance',
    query: { userTaskDefName: 'approve-payment', status: ['UNASSIGNED', 'ASSIGNED'] },
  });
  await call('sofia', 'createView', {
    name: 'Pressing complaints',
    userGroup: 'support',
    query: { userGroup: 'support', priorityMin: 70, status: 'UNASSIGNED' },
  });
  await call('maria', 'createView', { name: 'My invoices', query: { wfSpecName: 'invoice-approval' } });
}
