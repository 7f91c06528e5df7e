// What people fill in.
import { defineUserTask } from '#sdk';

export const countForm = defineUserTask({
  name: 'count-shelf',
  displayName: 'Count a shelf',
  fields: { counted: { type: 'INT', displayName: 'How many are there?' } },
});

export const differenceForm = defineUserTask({
  name: 'explain-difference',
  displayName: 'Explain a difference',
  fields: { explanation: { type: 'STR', displayName: 'Why is it not what the books say?' } },
});
