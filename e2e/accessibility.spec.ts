// Every main page, with work on it, in both themes, as axe sees it.
import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';
import { startedForFinance } from './started-for-finance.ts';
import { makeBusyDesk } from './support/busy-desk.ts';
import { putTheme, THEMES } from './support/theme.ts';

type Check = (page: Page) => Promise<void>;

/** Each page is opened once, and looked at in both themes. */
async function checkAll(page: Page, paths: readonly string[], check: Check): Promise<void> {
  for (const path of paths) {
    await test.step(path, async () => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await expect(
        page.locator('main .animate-breathe:not([data-specimen] *)'),
        'nothing is still to come',
      ).toHaveCount(0);
      for (const theme of THEMES) {
        await putTheme(page, theme);
        await check(page);
      }
    });
  }
}

test('the pages before the sign-in are accessible', async ({ page, checkAccessibility }) => {
  await checkAll(page, ['/sign-in', '/docs/api'], checkAccessibility);
});

test('the pages of those who work are accessible', async ({ signIn, docket, checkAccessibility }) => {
  const { userId, group, waiting } = await makeBusyDesk(docket);
  const page = await signIn(userId);
  const task = `${waiting[0]?.wfRunId}/${waiting[0]?.guid}`;
  const paths = [
    `/inbox?view=available&task=${encodeURIComponent(task)}`,
    `/inbox?view=group&group=${group}`,
    '/inbox?view=done',
    `/tasks/${task}`,
    `/tasks/${task}/history`,
  ];
  await checkAll(page, paths, checkAccessibility);
});

test('the pages of runs and workflows are accessible', async ({ signIn, docket, checkAccessibility }) => {
  const { wfRunId } = await startedForFinance(docket);
  const paths = [
    '/admin/wf-runs',
    `/admin/wf-runs/${wfRunId}`,
    '/admin/wf-specs',
    '/admin/wf-specs/it-request',
    '/admin/wf-specs/it-request/start',
    '/admin/task-defs',
    '/admin/task-defs/send-mail',
  ];
  await checkAll(await signIn('ada'), paths, checkAccessibility);
});

test('the pages of forms are accessible', async ({ signIn, docket, checkAccessibility }) => {
  const { name, client } = await makeBusyDesk(docket);
  await client.putUserTaskDef({ name, fields: [{ name: 'shines', displayName: 'Does it shine now?', type: 'BOOL' }] });
  const paths = [
    '/admin/user-task-defs',
    '/admin/user-task-defs/new',
    ...['', '/edit', '/simulate', '/compare'].map((page) => `/admin/user-task-defs/${name}${page}`),
  ];
  await checkAll(await signIn('ada'), paths, checkAccessibility);
});

test('the pages of people and of their tasks are accessible', async ({ signIn, docket, checkAccessibility }) => {
  const { userId, group, name } = await makeBusyDesk(docket);
  const paths = [
    '/admin/people',
    `/admin/people/${userId}`,
    `/admin/people/${userId}/history`,
    '/admin/groups',
    `/admin/groups/${group}`,
    '/admin/api-keys',
    `/admin/user-tasks?userTaskDefName=${name}`,
  ];
  await checkAll(await signIn('ada'), paths, checkAccessibility);
});

test('the dashboards and the design system are accessible', async ({ signIn, docket, checkAccessibility }) => {
  const { name } = await makeBusyDesk(docket);
  const paths = [`/admin/dashboards?userTaskDefName=${name}`, '/admin/dashboards?userTaskDefName=nothing', '/design'];
  await checkAll(await signIn('ada'), paths, checkAccessibility);
});
