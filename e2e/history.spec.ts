// Who had a task, when and why: read at length, narrowed, taken along as JSON, and on paper.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { DocketClient } from '#sdk';
import { expect, test } from './people.ts';
import { makeWorkplace } from './support/workplace.ts';

/** Only who has a task hands it over, so it is done as them, by the API of their browser. */
async function handOver(page: Page, { wfRunId, guid }: { wfRunId: string; guid: string }, body: object) {
  const status = await page.evaluate(
    async ([path, text]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(path, { method: 'POST', headers, body: text })).status;
    },
    [`/api/v1/wf-runs/${wfRunId}/user-task-runs/${guid}/hand-over`, JSON.stringify(body)] as const,
  );
  expect(status).toBe(200);
}

test('the history of a task tells who had it, when and why, on the page, as JSON and on paper', async ({
  signIn,
  docket,
  checkAccessibility,
}) => {
  const client = new DocketClient(docket);
  const { people, group, give } = await makeWorkplace(docket, ['ana', 'ben']);
  const [ana, ben] = [people.ana as string, people.ben as string];
  await give(['Pallet of apples']);
  const [found] = (await client.searchUserTaskRuns({ userGroup: group })).results;
  if (!found) throw new Error('The task is not there.');
  const task = { wfRunId: found.wfRunId, guid: found.guid };
  await client.claimUserTaskRun({ ...task, userId: ana });
  await client.saveUserTaskRun({ ...task, userId: ana, results: { verdict: 'Fresh' }, sitting: 'ENDS' });
  await client.addComment({ ...task, userId: ana, comment: 'One box is missing.' });
  await handOver(await signIn(ana), task, { userId: ben, reason: 'You know this supplier.' });
  await client.saveUserTaskRun({ ...task, userId: ben, results: { verdict: 'Rotten' }, sitting: 'ENDS' });
  await client.releaseUserTaskRun({ ...task, userId: ben, reason: 'On holiday from tomorrow.' });
  for (const userId of [ana, ben, ana]) {
    await client.claimUserTaskRun({ ...task, userId });
    await client.releaseUserTaskRun({ ...task, userId });
  }
  await client.claimUserTaskRun({ ...task, userId: ben });
  await client.completeUserTaskRun({ ...task, userId: ben, results: { verdict: 'Rotten' } });

  const ada = await signIn('ada');
  await ada.goto(`/tasks/${task.wfRunId}/${task.guid}`);
  await ada.getByRole('link', { name: 'To print or to keep' }).click();
  const history = ada.getByRole('region', { name: 'Assignment history' });
  const entries = history.getByRole('listitem');
  const entry = (text: string | RegExp) => entries.filter({ hasText: text });

  await test.step('each change of hands has its actor, its length and its reason', async () => {
    const handedOver = entry('handed it over to Ben Example');
    await expect(handedOver).toContainText('You know this supplier.');
    await expect(handedOver).toContainText(/Ana Example.*Ben Example.*held \d/);
    await expect(entry('released it').first()).toContainText('On holiday from tomorrow.');
    await expect(entry('Ana Example claimed it').first()).toContainText(/waited \d/);
    await expect(entry('Ben Example changed an answer')).toContainText(/before: Fresh.*now: Rotten/);
    await expect(entry('completed the task')).toContainText(/held \d/);
    await expect(history.getByRole('heading').first()).toHaveText(/20\d\d$/);
    await expect(ada.getByText(/^Verified: all \d+ events are as written/)).toBeVisible();
    await checkAccessibility(ada);
  });

  await test.step('the whole is in one line, of which the middle comes when it is wanted', async () => {
    const line = ada.getByRole('list', { name: 'In short' });
    await expect(line.getByRole('listitem').first()).toHaveText('Created');
    await expect(line.getByRole('listitem').last()).toHaveText('Done');
    const shortened = await line.getByRole('listitem').count();
    await line.getByRole('button', { name: /more$/ }).click();
    await expect(line.getByRole('button')).toHaveCount(0);
    expect(await line.getByRole('listitem').count()).toBeGreaterThan(shortened);
  });

  await test.step('it is narrowed to one kind of event', async () => {
    const comments = ada.getByRole('group', { name: 'Show only' }).getByRole('button', { name: /^Comments/ });
    await comments.click();
    await expect(entries).toHaveCount(1);
    await expect(entries).toContainText('One box is missing.');
    await comments.click();
    await expect(entry('created it for')).toBeVisible();
  });

  await test.step('the JSON has every event, each holding and the chain', async () => {
    const coming = ada.waitForEvent('download');
    await ada.getByRole('link', { name: 'JSON' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe(`history-${task.wfRunId}-${task.guid}.json`);
    const document = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(document.verification).toMatchObject({ isIntact: true, events: document.events.length });
    expect(document.events.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['ASSIGNED', 'SAVED', 'COMMENT_ADDED', 'COMPLETED']),
    );
    expect(document.events.find(({ cause }: { cause: string }) => cause === 'hand-over')).toMatchObject({
      reason: 'You know this supplier.',
      before: { userId: ana },
      after: { userId: ben },
    });
    expect(
      document.holdings.map(({ owners }: { owners: { userId: string | null } }) => owners.userId).slice(0, 4),
    ).toEqual([null, ana, ben, null]);
  });

  await test.step('on paper there is the history alone, with when it was printed', async () => {
    await ada.emulateMedia({ media: 'print' });
    await expect(entry('handed it over to Ben Example')).toBeVisible();
    await expect(ada.getByText(/^Printed .* times are those of/)).toBeVisible();
    for (const chrome of [
      ada.getByRole('button', { name: 'Print' }),
      ada.getByRole('link', { name: 'JSON' }),
      ada.getByRole('group', { name: 'Show only' }),
      ada.getByRole('navigation', { name: 'Main' }),
    ]) {
      await expect(chrome).toBeHidden();
    }
  });
});
