// What the worker does.
import { taskHandler } from '#sdk';
import { placeOrder } from './definitions.ts';

export const tasks = {
  'place-order': taskHandler(placeOrder, ({ item, price, requester }, context) => {
    context.log(`ordered ${item} for ${price} euros, as ${requester} asked`);
    return `PO-${context.wfRunId}`;
  }),
};
