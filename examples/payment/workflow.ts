// The process: money is moved, with patience for a bank that is away; when there is too little of it, someone clears that up.
import { defineWorkflow } from '#sdk';
import { shortageForm, transferMoney } from './definitions.ts';

const PATIENTLY = { retries: 5, timeoutSeconds: 30, backoff: { baseMs: 1000, multiplier: 2, maxMs: 60_000 } };

export const payment = defineWorkflow(
  'payment',
  (wf) => {
    const from = wf.input('from', 'STR', { required: true, searchable: true });
    const to = wf.input('to', 'STR', { required: true });
    const cents = wf.input('cents', 'INT', { required: true });
    const transfer = wf.variable('transfer', 'STR');
    const isGivenUp = wf.variable('isGivenUp', 'BOOL', { default: false });

    wf.doWhile(transfer.isEqualTo(null).and(isGivenUp.not()), () => {
      const moved = wf.execute(transferMoney, { from, to, cents }, PATIENTLY);
      transfer.assign(moved);
      moved.handle('insufficient-funds', (failure) => {
        const missing = failure.content('INT');
        const answer = wf.assignUserTask(shortageForm, {
          userGroup: 'finance',
          title: wf.format('{0} lacks {1} cents', from, missing),
        });
        isGivenUp.assign(answer.at('isCovered').not());
      });
    });

    wf.doIf(transfer.isEqualTo(null), () => wf.fail('payment-given-up', 'There is not enough money'));
    wf.return(transfer);
  },
  { description: 'Moves money from one account to another.', returns: 'STR' },
);
