// A form with rules in the browser: fields come and go with the answers, each fault is on its field, and every kind of answer arrives.
import { DocketClient, defineUserTask, defineWorkflow, registerWorkflow } from '#sdk';
import { expect, test } from './people.ts';

const form = defineUserTask({
  name: 'travel-request',
  displayName: 'Travel request',
  fields: {
    reason: { type: 'STR', displayName: 'Reason', widget: 'multiline', minLength: 5 },
    transport: {
      type: 'STR',
      displayName: 'Transport',
      options: [
        { value: 'train', label: 'Train' },
        { value: 'plane', label: 'Plane' },
      ],
      defaultValue: 'train',
    },
    flight: {
      type: 'STR',
      displayName: 'Flight',
      widget: 'text',
      pattern: '[A-Z]{2}[0-9]+',
      patternHint: 'like OS561',
      visibleWhen: { field: 'transport', op: 'equals', value: 'plane' },
    },
    leavesAt: { type: 'TIMESTAMP', displayName: 'Leaves at', section: 'When and how much' },
    nights: { type: 'INT', displayName: 'Nights', min: 1, max: 30, section: 'When and how much' },
    rate: { type: 'DOUBLE', displayName: 'Rate', readOnly: true, defaultValue: 0.42, section: 'When and how much' },
    extras: {
      type: 'JSON_ARR',
      displayName: 'Extras',
      required: false,
      options: [
        { value: 'hotel', label: 'Hotel' },
        { value: 'car', label: 'Car' },
      ],
    },
    car: {
      type: 'STR',
      displayName: 'Which car',
      options: ['small', 'medium', 'large', 'van', 'bus', 'limousine'].map((value) => ({ value })),
      visibleWhen: { field: 'extras', op: 'in', value: ['car'] },
    },
    details: { type: 'JSON_OBJ', displayName: 'Details', required: false },
    agreed: { type: 'BOOL', displayName: 'I know the rules', widget: 'checkbox' },
  },
});

const travel = defineWorkflow('travel-request', (wf) => {
  const traveller = wf.input('traveller', 'STR', { required: true });
  wf.assignUserTask(form, { userId: traveller });
});

test('a form with rules is filled in', async ({ signIn, docket, checkAccessibility }) => {
  const client = new DocketClient(docket);
  await registerWorkflow(client, travel);
  const { id: wfRunId } = await client.runWf({ wfSpecName: 'travel-request', variables: { traveller: 'maria' } });

  const maria = await signIn('maria');
  await maria.goto(`/tasks/${wfRunId}/0-1`);
  const answers = maria.getByRole('form', { name: 'Answers' });
  const complete = maria.getByRole('button', { name: 'Complete', exact: true });
  await expect(answers.getByRole('radio', { name: 'Train' })).toBeChecked();
  await expect(answers.getByLabel('Flight')).toBeHidden();
  await expect(answers.getByLabel('Rate')).toHaveValue('0.42');
  await expect(answers.getByLabel('Rate')).not.toBeEditable();

  await answers.getByRole('radio', { name: 'Plane' }).click();
  await answers.getByLabel('Flight').fill('561');
  await answers.getByLabel('Nights').fill('31');
  await complete.click();
  for (const fault of [
    'Reason – Please fill this in',
    'Flight – Does not fit: like OS561',
    'Leaves at – Please fill this in',
    'Nights – Must be at most 30',
  ]) {
    await expect(answers.getByRole('link', { name: fault })).toBeVisible();
  }
  await checkAccessibility(maria);

  await answers.getByLabel('Reason').fill('A fair in Graz');
  await answers.getByLabel('Flight').fill('OS561');
  await answers.getByLabel('Nights').fill('2');
  await answers.getByLabel('Leaves at').fill('2026-12-01T07:30');
  await answers.getByRole('checkbox', { name: 'Car' }).click();
  await answers.getByRole('checkbox', { name: 'Hotel' }).click();
  await answers.getByLabel('Which car').click();
  await maria.getByRole('option', { name: 'van' }).click();
  await answers.getByLabel('Details').fill('{"seat": "window"}');
  await answers.getByRole('checkbox', { name: 'I know the rules' }).click();
  await expect(maria.getByText(/^Saved \d/)).toBeVisible();
  await maria.reload();
  await expect(answers.getByRole('checkbox', { name: 'Hotel' })).toBeChecked();
  await expect(answers.getByLabel('Leaves at')).toHaveValue('2026-12-01T07:30');

  await answers.getByRole('radio', { name: 'Train' }).click();
  await expect(answers.getByLabel('Flight')).toBeHidden();
  await complete.click();
  await expect(complete).toBeHidden();
  const leavesAt = await maria.evaluate(() => new Date('2026-12-01T07:30').toISOString());
  expect((await client.getUserTaskRun({ wfRunId, guid: '0-1' })).results).toEqual({
    reason: 'A fair in Graz',
    transport: 'train',
    leavesAt,
    nights: 2,
    rate: 0.42,
    extras: ['hotel', 'car'],
    car: 'van',
    details: { seat: 'window' },
    agreed: true,
  });
  await checkAccessibility(maria);
});
