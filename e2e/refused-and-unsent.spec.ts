// What did not come about is said where its reader is, and what they wrote and did not send is still there afterwards.
import { DocketClient, defineUserTask, defineWorkflow, registerWorkflow } from '#sdk';
import { expect, test } from './people.ts';
import { makeWorkplace } from './support/workplace.ts';

const long = defineUserTask({
  name: 'journey-long',
  displayName: 'A long form',
  fields: Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `q${index}`,
      { type: 'STR', displayName: `Question ${index}`, required: false } as const,
    ]),
  ),
});
const asks = defineWorkflow('journey-long', (wf) => {
  wf.assignUserTask(long, { userId: 'fred' });
});

test('who is refused at the end of a long form sees it', async ({ signIn, docket }) => {
  const client = new DocketClient(docket);
  await registerWorkflow(client, asks);
  const { id } = await client.runWf({ wfSpecName: 'journey-long' });
  // A page beside the one that is watched: that a read is refused here is what it is about.
  const fred = await (await signIn('fred')).context().newPage();
  await fred.goto(`/tasks/${id}/0-1`);
  await fred.getByLabel('Question 59').scrollIntoViewIfNeeded();
  const session = await fred.context().cookies();
  await fred.context().clearCookies();
  await fred.getByRole('button', { name: 'Complete', exact: true }).click();
  const ended = fred.getByRole('alert').filter({ hasText: 'Your session has ended' });
  await expect(ended).toBeInViewport();
  await expect(ended.getByRole('link', { name: 'Sign in in another tab' })).toHaveAttribute(
    'href',
    `/sign-in?callbackUrl=%2Ftasks%2F${id}%2F0-1`,
  );

  await fred.context().addCookies(session);
  await fred.getByLabel('Question 59').fill('The last word');
  await expect(fred.getByText(/^Saved \d/)).toBeVisible();
  await client.cancelUserTaskRun({ wfRunId: id, guid: '0-1', reason: 'Too long' });
  const notice = fred.getByRole('alert').filter({ hasText: 'cancelled this at' });
  await expect(notice).toContainText('The last word');
  await expect(notice).toBeInViewport();
});

test('a comment that is not sent yet is kept with its task', async ({ signIn, docket }) => {
  const { people, give } = await makeWorkplace(docket, ['ana']);
  await give(['Pallet of apples', 'Pallet of pears']);
  const ana = await signIn(people.ana as string);
  await ana.goto('/inbox?view=available');
  const comment = ana.getByRole('textbox', { name: 'Add a comment' });
  const open = (text: string) => ana.getByRole('listbox').getByRole('option', { name: text }).click();

  await open('Pallet of apples');
  await comment.fill('Two boxes are missing');
  await open('Pallet of pears');
  await expect(comment).toHaveValue('');
  await ana.goBack();
  await expect(comment).toHaveValue('Two boxes are missing');
  await ana.reload();
  await expect(comment).toHaveValue('Two boxes are missing');
  await ana.getByRole('button', { name: 'Add comment' }).press('Enter');
  await expect(ana.getByText('Comment added')).toBeVisible();
  await expect(comment).toHaveValue('');
  await expect(comment, 'the next one is at hand').toBeFocused();
  await ana.keyboard.type('And one is wet');
  await ana.keyboard.press('Control+Enter');
  await expect(ana.getByRole('region', { name: 'Comments' }).getByRole('listitem')).toHaveCount(2);
  await ana.reload();
  await expect(ana.getByRole('region', { name: 'Comments' })).toContainText('Two boxes are missing');
  await expect(comment).toHaveValue('');
});
