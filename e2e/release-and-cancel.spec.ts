// The other ways a task goes: commented on, given back, and ended by an admin, each with its reason in the history.
import { expect, test } from './people.ts';
import { startedForFinance } from './started-for-finance.ts';

test('a task is commented on, released and cancelled, and the run says why it failed', async ({ signIn, docket }) => {
  const { wfRunId, guid } = await startedForFinance(docket);
  const address = `/tasks/${wfRunId}/${guid}`;
  const history = (page: Awaited<ReturnType<typeof signIn>>) =>
    page.getByRole('region', { name: 'Assignment history' }).getByRole('listitem');

  const fred = await signIn('fred');
  await fred.setViewportSize({ width: 390, height: 844 });
  await fred.goto(address);
  await fred.getByRole('button', { name: 'Claim and start' }).click();
  await expect(fred.getByRole('radio', { name: 'Yes' })).toBeFocused();
  await fred.getByRole('textbox', { name: 'Add a comment' }).fill('Which layout?');
  await fred.getByRole('button', { name: 'Add comment' }).click();
  await expect(fred.getByRole('region', { name: 'Comments' })).toContainText('Which layout?');
  await fred.getByRole('button', { name: 'Release' }).click();
  const release = fred.getByRole('alertdialog', { name: 'Release this task' });
  await release.getByRole('textbox').fill('I asked for it myself.');
  await release.getByRole('button', { name: 'Release' }).click();
  await expect(fred.getByRole('button', { name: 'Claim and start' })).toBeVisible();

  const ada = await signIn('ada');
  await ada.goto(address);
  await expect(history(ada).filter({ hasText: 'released it to finance' })).toContainText('I asked for it myself.');
  await ada.getByRole('button', { name: 'More actions' }).click();
  await ada.getByRole('menuitem', { name: 'Cancel task…' }).click();
  const cancel = ada.getByRole('alertdialog', { name: 'Cancel this task' });
  await cancel.getByRole('button', { name: 'Cancel task' }).click();
  await expect(cancel, 'a reason is asked for').toBeVisible();
  await cancel.getByRole('textbox').fill('Bought already.');
  await cancel.getByRole('button', { name: 'Cancel task' }).click();
  await expect(history(ada).filter({ hasText: 'cancelled the task' })).toContainText('Bought already.');

  await ada.goto(`/admin/wf-runs/${wfRunId}`);
  await expect(ada.getByRole('main')).toContainText('USER_TASK_CANCELLED');
  await expect(ada.getByRole('main')).toContainText('Bought already.');

  const ivan = await signIn('ivan');
  const refused = await ivan.request.get(`/api/v1/wf-runs/${wfRunId}/user-task-runs/${guid}`);
  expect(refused.status(), 'a foreign task is not there').toBe(404);
});
