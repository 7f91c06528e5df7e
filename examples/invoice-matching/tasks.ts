// What the worker does.
import { taskHandler } from '#sdk';
import { payInvoice, remindSupplier } from './definitions.ts';

export const tasks = {
  'remind-supplier': taskHandler(remindSupplier, ({ purchaseOrder }, context) =>
    context.log(`asked for the invoice of ${purchaseOrder}`),
  ),
  'pay-invoice': taskHandler(payInvoice, ({ invoice }, context) =>
    context.log(`paid ${invoice?.euros} euros for ${invoice?.number} (${invoice?.lines.length} lines)`),
  ),
};
