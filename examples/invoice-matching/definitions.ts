// What comes from outside, what a run tells, and what people and programs do.
import { defineExternalEvent, defineStruct, defineTask, defineUserTask, defineWorkflowEvent } from '#sdk';

export const invoice = defineStruct({
  name: 'invoice',
  fields: { number: 'STR', euros: 'DOUBLE', lines: { array: 'STR' } },
});

/** Both are posted by the number of the purchase order, by systems that know nothing of runs. */
export const goodsReceived = defineExternalEvent({ name: 'goods-received', correlation: {} });
export const invoiceReceived = defineExternalEvent({ name: 'invoice-received', content: invoice, correlation: {} });
export const invoiceSettled = defineWorkflowEvent({ name: 'invoice-settled', content: 'STR' });

export const remindSupplier = defineTask({ name: 'remind-supplier', inputs: { purchaseOrder: 'STR' } });
export const payInvoice = defineTask({ name: 'pay-invoice', inputs: { invoice } });

export const mismatchForm = defineUserTask({
  name: 'clear-up-invoice',
  displayName: 'Clear up an invoice',
  fields: { mayBePaid: { type: 'BOOL', displayName: 'Pay it all the same' } },
});
