// Every kind of field in the browser: faults in the reader's language, conditions at once, each answer as it arrives; by keyboard alone;
// and a form of a hundred fields.
import type { Page } from '@playwright/test';
import { DocketClient, registerWorkflow } from '#sdk';
import { expect, test } from './people.ts';
import { hundredFieldsWorkflow, showcaseWorkflow } from './support/showcase.ts';

async function choose(page: Page, control: string, search: string, option: string) {
  await page.getByRole('combobox', { name: control }).click();
  const panel = page.getByRole('dialog', { name: control });
  await panel.getByRole('combobox').fill(search);
  await panel.getByRole('option', { name: option }).first().click();
}

test('a form with every kind of field is filled in', async ({ signIn, docket, checkAccessibility }) => {
  const client = new DocketClient(docket);
  await registerWorkflow(client, showcaseWorkflow);
  const { id: wfRunId } = await client.runWf({ wfSpecName: 'showcase', variables: { person: 'maria' } });
  const maria = await signIn('maria');
  await maria.goto(`/tasks/${wfRunId}/0-1`);
  const form = maria.getByRole('form', { name: 'Answers' });
  const complete = maria.getByRole('button', { name: 'Complete', exact: true });

  await test.step('an answer that cannot be read is marked as it is left, until it can be; what is missing is not', async () => {
    await expect(complete, 'the page has come alive').toBeEnabled();
    const price = form.getByLabel('Price');
    const fault = form.getByText('Please enter a number, like 0.5');
    await form.getByLabel('Title').focus();
    await price.fill('0x10');
    await expect(maria.getByText('One answer is not saved')).toBeVisible();
    await expect(fault, 'not while it is typed').toBeHidden();
    await price.press('Tab');
    await expect(fault).toBeVisible();
    await expect(price).toHaveAttribute('aria-invalid', 'true');
    await expect(form.getByText('Please fill this in')).toBeHidden();
    await expect(form.getByRole('alert'), 'nothing is listed before the first try').toBeHidden();
    await price.fill('$1,250.50');
    await expect(fault).toBeHidden();
    await price.press('Tab');
    await expect(price).toHaveValue('1250.50');
    await expect(maria.getByText(/^Saved \d/)).toBeVisible();
  });

  await test.step('what is missing is named, linked, and the first of it has the focus', async () => {
    await form.getByLabel('People').fill('1,500');
    await form.getByLabel('Cost centre').fill('12');
    await form.getByLabel('Price').fill('2000.50');
    await complete.click();
    await expect(form.getByLabel('Title')).toBeFocused();
    const faults = form.getByRole('alert');
    for (const fault of [
      'Title – Please fill this in',
      'Cost centre – Does not fit: two letters and three digits, like AB-123',
      'People – Must be at most 1,200',
      'Who approved it – Please fill this in',
      'Paid already? – Please choose an answer',
      'Languages – Please choose an answer',
    ]) {
      await expect(faults.getByRole('link', { name: fault })).toBeVisible();
    }
    await faults.getByRole('link', { name: /^Languages/ }).click();
    await expect(form.getByRole('combobox', { name: 'Languages' })).toBeFocused();
    await checkAccessibility(maria);
  });

  await test.step('conditions hold at once', async () => {
    const approval = form.getByLabel('Who approved it');
    await expect(approval).toHaveAttribute('aria-required', 'true');
    await form.getByLabel('Price').fill('12.5');
    await expect(approval).not.toHaveAttribute('aria-required', 'true');
    await expect(form.getByLabel('Paid at')).toBeHidden();
    await form.getByRole('radiogroup', { name: 'Paid already?' }).getByRole('radio', { name: 'Yes' }).click();
    await expect(form.getByLabel('Paid at')).toBeVisible();
  });

  await form.getByLabel('Title').fill('A desk');
  await form.getByLabel('Reason').fill('The old one leaks.');
  await form.getByLabel('E-mail').fill('maria@example.org');
  await form.getByLabel('Website').fill('https://example.org/desk');
  await form.getByLabel('Date of birth').fill('1990-05-01');
  await form.getByLabel('Cost centre').fill('AB-123');
  await form.getByLabel('People').fill('1,200');
  await form.getByLabel('Paid at').fill('2026-11-20T09:30');
  await form.getByLabel('Due on').fill('2026-12-01');
  await expect(form.getByLabel('Rate')).toHaveValue('0.42');
  await expect(form.getByLabel('Rate')).not.toBeEditable();
  await expect(form.getByRole('switch', { name: 'Express' })).toBeChecked();
  await form.getByRole('switch', { name: 'Express' }).click();
  await form.getByRole('checkbox', { name: 'I know the rules' }).click();
  await form.getByRole('radio', { name: 'Bicycle' }).click();
  await form.getByRole('checkbox', { name: 'Room' }).click();
  await choose(maria, 'Town', 'gorl', 'Görlitz');
  await choose(maria, 'Languages', 'pol', 'Polish');
  await maria.keyboard.press('Escape');
  await choose(maria, 'Languages', 'cze', 'Czech');
  await maria.keyboard.press('Escape');
  await choose(maria, 'Colleague', 'fio', 'Fiona Figure');
  await choose(maria, 'Team', 'fin', 'finance');
  await form.getByLabel('Data').fill('{"legs": 4}');
  await form.getByLabel('Tags').fill('[1, "b"]');
  await complete.click();
  await expect(complete).toBeHidden();

  const instantOf = (local: string) => maria.evaluate((text) => new Date(text).toISOString(), local);
  expect((await client.getUserTaskRun({ wfRunId, guid: '0-1' })).results).toEqual({
    title: 'A desk',
    reason: 'The old one leaks.',
    email: 'maria@example.org',
    site: 'https://example.org/desk',
    born: '1990-05-01',
    code: 'AB-123',
    people: 1200,
    price: 12.5,
    rate: 0.42,
    isPaid: true,
    paidAt: await instantOf('2026-11-20T09:30'),
    dueOn: await instantOf('2026-12-01T00:00'),
    express: false,
    terms: true,
    transport: 'bike',
    town: 'Görlitz',
    extras: ['room'],
    languages: ['Czech', 'Polish'],
    colleague: 'fiona',
    team: 'finance',
    data: { legs: 4 },
    tags: [1, 'b'],
  });
});

test('a form in German on a phone', async ({ signIn, docket, checkAccessibility }) => {
  const client = new DocketClient(docket);
  await registerWorkflow(client, showcaseWorkflow);
  const { id: wfRunId } = await client.runWf({ wfSpecName: 'showcase', variables: { person: 'maria' } });
  const maria = await signIn('maria');
  await maria.context().addCookies([{ name: 'docket-language', value: 'de', url: docket.url }]);
  await maria.setViewportSize({ width: 320, height: 640 });
  await maria.goto(`/tasks/${wfRunId}/0-1`);
  const form = maria.getByRole('form', { name: 'Antworten' });
  await expect(maria.getByRole('button', { name: 'Erledigen', exact: true })).toBeEnabled();
  await form.getByLabel('Titel').fill('ab');
  await form.getByLabel('Preis').fill('1.234,5');
  await form.getByLabel('Personen').fill('0');
  await form.getByLabel('Titel').press('Enter');
  const faults = form.getByRole('alert');
  for (const fault of [
    'Titel – Mindestens 3 Zeichen erforderlich',
    'Begründung – Bitte ausfüllen',
    'Kostenstelle – Bitte ausfüllen',
    'Personen – Muss mindestens 1 sein',
    'Wer es genehmigt hat – Bitte ausfüllen',
    'Schon bezahlt? – Bitte eine Antwort wählen',
  ]) {
    await expect(faults.getByRole('link', { name: fault })).toBeVisible();
  }
  await expect(form.getByLabel('Preis')).toHaveValue('1234,5');
  await expect(form.getByRole('group', { name: 'Über Sie' })).toBeVisible();
  await choose(maria, 'Ort', 'gorl', 'Görlitz');
  await expect(form.getByRole('combobox', { name: 'Ort' })).toHaveText('Görlitz');
  expect(await maria.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await checkAccessibility(maria);
});

test('a form of a hundred fields is filled in by keyboard alone', async ({ signIn, docket }) => {
  const client = new DocketClient(docket);
  await registerWorkflow(client, hundredFieldsWorkflow);
  const { id: wfRunId } = await client.runWf({ wfSpecName: 'hundred-fields', variables: { person: 'maria' } });
  const maria = await signIn('maria');
  await maria.goto(`/tasks/${wfRunId}/0-1`);
  const form = maria.getByRole('form', { name: 'Answers' });
  const fields = form.locator('[id$="-label"]');
  await expect(fields).toHaveCount(99);
  await expect(maria.getByRole('button', { name: 'Complete', exact: true })).toBeEnabled();

  await form.getByLabel('Field 1', { exact: true }).focus();
  await maria.keyboard.type('42');
  await expect(form.getByLabel('Field 50', { exact: true })).toBeVisible();
  await expect(fields).toHaveCount(100);

  await form.getByLabel('Field 5', { exact: true }).focus();
  await maria.keyboard.type('Quickly typed, letter by letter');

  await maria.keyboard.press('Control+Enter');
  await expect(form.getByLabel(/^Field 99\b/)).toBeFocused();
  await maria.keyboard.type('01052026');
  // From the year over the button of the calendar.
  await maria.keyboard.press('Tab');
  await maria.keyboard.press('Tab');
  await expect(form.getByLabel(/^Field 100\b/)).toBeFocused();
  await maria.keyboard.type('The last');
  await maria.keyboard.press('Control+Enter');
  await expect(maria.getByRole('button', { name: 'Complete', exact: true })).toBeHidden();
  const { results } = await client.getUserTaskRun({ wfRunId, guid: '0-1' });
  expect(results).toMatchObject({ field1: 42, field5: 'Quickly typed, letter by letter', field100: 'The last' });
});
