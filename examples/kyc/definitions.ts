// Who is checked, what a program does and what people decide.
import { defineStruct, defineTask, defineUserTask } from '#sdk';

export const customer = defineStruct({
  name: 'customer',
  fields: { name: 'STR', country: 'STR', bornAt: { type: 'TIMESTAMP', nullable: true } },
});

export const screenCustomer = defineTask({
  name: 'screen-customer',
  description: 'Looks a person up in the lists of sanctions; gives how like they are to someone in it, from 0 to 100.',
  inputs: { customer },
  returns: 'INT',
});

export const openAccount = defineTask({
  name: 'open-account',
  description: 'Opens an account and gives its number.',
  inputs: { customer },
  returns: 'STR',
});

export const hitForm = defineUserTask({
  name: 'judge-screening-hit',
  displayName: 'Judge a screening hit',
  fields: { isSomeoneElse: { type: 'BOOL', displayName: 'It is someone else' } },
});
