// The whole way on a phone in German: from the inbox to a task that is claimed, answered with a fault at first, and completed with a thumb.
import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';
import { makeWorkplace } from './support/workplace.ts';

const WIDTH = 390;

/** Nothing is wider than the phone, and what can be pressed is large enough for a thumb. */
async function fitsAThumb(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(WIDTH);
  const tooSmall = await page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>('button, a[href], input, textarea');
    return [...controls].flatMap((control) => {
      const { width, height, right, bottom } = control.getBoundingClientRect();
      const isSeen = width > 1 && height > 1 && control.checkVisibility() && right > 0 && bottom > 0;
      // Within a sentence a link is as high as its line, and a control is as large as the label or the frame that is pressed with it.
      const pressed = control.closest('label, [role="option"]') ?? control;
      return isSeen && pressed.getBoundingClientRect().height < 44 ? [control.outerHTML.slice(0, 120)] : [];
    });
  });
  expect(tooSmall, 'what is less than 44 px high').toEqual([]);
}

test('on a phone in German from the inbox to the completed task', async ({
  signIn,
  docket,
  browser,
  checkAccessibility,
}) => {
  const { people, give } = await makeWorkplace(docket, ['ana']);
  await give(['Palette Äpfel'], { dueInHours: 3 });
  await give(['Palette Birnen']);
  const desktop = await signIn(people.ana as string);
  const context = await browser.newContext({
    storageState: await desktop.context().storageState(),
    viewport: { width: WIDTH, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await context.addCookies([{ name: 'docket-language', value: 'de', url: docket.url }]);
  const phone = await context.newPage();
  await phone.goto('/inbox?view=available');

  await test.step('the inbox', async () => {
    await expect(phone.getByRole('option')).toHaveCount(2);
    await expect(phone.getByRole('option').first()).toContainText(/Lieferung prüfen.*in \d Std\..*Palette Äpfel/);
    await fitsAThumb(phone);
  });

  const task = phone.getByRole('article', { name: 'Lieferung prüfen' });
  const verdict = task.getByRole('textbox', { name: /verdict/ });
  await test.step('the task is claimed, and its first field has the focus', async () => {
    await phone.getByRole('option', { name: 'Palette Äpfel' }).tap();
    const claim = task.getByRole('button', { name: 'Übernehmen und beginnen' });
    await expect(claim).toBeInViewport();
    await fitsAThumb(phone);
    await claim.tap();
    await expect(verdict).toBeFocused();
  });

  await test.step('what is missing is told, and the bar of actions stays in sight', async () => {
    const complete = task.getByRole('button', { name: 'Erledigen', exact: true });
    await expect(complete).toBeInViewport({ ratio: 1 });
    await complete.tap();
    await expect(task.getByRole('alert').getByRole('link', { name: /Bitte ausfüllen$/ })).toBeVisible();
    await expect(verdict).toBeFocused();
    await fitsAThumb(phone);
    await checkAccessibility(phone);
    await verdict.fill('Frisch');
    await expect(task.getByText(/^Gespeichert \d/)).toBeVisible();
    await expect(complete).toBeInViewport({ ratio: 1 });
    await complete.tap();
    await expect(task).toContainText('Erledigt');
    await expect(complete).toBeHidden();
  });

  await test.step('and back to the inbox', async () => {
    await task.getByRole('link', { name: 'Für meine Gruppen' }).tap();
    await expect(phone.getByRole('option', { name: 'Palette Birnen' })).toBeVisible();
  });
  await context.close();
});
