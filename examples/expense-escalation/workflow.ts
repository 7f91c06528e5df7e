// The process: finance approves an expense. What nobody claims goes to the boss, what somebody forgets goes back, and it does not wait for ever.
import { defineWorkflow } from '#sdk';
import { approvalForm, remind, tellRequester } from './definitions.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

export const expenseEscalation = defineWorkflow(
  'expense-escalation',
  (wf) => {
    const requester = wf.input('requester', 'STR', { required: true });
    const euros = wf.input('euros', 'DOUBLE', { required: true });
    const boss = wf.input('boss', 'STR', { required: true });
    const outcome = wf.variable('outcome', 'STR');

    const approval = wf.assignUserTask(approvalForm, {
      userGroup: 'finance',
      title: wf.format('An expense of {0} euros', euros),
      context: requester,
    });
    approval
      .scheduleReminderTaskOnAssignment(HOUR, remind, { text: wf.format('{0} waits for {1} euros', requester, euros) })
      .releaseToGroupAfterInactivity(2 * HOUR)
      .reassignUserTask(4 * HOUR, { userId: boss, userGroup: 'finance' })
      .cancelUserTaskRunAfter(3 * DAY, 'Nobody decided within three days')
      .onCancellationException('not-decided')
      .handle('not-decided', () => outcome.assign('expired'));

    wf.doIf(outcome.isEqualTo(null), () => {
      wf.doIf(approval.at('isApproved'), () => outcome.assign('approved')).doElse(() => outcome.assign('refused'));
    });
    wf.execute(tellRequester, { to: requester, text: wf.format('Your expense is {0}', outcome) });
    wf.return(outcome);
  },
  { description: 'An expense is approved, in time, by somebody.', returns: 'STR' },
);
