// Every main page, with work on it, in both themes, as axe sees it.
import { expect, test } from './people.ts';
import { startedForFinance } from './started-for-finance.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages are accessible in ${colorScheme}`, async ({ page, signIn, docket, checkAccessibility }) => {
    // Nine pages, each looked at by axe: three times the usual time.
    test.slow();
    await page.emulateMedia({ colorScheme });
    for (const path of ['/sign-in', '/docs/api']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await checkAccessibility(page);
    }

    const { wfRunId, guid } = await startedForFinance(docket);
    const ada = await signIn('ada');
    await ada.emulateMedia({ colorScheme });
    for (const path of [
      '/inbox?view=available',
      `/tasks/${wfRunId}/${guid}`,
      '/admin/wf-runs',
      `/admin/wf-runs/${wfRunId}`,
      '/admin/user-tasks',
      '/admin/wf-specs/it-request',
      '/admin/user-task-defs/approve-it-request',
    ]) {
      await ada.goto(path);
      await expect(ada.getByRole('heading', { level: 1 })).toBeVisible();
      await checkAccessibility(ada);
    }
  });
}
