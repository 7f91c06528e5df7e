// Light or dark as somebody chose it, on every page that they see; and what is refused, in their language.
import { expect, test } from './people.ts';
import { makeWorkplace } from './support/workplace.ts';

test('a theme that is chosen holds in every window and on every page, also where something is forbidden', async ({
  signIn,
}) => {
  const fred = await signIn('fred');
  // Nobody listens to what this one complains about: a page that is forbidden is an error to the browser.
  const other = await fred.context().newPage();
  await other.goto('/inbox?view=mine');
  await expect(other.locator('html')).toHaveClass(/\blight\b/);

  await fred.getByRole('button', { name: /^Account: / }).click();
  await fred.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(fred.locator('html')).toHaveClass(/\bdark\b/);
  await expect(other.locator('html'), 'another window follows').toHaveClass(/\bdark\b/);

  await fred.reload();
  await expect(fred.locator('html')).toHaveClass(/\bdark\b/);
  await other.goto('/admin/wf-runs');
  await expect(other.getByRole('heading', { level: 1 })).toBeAttached();
  await expect(other.locator('html')).toHaveClass(/\bdark\b/);
});

test('a refusal is told in German to who reads German', async ({ signIn, docket }) => {
  const { group, give } = await makeWorkplace(docket, ['ana']);
  await give(['Palette Äpfel']);
  const ada = await signIn('ada');
  await ada.context().addCookies([{ name: 'docket-language', value: 'de', url: docket.url }]);
  await ada.goto(`/admin/groups/${group}`);
  await ada.getByRole('button', { name: /^Gruppe entfernen/ }).click();
  const asked = ada.getByRole('alertdialog');
  await asked.getByRole('button', { name: 'Entfernen', exact: true }).click();
  await expect(asked.getByRole('alert')).toContainText(
    /hat noch offene Aufgaben: Geben Sie diese zuerst an andere\. .*„Alles verschieben“/,
  );
});
