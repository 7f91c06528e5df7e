// What people and programs do for someone new.
import { defineTask, defineUserTask } from '#sdk';

export const equipmentForm = defineUserTask({
  name: 'prepare-desk',
  displayName: 'Prepare a desk',
  fields: { seat: { type: 'STR', displayName: 'Where will they sit?' } },
});

export const welcomeForm = defineUserTask({
  name: 'welcome',
  displayName: 'Welcome someone new',
  fields: { isSettled: { type: 'BOOL', displayName: 'They have all they need' } },
});

export const createAccount = defineTask({
  name: 'create-account',
  description: 'Creates an account and gives its address. Throws name-taken, with a name that is free.',
  inputs: { person: 'STR' },
  returns: 'STR',
});

export const sendWelcome = defineTask({ name: 'send-welcome', inputs: { address: 'STR', seat: 'STR' } });
