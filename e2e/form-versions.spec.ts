// The versions of a form: open tasks are moved to the newest with their drafts, and a version is deleted once nothing needs it.
import { DocketClient } from '#sdk';
import { expect, test } from './people.ts';
import { makeWorkplace } from './support/workplace.ts';

test('open tasks go on with a new version, drafts and all; what is in use is not deleted, what is not is', async ({
  signIn,
  docket,
  checkAccessibility,
}) => {
  const client = new DocketClient(docket);
  const { people, group, give } = await makeWorkplace(docket, ['ana']);
  await give(['Pallet of apples', 'Pallet of pears']);
  const { results: tasks } = await client.searchUserTaskRuns({ userGroup: group });
  const [first] = tasks;
  if (!first) throw new Error('The task is not there.');
  const { wfRunId, guid, userTaskDefName: name } = first;
  const userId = people.ana as string;
  await client.claimUserTaskRun({ wfRunId, guid, userId });
  await client.saveUserTaskRun({ wfRunId, guid, userId, results: { verdict: 'Half a sentence' } });
  const fields = [
    { name: 'boxes', displayName: 'How many boxes?', type: 'INT' as const, required: false },
    { name: 'verdict', displayName: 'What is your verdict?', type: 'STR' as const },
  ];
  await client.putUserTaskDef({ name, displayName: 'Check a delivery', fields });

  const ada = await signIn('ada');
  await ada.goto(`/admin/user-task-defs/${name}`);
  await ada.getByRole('button', { name: 'Move the open tasks of version 0 to version 1' }).click();
  const move = ada.getByRole('alertdialog', { name: 'Move open tasks from version 0 to 1?' });
  await expect(move).toContainText('2 open tasks go on with the form of version 1');
  await move.getByRole('button', { name: 'Move tasks' }).click();
  await expect(ada.getByText('2 tasks moved to version 1')).toBeVisible();
  await expect(ada.getByRole('link', { name: 'Show 2 open tasks of version 1' })).toBeVisible();
  await expect(ada.getByRole('button', { name: /^Move the open tasks/ })).toHaveCount(0);
  const moved = await client.getUserTaskRun({ wfRunId, guid });
  expect(moved).toMatchObject({ userTaskDefVersion: 1, userId, draft: { results: { verdict: 'Half a sentence' } } });

  const ana = await signIn(userId);
  await ana.goto(`/tasks/${wfRunId}/${guid}`);
  await expect(ana.getByLabel('How many boxes?')).toBeEditable();
  await expect(ana.getByLabel(/verdict/)).toHaveValue('Half a sentence');

  async function remove(version: number) {
    await ada.getByRole('button', { name: 'More', exact: true }).click();
    await ada.getByRole('menuitem', { name: `Delete version ${version}` }).click();
    await ada.getByRole('alertdialog').getByRole('button', { name: 'Delete version' }).click();
  }
  await test.step('what a workflow names stays, and by whom it is used is told', async () => {
    await ada.goto(`/admin/user-task-defs/${name}?version=0`);
    await remove(0);
    await expect(ada.getByRole('alertdialog')).toContainText(`is in use by WfSpec ${name}`);
    await checkAccessibility(ada);
    await ada.getByRole('button', { name: 'Keep it' }).click();
  });
  await test.step('what nobody needs goes', async () => {
    await client.putUserTaskDef({ name, displayName: 'Check a delivery well', fields });
    await ada.goto(`/admin/user-task-defs/${name}`);
    await expect(ada.getByRole('heading', { level: 1 })).toContainText('v2');
    await remove(2);
    await expect(ada.getByText('Version 2 deleted')).toBeVisible();
    await expect(ada.getByRole('heading', { level: 1 })).toContainText('v1');
  });
});
