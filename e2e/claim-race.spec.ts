// Two people want one task: one gets it, the other is told who did.
import { expect, test } from './people.ts';
import { startedForFinance } from './started-for-finance.ts';

test('of two who claim at once one wins, and the other is told who', async ({ signIn, docket }) => {
  const { wfRunId, guid } = await startedForFinance(docket);
  const address = `/tasks/${wfRunId}/${guid}`;
  const pages = { Fred: await signIn('fred'), Fiona: await signIn('fiona') };
  for (const page of Object.values(pages)) {
    // No page hears of the other's claim before its own press: what it is told comes with the refusal.
    await page.route('**/api/v1/events*', () => undefined);
    await page.goto(address);
    await expect(page.getByRole('button', { name: 'Claim and start' })).toBeEnabled();
  }

  await Promise.all(Object.values(pages).map((page) => page.getByRole('button', { name: 'Claim and start' }).click()));

  const outcomes = await Promise.all(
    Object.entries(pages).map(async ([name, page]) => {
      const won = page.getByRole('button', { name: 'Complete', exact: true });
      const lost = page.getByText(/(Fred|Fiona) Figure claimed this at/);
      await expect(won.or(lost)).toBeVisible();
      return { name, won: await won.isVisible(), told: (await lost.isVisible()) ? await lost.textContent() : null };
    }),
  );
  const winners = outcomes.filter((outcome) => outcome.won);
  const losers = outcomes.filter((outcome) => !outcome.won);
  expect(winners).toHaveLength(1);
  expect(losers).toHaveLength(1);
  expect(losers[0]?.told).toContain(`${winners[0]?.name} Figure claimed this`);
});
