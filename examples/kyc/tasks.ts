// What the worker does.
import { taskHandler } from '#sdk';
import { openAccount, screenCustomer } from './definitions.ts';

/** Wanted in this example, and nowhere else. */
const LISTED = ['Dr. Mabel Nightshade'];

export const tasks = {
  'screen-customer': taskHandler(screenCustomer, ({ customer }) => (LISTED.includes(customer?.name ?? '') ? 97 : 3)),
  'open-account': taskHandler(openAccount, ({ customer }, context) => {
    context.log(`opened for ${customer?.name}`);
    return `ACC-${context.wfRunId}`;
  }),
};
