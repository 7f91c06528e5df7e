// What the worker does.
import { TaskException, taskHandler } from '#sdk';
import { createAccount, sendWelcome } from './definitions.ts';

const taken = new Set(['alex']);

export const tasks = {
  'create-account': taskHandler(createAccount, ({ person }) => {
    const name = (person ?? '').toLowerCase();
    if (taken.has(name)) throw new TaskException('name-taken', `There is a ${name} already`, `${name}-2`);
    return `${name}@docket.example`;
  }),
  'send-welcome': taskHandler(sendWelcome, ({ address, seat }, context) =>
    context.log(`told ${address} about ${seat}`),
  ),
};
