// The two forms that people fill in.
import { defineUserTask } from '#sdk';

export const requestForm = defineUserTask({
  name: 'it-request',
  displayName: 'IT request',
  description: 'Ask for equipment, software or access.',
  fields: {
    requestedItem: {
      type: 'STR',
      displayName: 'What do you need?',
      description: 'One item: a monitor, a licence, a shared folder.',
    },
    justification: {
      type: 'STR',
      displayName: 'Why do you need it?',
      description: 'Finance reads this when it decides.',
    },
  },
});

export const approvalForm = defineUserTask({
  name: 'approve-it-request',
  displayName: 'Approve an IT request',
  description: 'Decide whether the company pays for it.',
  fields: {
    isApproved: { type: 'BOOL', displayName: 'Approved' },
    comments: {
      type: 'STR',
      displayName: 'Comments',
      description: 'Sent to the requester with the decision.',
      required: false,
    },
  },
});
