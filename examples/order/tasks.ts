// What the worker does.
import { TaskException, taskHandler } from '#sdk';
import { chargeCard, refundCard, releaseStock, reserveStock, shipParcel } from './definitions.ts';

export const tasks = {
  'reserve-stock': taskHandler(reserveStock, ({ item, amount }, context) => {
    context.log(`set aside ${amount} × ${item}`);
    return `RES-${context.wfRunId}`;
  }),
  'release-stock': taskHandler(releaseStock, ({ reservation }, context) => context.log(`put back ${reservation}`)),
  'charge-card': taskHandler(chargeCard, ({ card, euros }, context) => {
    if (card?.startsWith('0000')) throw new TaskException('card-declined', 'The bank says no');
    context.log(`took ${euros} euros`);
    return `PAY-${context.wfRunId}`;
  }),
  'refund-card': taskHandler(refundCard, ({ payment }, context) => context.log(`gave back ${payment}`)),
  'ship-parcel': taskHandler(shipParcel, ({ address, weight }, context) => {
    context.log(`${weight} kg on their way to ${address}`);
    return `TRACK-${context.wfRunId}`;
  }),
};
