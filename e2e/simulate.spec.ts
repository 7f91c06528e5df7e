// Pretended time beside a form: three days pass, and the hooks that would fire are told, with when and to whom.
import { expect, test } from './people.ts';

test('an admin lets time pass and sees which hooks would fire', async ({ signIn, docket, checkAccessibility }) => {
  const name = `lease-${crypto.randomUUID().slice(0, 8)}`;
  const headers = { authorization: `Bearer ${docket.apiKey}` };
  const ada = await signIn('ada');
  const put = async (path: string, data: object) => {
    const response = await ada.request.put(`${docket.url}/api/v1/${path}`, { data, headers });
    expect(response.status(), await response.text()).toBe(200);
  };
  await put(`task-defs/remind-${name}`, { inputVars: [{ name: 'text', type: 'STR' }] });
  await put(`user-task-defs/${name}`, {
    displayName: 'Approve a lease',
    fields: [{ name: 'isApproved', type: 'BOOL' }],
  });
  await put(`wf-specs/${name}`, {
    entrypoint: 'main',
    threads: {
      main: {
        variables: [{ name: 'lender', type: 'STR', required: true }],
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'approve' }] },
          approve: {
            type: 'USER_TASK',
            userTaskDefName: name,
            userGroup: { literal: 'finance' },
            actions: [
              {
                hook: 'ON_TASK_ASSIGNED',
                delay: { literal: 3600 },
                action: { type: 'TASK', taskDefName: `remind-${name}`, inputs: [{ variable: 'lender' }] },
              },
              {
                hook: 'ON_ARRIVAL',
                delay: { literal: 2 * 86_400 },
                action: { type: 'REASSIGN', userId: { literal: 'fiona' }, userGroup: { literal: 'finance' } },
              },
            ],
            edges: [{ to: 'end' }],
          },
          end: { type: 'EXIT' },
        },
      },
    },
  });

  await ada.goto(`/admin/user-task-defs/${name}`);
  await expect(ada.getByRole('link', { name: `${name} 0.0` })).toBeVisible();
  await ada.getByRole('link', { name: 'Simulate' }).click();
  const timeline = ada.getByRole('region', { name: 'What would happen' });
  await ada.getByRole('button', { name: '+ 3 days' }).click();
  await expect(ada.getByRole('alert').filter({ hasText: 'One answer needs attention' })).toContainText('lender');
  await ada.getByLabel('lender').fill('First Bank');
  await ada.getByRole('button', { name: '+ 1 day' }).click();
  await expect(ada.getByText(/1 d passed · 1 hook fires/)).toBeVisible();
  const reminder = timeline
    .getByRole('listitem')
    .filter({ hasText: `remind-${name}` })
    .first();
  await expect(reminder).toContainText('finance');
  await expect(reminder).toContainText('First Bank');
  await ada.getByRole('button', { name: '+ 3 days' }).click();
  await expect(ada.getByText(/4 d passed/)).toBeVisible();
  await expect(timeline.getByRole('listitem').filter({ hasText: 'goes from' })).toContainText('Fiona Figure');
  await expect(timeline).toContainText('after 2 d');

  // Answered after an hour and a half, only the first hook has its turn.
  await ada.getByRole('button', { name: 'Back to the start' }).click();
  await ada.getByRole('switch', { name: /Approve a lease/ }).click();
  await ada.getByLabel('After').fill('1.5');
  await ada.getByRole('button', { name: '+ 1 week' }).click();
  await expect(timeline).toContainText('“Approve a lease” is completed');
  await expect(timeline.getByRole('listitem').filter({ hasText: 'goes from' })).toHaveCount(0);
  await checkAccessibility(ada);
});
