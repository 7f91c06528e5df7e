// The process: goods and invoice come in whichever order, each found by the number of the purchase order; when the sums agree it is paid.
import { defineWorkflow } from '#sdk';
import {
  goodsReceived,
  invoice,
  invoiceReceived,
  invoiceSettled,
  mismatchForm,
  payInvoice,
  remindSupplier,
} from './definitions.ts';

const DAYS_30 = 30 * 86_400;

export const invoiceMatching = defineWorkflow(
  'invoice-matching',
  (wf) => {
    const purchaseOrder = wf.input('purchaseOrder', 'STR', { required: true, searchable: true });
    const ordered = wf.input('ordered', 'DOUBLE', { required: true });
    const received = wf.variable('received', invoice);

    wf.waitForEvent(goodsReceived, { correlationKey: purchaseOrder });
    wf.doWhile(received.isEqualTo(null), () => {
      const arrival = wf.waitForEvent(invoiceReceived, { correlationKey: purchaseOrder, timeoutSeconds: DAYS_30 });
      received.assign(arrival);
      arrival.handle('TIMEOUT', () => {
        wf.execute(remindSupplier, { purchaseOrder });
      });
    });

    wf.doIf(received.at('euros').isNotEqualTo(ordered), () => {
      const answer = wf.assignUserTask(mismatchForm, {
        userGroup: 'finance',
        title: wf.format('Invoice {0} does not match', received.at('number')),
        notes: wf.format('Ordered for {0} euros, billed {1}.', ordered, received.at('euros')),
      });
      wf.doIf(answer.at('mayBePaid').not(), () => wf.fail('invoice-disputed', 'The invoice is not what was ordered'));
    });

    wf.execute(payInvoice, { invoice: received }, { retries: 10 });
    wf.throwEvent(invoiceSettled, received.at('number'));
  },
  { description: 'An invoice is paid once the goods are there and the sums agree.' },
);
