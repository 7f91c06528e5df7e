// How people deal with what comes in: they wait, claim, hesitate, ask, hand over, and mostly finish.
import type { UserTaskRunSummary } from '#contracts/user-task-run.ts';
import { answersTo, beginningOf } from './answers.ts';
import type { Beginning } from './beginnings.ts';
import type { Demo } from './call.ts';
import { afterWork, type Chance } from './chance.ts';
import { membersOf, takersOf } from './people.ts';
import type { Life, Stage } from './play.ts';

export type Scene = { demo: Demo; stage: Stage; chance: Chance };
type Address = { wfRunId: string; guid: string };

const SAID = [
  'I have asked them on the phone; they call back.',
  'The paper is on my desk if anybody needs it.',
  'Who was with us the last time? I cannot find the note.',
  'Looks right to me so far.',
  'They write that it takes until Thursday.',
];

/** A run, from its beginning on. */
export async function* runLife(scene: Scene, { userId, run }: Beginning, at: number): Life {
  yield at;
  const { id } = await scene.demo.call(userId, 'runWf', run);
  await beginTasks(scene, id, new Set());
}

/** Lets everybody begin whose task the run has opened. */
async function beginTasks(scene: Scene, wfRunId: string, known: Set<string>): Promise<void> {
  const { results } = await scene.demo.call('ada', 'listUserTaskRuns', { wfRunId, limit: 50 });
  for (const task of results) {
    if (known.has(task.guid)) continue;
    known.add(task.guid);
    scene.stage.begin(taskLife(scene, task, known));
  }
}

/** A task, until it is finished, or forgotten. */
async function* taskLife(
  scene: Scene,
  { wfRunId, guid, userTaskDefName }: UserTaskRunSummary,
  known: Set<string>,
): Life {
  const { demo, stage, chance } = scene;
  const address = { wfRunId, guid };
  if (chance.isSo(0.1)) return;
  for (let round = 0; ; round++) {
    const task = await demo.call('ada', 'getUserTaskRun', address);
    if (task.endedAt !== null) return beginTasks(scene, wfRunId, known);
    if (task.userId === null) {
      yield afterWork(stage.now(), 5 + chance.around(190));
      await demo.attempt(chance.oneOf(takersOf(task.userGroup ?? '')), 'claimUserTaskRun', address);
      continue;
    }
    yield afterWork(stage.now(), 10 + chance.around(75));
    if (round < 3 && (await hesitate(scene, { ...address, userTaskDefName }, task.userId, task.userGroup))) continue;
    if (chance.isSo(0.06)) return;
    yield afterWork(stage.now(), chance.around(150));
    if (chance.isSo(0.025)) {
      await demo.attempt('ada', 'cancelUserTaskRun', { ...address, reason: 'It was sent to us twice.' });
    } else {
      const results = answersTo(userTaskDefName, chance);
      await demo.attempt(task.userId, 'completeUserTaskRun', { ...address, results });
    }
  }
}

/** What may come between a claim and its end; true when the task has changed hands. */
async function hesitate(
  { demo, chance }: Scene,
  { userTaskDefName, ...address }: Address & { userTaskDefName: string },
  userId: string,
  userGroup: string | null,
): Promise<boolean> {
  if (chance.isSo(0.3)) await demo.attempt(userId, 'addComment', { ...address, comment: chance.oneOf(SAID) });
  if (chance.isSo(0.3)) {
    const results = beginningOf(answersTo(userTaskDefName, chance));
    await demo.attempt(userId, 'saveUserTaskRun', { ...address, results });
  }
  if (userGroup === null) return false;
  const colleagues = membersOf(userGroup).filter((id) => id !== userId);
  if (chance.isSo(0.08)) {
    const reason = chance.oneOf(['I am away for two days.', 'I was in charge of the order myself.']);
    return (await demo.attempt(userId, 'releaseUserTaskRun', { ...address, reason })) !== null;
  }
  if (colleagues.length > 0 && chance.isSo(0.08)) {
    const heir = { userId: chance.oneOf(colleagues), reason: 'You know them better than I do.' };
    return (await demo.attempt(userId, 'handOverUserTaskRun', { ...address, ...heir })) !== null;
  }
  return false;
}

/** An admin who stops a run, to look into it. */
export async function* stopOne({ demo }: Scene, at: number): Life {
  yield at;
  const { results } = await demo.call('ada', 'searchWfRuns', {
    wfSpecName: 'complaint-handling',
    status: 'RUNNING',
    limit: 5,
  });
  const run = results.at(-1);
  if (run !== undefined) await demo.attempt('ada', 'stopWfRun', { wfRunId: run.id });
}
