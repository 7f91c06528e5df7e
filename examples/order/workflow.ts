// The process: stock is reserved, a card charged, a parcel packed and shipped. Until then the address can change, and the buyer can
// cancel; whatever goes wrong, what was done is undone.
import { defineWorkflow } from '#sdk';
import {
  addressChanged,
  chargeCard,
  orderCancelled,
  packForm,
  refundCard,
  releaseStock,
  reserveStock,
  shipParcel,
} from './definitions.ts';

export const order = defineWorkflow(
  'order',
  (wf) => {
    const item = wf.input('item', 'STR', { required: true });
    const amount = wf.input('amount', 'INT', { default: 1 });
    const price = wf.input('price', 'DOUBLE', { required: true });
    const card = wf.input('card', 'STR', { required: true, masked: true });
    const address = wf.input('address', 'STR', { required: true });
    const packers = wf.input('packers', 'STR', { default: 'it' });
    const reservation = wf.variable('reservation', 'STR');
    const payment = wf.variable('payment', 'STR');

    wf.interruptOn(addressChanged, (newAddress) => address.assign(newAddress));
    wf.interruptOn(orderCancelled, (reason) => {
      wf.doIf(payment.isNotEqualTo(null), () => {
        wf.execute(refundCard, { payment }, { retries: 10 });
      });
      wf.doIf(reservation.isNotEqualTo(null), () => {
        wf.execute(releaseStock, { reservation }, { retries: 10 });
      });
      wf.fail('order-cancelled', 'The buyer cancelled the order', reason);
    });

    reservation.assign(wf.execute(reserveStock, { item, amount }));
    const charge = wf.execute(chargeCard, { card, euros: price.times(amount) });
    payment.assign(charge);
    charge.handle('card-declined', () => {
      wf.execute(releaseStock, { reservation }, { retries: 10 });
      wf.fail('order-declined', 'The card was declined');
    });

    const parcel = wf.assignUserTask(packForm, {
      userGroup: packers,
      title: wf.format('Pack {0} × {1}', amount, item),
    });
    wf.return(wf.execute(shipParcel, { address, weight: parcel.at('weight') }, { retries: 5 }));
  },
  { description: 'An order from reservation to shipment.', returns: 'STR' },
);
