// An admin makes a form by mouse and by keys, tries it, saves it, changes it, and sees both versions side by side.
import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';

const fields = (page: Page) => page.getByRole('list', { name: 'Fields of the form' }).getByRole('listitem');
const properties = (page: Page) => page.getByRole('region', { name: 'Properties' });
const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });

test('a form is made by mouse and by keys, tried, saved, changed and compared', async ({
  signIn,
  docket,
  checkAccessibility,
}) => {
  test.slow();
  const name = `holiday-${crypto.randomUUID().slice(0, 8)}`;
  const ada = await signIn('ada');
  await ada.setViewportSize({ width: 1500, height: 950 });
  await ada.goto('/admin/user-task-defs');
  await ada.getByRole('link', { name: 'New form' }).first().click();
  await ada.getByLabel('Name of the form').fill('a'.repeat(129));
  await expect(ada.getByLabel('Name of the form')).toHaveAccessibleDescription(/Too long: 128/);
  await ada.getByLabel('Name of the form').fill(name);

  // By mouse: a click adds, and the key of the answer follows the label.
  await ada.getByRole('button', { name: 'Add Line of text' }).click();
  await expect(properties(ada).getByLabel('Label, English')).toBeFocused();
  await properties(ada).getByLabel('Label, English').fill('Reason for leave');
  await properties(ada).getByLabel('Label, German').fill('Grund des Urlaubs');
  await expect(properties(ada).getByLabel('Key of the answer')).toHaveValue('reasonForLeave');
  // By keys.
  await ada.getByRole('button', { name: 'Add One of a few' }).focus();
  await ada.keyboard.press('Enter');
  await properties(ada).getByLabel('Label, English').fill('Kind');
  await properties(ada).getByLabel('Value of option 1').fill('trip');
  await properties(ada).getByLabel('Label of option 1, en').fill('A trip');
  await expect(fields(ada)).toHaveCount(2);
  await expect(preview(ada).getByRole('radio', { name: 'A trip' })).toBeVisible();

  // What is not saved is not left by mistake.
  await ada.getByRole('main').getByRole('link', { name: 'UserTaskDefs' }).click();
  const leaving = ada.getByRole('dialog', { name: 'Leave with unsaved changes?' });
  await leaving.getByRole('button', { name: 'Stay' }).click();
  await expect(leaving).toBeHidden();
  await expect(fields(ada)).toHaveCount(2);

  // Picked up, moved and put down by keys, which is told.
  await ada.getByRole('button', { name: 'Move Kind', exact: true }).focus();
  await ada.keyboard.press('Space');
  await expect(ada.getByRole('status').filter({ hasText: 'Picked up Kind, at 2 of 2' })).toBeAttached();
  await ada.keyboard.press('ArrowUp');
  await expect(ada.getByRole('status').filter({ hasText: 'Kind at 1 of 2' })).toBeAttached();
  await ada.keyboard.press('Space');
  await expect(fields(ada).first()).toContainText('Kind');

  // Dragged by the mouse from the palette to the top, and taken back.
  const target = await fields(ada).first().boundingBox();
  await ada.getByRole('button', { name: 'Add Whole number' }).hover();
  await ada.mouse.down();
  await ada.mouse.move((target?.x ?? 0) + 80, (target?.y ?? 0) + 12, { steps: 8 });
  await expect(ada.getByRole('status').filter({ hasText: 'Whole number at 1 of 2' })).toBeAttached();
  await ada.mouse.up();
  await expect(fields(ada)).toHaveCount(3);
  await expect(fields(ada).first()).toContainText('Whole number');
  await ada.keyboard.press('Control+z');
  await expect(fields(ada)).toHaveCount(2);

  // A rule that cannot be, named where it stands; a condition of field, operator and value.
  await ada.getByRole('button', { name: 'Edit Reason for leave' }).click();
  await properties(ada).getByLabel('Fewest characters').fill('9');
  await properties(ada).getByLabel('Most characters').fill('3');
  await expect(properties(ada).getByText('Must not be less than the least length')).toBeVisible();
  await expect(ada.getByRole('button', { name: 'Edit Reason for leave' })).toHaveAccessibleDescription(
    /Must not be less than the least length/,
  );
  await ada.getByRole('button', { name: 'Create form' }).click();
  await expect(properties(ada).getByLabel('Most characters')).toBeFocused();
  await properties(ada).getByLabel('Most characters').fill('');
  await properties(ada).getByRole('button', { name: 'Add a condition: Shown only when' }).click();
  await expect(preview(ada).getByRole('textbox', { name: 'Reason for leave' })).toBeHidden();
  await preview(ada).getByRole('radio', { name: 'A trip' }).check();
  await expect(preview(ada).getByRole('textbox', { name: 'Reason for leave' })).toBeVisible();
  await checkAccessibility(ada);

  // What is taken back is not selected any more: the next goes to the end. What is taken away hands the focus on.
  await ada.getByRole('button', { name: 'Add Date', exact: true }).click();
  await ada.keyboard.press('Control+z');
  await ada.getByRole('button', { name: 'Add Switch' }).click();
  await expect(fields(ada).last()).toContainText('Switch');
  await ada.getByRole('button', { name: 'Edit Switch' }).press('Delete');
  await expect(fields(ada)).toHaveCount(2);
  await expect(ada.getByRole('button', { name: 'Edit Reason for leave' })).toBeFocused();

  // An option without a value is wrong at its own place, and what was tried in the preview keeps nothing from being saved.
  await ada.getByRole('button', { name: 'Edit Kind' }).click();
  await properties(ada).getByLabel('Value of option 2').fill('');
  await expect(properties(ada).getByText('Must not be blank')).toHaveCount(1);
  await ada.getByRole('button', { name: 'Create form' }).click();
  await expect(properties(ada).getByLabel('Value of option 2')).toBeFocused();
  await properties(ada).getByLabel('Value of option 2').fill('b');
  await preview(ada).getByRole('button', { name: 'Check answers' }).click();
  await expect(preview(ada).getByRole('link', { name: /Reason for leave/ })).toBeVisible();
  await ada.getByRole('button', { name: 'Create form' }).click();
  await ada.getByRole('dialog').getByRole('button', { name: 'Go on editing' }).click();

  // What is not saved stays in the browser.
  await expect(ada.getByText(/kept in this browser/)).toBeVisible();
  ada.once('dialog', (dialog) => void dialog.accept());
  await ada.reload();
  await expect(ada.getByText('You go on where you stopped.')).toBeVisible();
  await expect(ada.getByLabel('Name of the form')).toHaveValue(name);
  await ada.getByRole('button', { name: 'Create form' }).click();
  const dialog = ada.getByRole('dialog', { name: `Create the form ${name}?` });
  await expect(dialog.getByText('2 added')).toBeVisible();
  await dialog.getByRole('button', { name: 'Create form' }).click();
  await expect(ada).toHaveURL(new RegExp(`/admin/user-task-defs/${name}$`));

  // Somebody else saves a version meanwhile: nothing is lost.
  await ada.goto(`/admin/user-task-defs/${name}/edit`);
  await ada.getByRole('button', { name: 'Edit Kind' }).click();
  await properties(ada).getByLabel('Label, English').fill('Kind of leave');
  const put = await ada.request.put(`${docket.url}/api/v1/user-task-defs/${name}`, {
    data: { fields: [{ name: 'kind', type: 'STR' }] },
    headers: { authorization: `Bearer ${docket.apiKey}` },
  });
  expect(put.status()).toBe(200);
  await ada.getByRole('button', { name: 'Save as v1' }).click();
  await ada.getByRole('dialog').getByRole('button', { name: 'Save as v1' }).click();
  await expect(ada.getByText('Version 1 was saved meanwhile')).toBeVisible();
  await ada.getByRole('button', { name: 'Keep mine, on top of v1' }).click();
  await expect(ada.getByText('was saved meanwhile')).toBeHidden();
  await ada.getByRole('button', { name: 'Save as v2' }).click();
  await ada.getByRole('dialog').getByRole('button', { name: 'Save as v2' }).click();
  await expect(ada.getByRole('heading', { level: 1 })).toContainText('v2');

  // Side by side.
  await ada.goto(`/admin/user-task-defs/${name}/compare?from=0&to=2`);
  await expect(ada.getByRole('list', { name: 'Differences' })).toContainText('1 changed');
  await expect(ada.getByRole('main')).toContainText('Kind of leave');
  await checkAccessibility(ada);
});

test('on a phone in German: a finger moves a question, faults are told where they are, a pasted form takes effect', async ({
  signIn,
  docket,
  browser,
  watch,
}) => {
  const ada = await signIn('ada');
  const context = await browser.newContext({
    storageState: await ada.context().storageState(),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await context.addCookies([{ name: 'docket-language', value: 'de', url: docket.url }]);
  const phone = await context.newPage();
  watch(phone);
  await phone.goto('/admin/user-task-defs/new');
  const open = (part: string) =>
    phone.getByRole('group', { name: 'Teile des Baukastens' }).first().getByRole('button', { name: part }).tap();
  const add = async (kind: string) => {
    await open('Felder');
    await phone.getByRole('button', { name: 'Hinzufügen', exact: true }).tap();
    await phone.getByRole('menuitem', { name: kind, exact: true }).tap();
  };
  const questions = phone.getByRole('list', { name: 'Felder des Formulars' }).getByRole('listitem');
  const pane = phone.getByRole('region', { name: 'Eigenschaften' });

  await test.step('a finger moves a question', async () => {
    for (const kind of ['Textzeile', 'Ganze Zahl', 'Abschnitt', 'Datum']) await add(kind);
    await open('Felder');
    await expect(questions.last()).toContainText('Datum');
    const from = await phone.getByRole('button', { name: 'Datum verschieben' }).boundingBox();
    const to = await phone.getByRole('button', { name: 'Textzeile verschieben' }).boundingBox();
    const [x, start, end] = [(from?.x ?? 0) + 20, (from?.y ?? 0) + 20, (to?.y ?? 0) + 10];
    const finger = await context.newCDPSession(phone);
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y: start }] });
    await expect(phone.getByRole('status').filter({ hasText: 'Datum aufgenommen' })).toBeAttached();
    for (const part of [0.25, 0.5, 0.75, 1]) {
      const y = start + (end - start) * part;
      await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] });
    }
    await expect(phone.getByRole('status').filter({ hasText: 'Datum an Stelle 1 von 4' })).toBeAttached();
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(questions.first()).toContainText('Datum');
  });

  await test.step('what is wrong is told in German, at the question and at the heading', async () => {
    await phone.getByRole('button', { name: 'Textzeile bearbeiten' }).tap();
    await pane.getByLabel('Mindestens Zeichen').fill('9');
    await pane.getByLabel('Höchstens Zeichen').fill('3');
    await expect(pane.getByText('Darf nicht kleiner sein als die kleinste Länge')).toBeVisible();
    await pane.getByLabel('Höchstens Zeichen').fill('');
    await open('Felder');
    await phone.getByRole('button', { name: 'Neuer Abschnitt bearbeiten' }).tap();
    // It is wrong as soon as there is a question below it.
    await pane.getByLabel('Überschrift, Deutsch').fill('Sehr lang '.repeat(21));
    await add('Schalter');
    await phone.getByRole('button', { name: '1 Problem' }).tap();
    await phone.getByRole('menuitem', { name: /Dieser Text ist zu lang/ }).tap();
    await expect(pane.getByText('Dieser Text ist zu lang')).toBeVisible();
    await expect(pane.getByLabel('Überschrift, Deutsch')).toBeFocused();
  });

  await test.step('a form is pasted, and seen in both languages', async () => {
    await open('JSON');
    const json = phone.getByLabel('Das Formular als JSON');
    await json.fill('{"fields": "none"}');
    await expect(phone.getByText('Das ist noch kein Formular: Sehen Sie nach bei fields')).toBeVisible();
    await open('Felder');
    await open('JSON');
    await expect(json, 'what is none yet is there after a look elsewhere').toHaveValue('{"fields": "none"}');
    const days = { name: 'days', type: 'INT', displayName: { en: 'Days off', de: 'Urlaubstage' }, min: 1 };
    await json.fill(JSON.stringify({ fields: [days] }));
    await open('Vorschau');
    const shown = phone.getByRole('region', { name: 'Vorschau' });
    await shown.getByLabel('Urlaubstage').fill('0');
    await shown.getByRole('button', { name: 'English' }).tap();
    await expect(shown.getByLabel('Days off')).toHaveValue('0');
    await shown.getByRole('button', { name: 'Check answers' }).tap();
    await expect(shown.getByRole('link', { name: 'Days off – Must be at least 1' })).toBeVisible();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  await test.step('a condition about a long question stays within its pane', async () => {
    const long = { name: 'why', type: 'STR', displayName: 'Warum gerade an diesen Tagen und nicht an anderen Tagen' };
    const after = { name: 'more', type: 'STR', visibleWhen: { not: { all: [{ field: 'why', op: 'isSet' }] } } };
    await open('JSON');
    await phone.getByLabel('Das Formular als JSON').fill(JSON.stringify({ fields: [long, after] }));
    await open('Felder');
    await phone.getByRole('button', { name: 'more bearbeiten' }).tap();
    await expect(pane.getByRole('combobox', { name: 'Feld', exact: true })).toContainText('Warum');
    expect(await pane.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  });
  await context.close();
});
