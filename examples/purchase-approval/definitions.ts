// What people fill in and what a program does.
import { defineTask, defineUserTask } from '#sdk';

export const purchaseForm = defineUserTask({
  name: 'purchase-request',
  displayName: 'Purchase request',
  fields: {
    item: { type: 'STR', displayName: 'What do you want to buy?' },
    price: { type: 'DOUBLE', displayName: 'What does it cost, in euros?' },
  },
});

export const decisionForm = defineUserTask({
  name: 'decide-on-purchase',
  displayName: 'Decide on a purchase',
  fields: {
    isApproved: { type: 'BOOL', displayName: 'Approved' },
    remarks: { type: 'STR', displayName: 'What should be different?', required: false },
  },
});

export const placeOrder = defineTask({
  name: 'place-order',
  description: 'Orders an item from a supplier and gives the number of the order.',
  inputs: { item: 'STR', price: 'DOUBLE', requester: 'STR' },
  returns: 'STR',
});
