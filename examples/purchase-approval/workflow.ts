// The process: a request goes back to the requester, with remarks, until it is approved; three rounds at most.
import { defineWorkflow } from '#sdk';
import { decisionForm, placeOrder, purchaseForm } from './definitions.ts';

const ROUNDS = 3;

export const purchaseApproval = defineWorkflow(
  'purchase-approval',
  (wf) => {
    const requester = wf.input('requester', 'STR', { required: true, searchable: true });
    const item = wf.variable('item', 'STR');
    const price = wf.variable('price', 'DOUBLE');
    const isApproved = wf.variable('isApproved', 'BOOL', { default: false });
    const remarks = wf.variable('remarks', 'STR');
    const round = wf.variable('round', 'INT', { default: 0 });

    wf.doWhile(isApproved.not().and(round.isLessThan(ROUNDS)), () => {
      round.add(1);
      const request = wf.assignUserTask(purchaseForm, { userId: requester, notes: remarks });
      item.assign(request.at('item'));
      price.assign(request.at('price'));

      const decision = wf.assignUserTask(decisionForm, {
        userGroup: 'finance',
        title: wf.format('Buy {0}?', item),
        context: wf.format('{0} euros, round {1}', price, round),
      });
      isApproved.assign(decision.at('isApproved'));
      remarks.assign(decision.at('remarks'));
    });

    wf.doIf(isApproved, () => {
      wf.return(wf.execute(placeOrder, { item, price, requester }, { retries: 3 }));
    });
    wf.fail('purchase-refused', `It was not approved in ${ROUNDS} rounds`, remarks);
  },
  { description: 'A purchase is requested, revised and approved.', returns: 'STR' },
);
