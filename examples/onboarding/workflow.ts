// The process: desk and account are prepared side by side, and on the first day the newcomer is welcomed.
import { defineWorkflow } from '#sdk';
import { createAccount, equipmentForm, sendWelcome, welcomeForm } from './definitions.ts';

export const onboarding = defineWorkflow(
  'onboarding',
  (wf) => {
    const person = wf.input('person', 'STR', { required: true });
    const mentor = wf.input('mentor', 'STR', { required: true });
    const firstDay = wf.input('firstDay', 'TIMESTAMP', { required: true });
    const seat = wf.variable('seat', 'STR');
    const address = wf.variable('address', 'STR');

    const desk = wf.spawnThread('desk', () => {
      const prepared = wf.assignUserTask(equipmentForm, {
        userGroup: 'it',
        title: wf.format('A desk for {0}', person),
      });
      seat.assign(prepared.at('seat'));
    });
    const account = wf.spawnThread('account', () => {
      const created = wf.execute(createAccount, { person }, { retries: 3 });
      address.assign(created);
      created.handle('name-taken', (failure) => {
        const free = failure.content('STR');
        address.assign(wf.execute(createAccount, { person: free }));
      });
    });
    wf.waitForThreads([desk, account]);

    wf.sleepUntil(firstDay);
    wf.execute(sendWelcome, { address, seat }, { retries: 3 });
    wf.assignUserTask(welcomeForm, { userId: mentor, title: wf.format('{0} is new', person) });
  },
  { description: 'What is done before and on the first day of someone new.' },
);
