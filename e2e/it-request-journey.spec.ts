// The main job, end to end: three people in their browsers, a worker in its own process, a mail, and the history of who had what.
import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';

const detail = (page: Page, title: string) => page.getByRole('article', { name: title });
const history = (page: Page) => page.getByRole('region', { name: 'Assignment history' }).getByRole('listitem');

test('an IT request goes from the requester over finance and an admin to a mail', async ({ signIn, mailbox }) => {
  const item = `Standing desk ${crypto.randomUUID().slice(0, 8)}`;
  const title = `Approve: ${item}`;

  const ada = await signIn('ada');
  await ada.goto('/admin/wf-specs/it-request/start');
  // Pressed first, as people do: what is filled in before the page has come alive is not heard.
  await ada.getByLabel('requester').click();
  await ada.getByLabel('requester').fill('maria');
  await ada.getByRole('button', { name: 'Start run' }).click();
  await expect(ada).toHaveURL(/\/admin\/wf-runs\/[^/]+$/);
  const runUrl = ada.url();
  const wfRunId = runUrl.split('/').at(-1) as string;

  const maria = await signIn('maria');
  await maria.goto(`/inbox?view=mine&task=${wfRunId}/0-1`);
  const request = detail(maria, 'IT request');
  const what = request.getByLabel('What do you need?');
  await request.getByRole('button', { name: 'Complete', exact: true }).click();
  await expect(request.getByRole('link', { name: 'What do you need? – Please fill this in' })).toBeVisible();
  await expect(what).toBeFocused();
  await what.fill(item);
  await request.getByLabel('Why do you need it?').fill('My back says so.');
  await expect(request.getByText(/^Saved \d/)).toBeVisible();
  await maria.reload();
  await expect(what).toHaveValue(item);
  await request.getByRole('button', { name: 'Complete', exact: true }).click();
  await expect(request.getByRole('button', { name: 'Complete', exact: true })).toBeHidden();

  const fred = await signIn('fred');
  await fred.goto('/inbox?view=available');
  await fred.getByRole('option', { name: new RegExp(title) }).click();
  await expect(detail(fred, title)).toContainText('My back says so.');
  await detail(fred, title).getByRole('button', { name: 'Claim and start' }).click();
  await expect(detail(fred, title).getByRole('button', { name: 'Complete', exact: true })).toBeVisible();

  await ada.goto(`/tasks/${wfRunId}/0-2`);
  await detail(ada, title).getByRole('button', { name: 'Reassign' }).click();
  const dialog = ada.getByRole('alertdialog', { name: 'Reassign this task' });
  await dialog.getByRole('combobox', { name: 'Person' }).click();
  await ada.getByRole('option', { name: /Fiona Figure/ }).click();
  await dialog.getByLabel(/Take it from Fred Figure/).check();
  await dialog.getByLabel(/Reason/).fill('Fred is away from noon.');
  await dialog.getByRole('button', { name: 'Reassign' }).click();
  await expect(history(ada).filter({ hasText: 'assigned it to Fiona Figure' })).toContainText(
    'Fred is away from noon.',
  );

  const fiona = await signIn('fiona');
  await fiona.goto('/inbox?view=mine');
  await fiona.getByRole('option', { name: new RegExp(title) }).click();
  const decision = detail(fiona, title);
  await decision.getByRole('button', { name: 'Complete', exact: true }).click();
  await expect(decision).toContainText('Please choose an answer');
  await decision.getByRole('radio', { name: 'Yes' }).check();
  await decision.getByRole('textbox', { name: 'Comments' }).fill('Order the oak one.');
  await fiona.keyboard.press('Control+Enter');
  await expect(decision.getByRole('button', { name: 'Complete', exact: true })).toBeHidden();

  const mail = await mailbox.find(`Approved: ${item}`);
  expect(mail).toMatchObject([{ to: ['maria@docket.example'] }]);
  expect(mail[0]?.text).toContain('Order the oak one.');

  await expect(async () => {
    await ada.goto(runUrl);
    await expect(ada.getByRole('main')).toContainText('Completed');
  }).toPass();

  await ada.goto(`/tasks/${wfRunId}/0-2`);
  const turns = history(ada).filter({ hasText: /created it|claimed it|assigned it|completed the task/ });
  await expect(turns).toContainText([
    'The workflow created it for finance',
    'Fred Figure claimed it',
    'You assigned it to Fiona Figure (admin)',
    'Fiona Figure completed the task',
  ]);
});
