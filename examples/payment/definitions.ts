// What a program does, and what people do when it cannot.
import { defineTask, defineUserTask } from '#sdk';

export const transferMoney = defineTask({
  name: 'transfer-money',
  description: 'Moves money and gives the number of the transfer. Throws insufficient-funds, with what is missing.',
  inputs: { from: 'STR', to: 'STR', cents: 'INT' },
  returns: 'STR',
});

export const shortageForm = defineUserTask({
  name: 'clear-up-shortage',
  displayName: 'Clear up a shortage',
  fields: { isCovered: { type: 'BOOL', displayName: 'There is enough by now' } },
});
