// What people fill in and what a program does.
import { defineTask, defineUserTask } from '#sdk';

export const approvalForm = defineUserTask({
  name: 'approve-expense',
  displayName: 'Approve an expense',
  fields: {
    isApproved: { type: 'BOOL', displayName: 'Approved' },
    remarks: { type: 'STR', displayName: 'Remarks', required: false },
  },
});

export const remind = defineTask({
  name: 'remind-of-expense',
  description: 'Tells whoever has the task, or the whole group while nobody has it, that it waits.',
  inputs: { text: 'STR' },
});

export const tellRequester = defineTask({
  name: 'tell-requester',
  inputs: { to: 'STR', text: 'STR' },
});
