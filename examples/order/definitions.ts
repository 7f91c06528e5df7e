// What may come to an order, what people and programs do for it.
import { defineExternalEvent, defineTask, defineUserTask } from '#sdk';

export const addressChanged = defineExternalEvent({ name: 'address-changed', content: 'STR' });
export const orderCancelled = defineExternalEvent({ name: 'order-cancelled', content: 'STR' });

export const packForm = defineUserTask({
  name: 'pack-order',
  displayName: 'Pack an order',
  fields: { weight: { type: 'DOUBLE', displayName: 'Weight of the parcel in kilograms' } },
});

export const reserveStock = defineTask({
  name: 'reserve-stock',
  description: 'Sets an item aside and gives the number of the reservation.',
  inputs: { item: 'STR', amount: 'INT' },
  returns: 'STR',
});
export const releaseStock = defineTask({ name: 'release-stock', inputs: { reservation: 'STR' } });

export const chargeCard = defineTask({
  name: 'charge-card',
  description: 'Takes money from a card and gives the number of the payment. Throws card-declined.',
  inputs: { card: { type: 'STR', masked: true }, euros: 'DOUBLE' },
  returns: 'STR',
});
export const refundCard = defineTask({ name: 'refund-card', inputs: { payment: 'STR' } });

export const shipParcel = defineTask({
  name: 'ship-parcel',
  description: 'Hands a parcel to the carrier and gives the number by which it can be followed.',
  inputs: { address: 'STR', weight: 'DOUBLE' },
  returns: 'STR',
});
