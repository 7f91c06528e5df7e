// The process: someone asks for something, finance decides, the requester hears of it.
import { defineWorkflow } from '#sdk';
import { approvalForm, requestForm } from './forms.ts';
import { sendMail } from './tasks.ts';

export const itRequest = defineWorkflow(
  'it-request',
  (wf) => {
    const requester = wf.input('requester', 'STR', { required: true });
    const item = wf.variable('item', 'STR');
    const justification = wf.variable('justification', 'STR');
    const isApproved = wf.variable('isApproved', 'BOOL');
    const comments = wf.variable('comments', 'STR');

    const request = wf.assignUserTask(requestForm, { userId: requester });
    item.assign(request.jsonPath('$.requestedItem'));
    justification.assign(request.jsonPath('$.justification'));

    const decision = wf.assignUserTask(approvalForm, {
      userGroup: 'finance',
      title: wf.format('Approve: {0}', item),
      context: wf.format('Requested by {0}', requester),
      notes: wf.format('**{0}** asks for **{1}**:\n\n> {2}', requester, item, justification),
    });
    isApproved.assign(decision.jsonPath('$.isApproved'));
    comments.assign(decision.jsonPath('$.comments'));

    wf.doIf(isApproved, () => {
      wf.execute(
        sendMail,
        {
          to: requester,
          subject: wf.format('Approved: {0}', item),
          body: wf.format('Hello {0},\n\nyour request for "{1}" was approved.\n\n{2}', requester, item, comments),
        },
        { retries: 3 },
      );
    }).doElse(() => {
      wf.execute(
        sendMail,
        {
          to: requester,
          subject: wf.format('Not approved: {0}', item),
          body: wf.format('Hello {0},\n\nyour request for "{1}" was not approved.\n\n{2}', requester, item, comments),
        },
        { retries: 3 },
      );
    });
  },
  { description: 'Someone asks IT for something, finance decides, and the requester is told by mail.' },
);
