// Runs as an admin sees them: started from a form, followed while they go on, stopped, resumed, rescued and sent events.
import type { Page } from '@playwright/test';
import { DocketClient } from '#sdk';
import { expect, test } from './people.ts';
import type { Docket } from './support/docket.ts';

/** A definition of this journey's own. */
async function put({ url, apiKey }: Docket, path: string, body: object): Promise<void> {
  const response = await fetch(`${url}/api/v1/${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.text()).toBe(200);
}

const ownName = (what: string) => `${what}-${crypto.randomUUID().slice(0, 8)}`;

/** A node of the diagram, by what it is called; what else its button says is how it stands. */
const step = (page: Page, spec: string, name: string) =>
  page.getByRole('region', { name: `Diagram of ${spec}` }).getByRole('button', { name: new RegExp(`^${name} `) });

test('a run is started from its form, followed, stopped and resumed, and an event moves it on', async ({
  signIn,
  docket,
  checkAccessibility,
}) => {
  const name = ownName('purchase');
  await put(docket, `user-task-defs/${name}`, { fields: [{ name: 'isFine', type: 'BOOL' }] });
  await put(docket, `external-event-defs/${name}`, { contentType: 'STR' });
  await put(docket, `wf-specs/${name}`, {
    entrypoint: 'main',
    threads: {
      main: {
        variables: [
          { name: 'item', type: 'STR', required: true },
          { name: 'amount', type: 'INT', default: 1 },
          { name: 'sizes', type: { array: 'INT' } },
          { name: 'carrier', type: 'STR' },
        ],
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'approve' }] },
          approve: {
            type: 'USER_TASK',
            userTaskDefName: name,
            userId: { literal: 'maria' },
            edges: [{ to: 'shipped' }],
          },
          shipped: {
            type: 'EXTERNAL_EVENT',
            externalEventDefName: name,
            edges: [{ to: 'end', mutations: [{ variable: 'carrier', value: { nodeOutput: 'shipped' } }] }],
          },
          end: { type: 'EXIT' },
        },
      },
    },
  });

  const ada = await signIn('ada');
  await ada.goto(`/admin/wf-specs/${name}`);
  await ada.getByRole('link', { name: 'Start a run' }).click();
  await ada.getByLabel('amount').fill('many');
  await ada.getByRole('button', { name: 'Add an item' }).press('Enter');
  await expect(ada.getByRole('textbox', { name: /^Item 1/ })).toBeFocused();
  await ada.keyboard.type('1.5');
  await ada.getByRole('button', { name: 'Start run' }).press('Enter');
  const faults = ada.getByRole('alert').filter({ hasText: '3 answers need attention' });
  await expect(faults.getByRole('link')).toHaveText([
    'item: Give a value.',
    'amount: This must be a whole number.',
    'sizes.0: This must be a whole number.',
  ]);
  await expect(ada.getByRole('textbox', { name: /^item/ })).toBeFocused();
  await ada.keyboard.type('A lamp');
  await faults.getByRole('link', { name: /^amount/ }).press('Enter');
  await ada.keyboard.press('ControlOrMeta+a');
  await ada.keyboard.type('2');
  await ada.getByRole('textbox', { name: /^Item 1/ }).fill('15');
  await ada.getByRole('button', { name: 'Start run' }).press('Enter');
  await expect(ada).toHaveURL(/\/admin\/wf-runs\/[^/]+$/);
  const wfRunId = new URL(ada.url()).pathname.split('/').at(-1) ?? '';

  // Where its thread stands is seen in the diagram, and follows what others do.
  await expect(step(ada, name, 'approve')).toHaveAccessibleName(/Running.*thread 0/);
  await expect(step(ada, name, 'shipped')).toHaveAccessibleName(/^shipped Waits for an event: purchase-\S+$/);
  await checkAccessibility(ada);
  const client = new DocketClient(docket);
  await client.completeUserTaskRun({ wfRunId, guid: '0-1', userId: 'maria', results: { isFine: true } });
  await expect(step(ada, name, 'approve')).toHaveAccessibleName(/Completed/);
  await expect(step(ada, name, 'shipped')).toHaveAccessibleName(/Running.*thread 0/);

  await ada.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
  const stop = ada.getByRole('alertdialog', { name: 'Stop this run?' });
  await expect(stop.getByLabel('Why')).toBeFocused();
  await ada.keyboard.type('The supplier is asked first');
  await stop.getByRole('button', { name: 'Stop run' }).press('Enter');
  await expect(step(ada, name, 'shipped')).toHaveAccessibleName(/Halted/);
  const threads = ada.getByRole('region', { name: 'Threads' });
  await expect(threads).toContainText('Stopped:');
  await expect(threads).toContainText('The supplier is asked first');

  await ada.getByRole('button', { name: 'Resume' }).press('Enter');
  await ada.getByRole('alertdialog').getByLabel('Why').fill('They deliver');
  await ada.getByRole('alertdialog').getByRole('button', { name: 'Resume run' }).press('Enter');
  await expect(step(ada, name, 'shipped')).toHaveAccessibleName(/Running/);
  await expect(threads).not.toContainText('Stopped:');
  const told = ada.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
  await expect(told.filter({ hasText: /^Stopped by/ })).toContainText('The supplier is asked first');
  await expect(told.filter({ hasText: /^Resumed by/ })).toContainText('They deliver');

  await ada.getByRole('button', { name: 'Post event' }).press('Enter');
  const post = ada.getByRole('alertdialog', { name: 'Post an event' });
  await expect(post.getByRole('combobox', { name: 'Event' })).toHaveText(`${name} (awaited now)`);
  await post.getByLabel('Content').fill('Fast Freight');
  await post.getByRole('button', { name: 'Post event' }).press('Enter');
  await expect(post).toBeHidden();
  await expect(ada.getByRole('region', { name: 'Timeline' })).toContainText('The run completed');
  await expect(ada.getByRole('region', { name: 'Variables' })).toContainText('Fast Freight');
  expect(await client.getWfRun({ wfRunId })).toMatchObject({ status: 'COMPLETED' });
});

test('a task fails before an admin’s eyes, its attempts tell why, and a rescue brings the run to its end', async ({
  signIn,
  docket,
  checkAccessibility,
}) => {
  const name = ownName('charge');
  await put(docket, `task-defs/${name}`, { inputVars: [{ name: 'card', type: 'STR', masked: true }] });
  await put(docket, `wf-specs/${name}`, {
    entrypoint: 'main',
    threads: {
      main: {
        variables: [{ name: 'card', type: 'STR', required: true, masked: true }],
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'charge' }] },
          charge: {
            type: 'TASK',
            taskDefName: name,
            inputs: [{ variable: 'card' }],
            retries: 1,
            edges: [{ to: 'end' }],
          },
          end: { type: 'EXIT' },
        },
      },
    },
  });
  const client = new DocketClient(docket);
  const { id: wfRunId } = await client.runWf({ wfSpecName: name, variables: { card: '4111 1111' } });

  /** What a worker does once, over REST. */
  async function report(outcome: { error: { type: string; message: string } } | { output: null }, logOutput: string) {
    const { results } = await client.pollTaskRuns({ taskDefNames: [name], workerId: 'till-7', waitSeconds: 10 });
    const [lease] = results;
    if (!lease) throw new Error('no attempt was waiting');
    const { guid, attempt, leaseToken } = lease;
    await client.reportTaskRun({ wfRunId, guid, attempt, leaseToken, ...outcome, logOutput });
  }
  const refused = (message: string) => ({ error: { type: 'BankError', message } });

  const ada = await signIn('ada');
  await ada.goto(`/admin/wf-runs/${wfRunId}`);
  await expect(step(ada, name, 'charge')).toHaveAccessibleName(/Running.*thread 0/);
  await report(refused('The bank does not answer'), 'dialled 3 times');
  await report(refused('The bank hung up'), 'dialled once\nno tone');
  await expect(step(ada, name, 'charge')).toHaveAccessibleName(/Error/);
  const failure = ada.getByText('TASK_FAILURE in thread 0 main');
  await expect(failure).toBeVisible();

  await ada.getByRole('link', { name: 'Show the attempts' }).click();
  const tasks = ada.getByRole('list', { name: 'Tasks' });
  await expect(tasks).toContainText('2 attempts of at most 2');
  for (const told of [
    'BankError: The bank does not answer',
    'dialled 3 times',
    'BankError: The bank hung up',
    'till-7',
  ]) {
    await expect(tasks).toContainText(told);
  }
  await expect(ada.getByRole('main')).not.toContainText('4111 1111');
  await checkAccessibility(ada);

  await ada.getByRole('button', { name: 'Rescue thread 0' }).press('Enter');
  const rescue = ada.getByRole('alertdialog', { name: 'Rescue this run?' });
  await expect(rescue.getByRole('radio', { name: 'Try charge again' })).toBeChecked();
  await rescue.getByRole('button', { name: 'Rescue run' }).press('Enter');
  await expect(failure).toBeHidden();
  await report({ output: null }, 'charged');
  await expect(step(ada, name, 'end')).toHaveAccessibleName(/Completed/);
  await expect(tasks).toContainText('charged');
  expect(await client.getWfRun({ wfRunId })).toMatchObject({ status: 'COMPLETED' });
});

test('a thread that failed where it ends is tried again there, for nothing comes after it', async ({
  signIn,
  docket,
}) => {
  const name = ownName('refuse');
  await put(docket, `wf-specs/${name}`, {
    entrypoint: 'main',
    threads: {
      main: {
        nodes: {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'refused' }] },
          refused: { type: 'EXIT', failure: { name: 'no-stock', message: 'There is none left' } },
        },
      },
    },
  });
  const { id: wfRunId } = await new DocketClient(docket).runWf({ wfSpecName: name });
  const ada = await signIn('ada');
  await ada.goto(`/admin/wf-runs/${wfRunId}`);
  await ada.getByRole('button', { name: 'Rescue thread 0' }).press('Enter');
  const rescue = ada.getByRole('alertdialog', { name: 'Rescue this run?' });
  await expect(rescue).toContainText('Its thread ends with refused, which it tries again.');
  await expect(rescue.getByRole('radio')).toHaveCount(0);
  await rescue.getByRole('button', { name: 'Rescue run' }).press('Enter');
  await expect(rescue).toBeHidden();
  await expect(ada.getByRole('region', { name: 'Timeline' }).getByText(/^Rescued by/)).toBeVisible();
});

test('runs are narrowed to days, of which the first is not after the last', async ({ signIn }) => {
  const ada = await signIn('ada');
  // Only a page that has come alive says how much there is, and what it leads to is alive from the beginning.
  await expect(ada.getByRole('region', { name: 'Tasks' })).toContainText(/no tasks|\d tasks?/);
  await ada.getByRole('link', { name: 'WfRuns' }).click();
  const [from, until] = [ada.getByLabel('From'), ada.getByLabel('Until')];
  await until.fill('2020-01-02');
  await expect(ada, 'a day takes effect by itself').toHaveURL(/startedBefore=2020-01-0/);
  await from.fill('2020-01-03');
  await expect(from).toHaveAccessibleDescription(/after the last day/);
  await until.fill('2020-01-03');
  await expect(ada, 'which makes the first day one that can be').toHaveURL(/startedAfter=.*startedBefore=2020-01-0/);
  await expect(from).toHaveAccessibleDescription('');
  await from.fill('2020-01-04');
  await expect(from).toHaveAccessibleDescription(/after the last day/);
  await ada.getByRole('button', { name: 'Clear' }).click();
  await expect(ada).toHaveURL(/wf-runs$/);
  await expect(from).toHaveValue('');
});

test('the palette leads to a run by its id', async ({ signIn, docket }) => {
  const name = ownName('brief');
  const nodes = { start: { type: 'ENTRYPOINT', edges: [{ to: 'end' }] }, end: { type: 'EXIT' } };
  await put(docket, `wf-specs/${name}`, { entrypoint: 'main', threads: { main: { nodes } } });
  await new DocketClient(docket).runWf({ wfSpecName: name, id: `${name}-7` });
  const ada = await signIn('ada');
  await expect(ada.getByRole('region', { name: 'Tasks' })).toContainText(/no tasks|\d tasks?/);
  await ada.keyboard.press('ControlOrMeta+k');
  const palette = ada.getByRole('dialog', { name: 'Commands' });
  await palette.getByRole('combobox').fill(`${name}-7`);
  await expect(palette.getByRole('option', { name: `${name}-7`, selected: true })).toBeVisible();
  await ada.keyboard.press('Enter');
  await expect(ada).toHaveURL(`/admin/wf-runs/${name}-7`);
});
