// What a program does in this process; worker.ts is that program.
import { defineTask } from '#sdk';

export const sendMail = defineTask({
  name: 'send-mail',
  description: 'Sends a plain-text e-mail to a person.',
  inputs: { to: 'STR', subject: 'STR', body: 'STR' },
});
