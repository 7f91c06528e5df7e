// What a lawyer fills in, and what a program does.
import { defineTask, defineUserTask } from '#sdk';

export const opinionForm = defineUserTask({
  name: 'review-contract',
  displayName: 'Review a contract',
  fields: {
    isAcceptable: { type: 'BOOL', displayName: 'We can sign it' },
    reason: { type: 'STR', displayName: 'Why?', required: false },
  },
});

export const fileOpinion = defineTask({
  name: 'file-opinion',
  description: 'Puts an opinion into the file of a contract.',
  inputs: { contract: 'STR', reviewer: 'STR', isAcceptable: 'BOOL', reason: 'STR' },
});
