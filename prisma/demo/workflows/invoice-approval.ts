// Finance checks, asks back and approves.
import {
  DAY,
  format,
  given,
  is,
  isAbove,
  keep,
  literal,
  remind,
  requester,
  sendMail,
  variable,
  type Workflow,
} from './parts.ts';

export const invoiceApproval: Workflow = {
  name: 'invoice-approval',
  description: 'Finance checks an invoice, asks back where needed, and a second person approves what is large.',
  entrypoint: 'main',
  threads: {
    main: {
      variables: [
        given('number', 'STR', true),
        given('supplier', 'STR', true),
        given('amount', 'DOUBLE'),
        given('total', 'STR'),
        given('subject', 'STR'),
        given('priority', 'INT'),
        { name: 'verdict', type: 'STR' },
        { name: 'question', type: 'STR' },
        { name: 'answer', type: 'STR' },
        { name: 'isApproved', type: 'BOOL' },
      ],
      nodes: {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'check' }] },
        check: {
          type: 'USER_TASK',
          userTaskDefName: 'check-invoice',
          userGroup: literal('finance'),
          title: format('Check invoice {0}', 'number'),
          context: format('{0} · {1}', 'supplier', 'total'),
          notes: format('**{0}** bills us for {1}. The order is in the folder of the month.', 'supplier', 'subject'),
          details: [
            { label: 'Supplier', value: variable('supplier') },
            { label: 'Invoice', value: variable('number') },
            { label: 'Total', value: variable('total') },
            { label: 'For', value: variable('subject') },
          ],
          priority: variable('priority'),
          dueAt: literal(3 * DAY),
          followUpAt: literal(2 * DAY),
          actions: [
            {
              hook: 'ON_ARRIVAL',
              delay: literal(1.5 * DAY),
              action: remind('finance', format('Invoice {0} waits', 'number')),
            },
            {
              hook: 'ON_INACTIVITY',
              delay: literal(1.5 * DAY),
              action: { type: 'REASSIGN', userGroup: literal('finance') },
            },
          ],
          edges: [
            { to: 'sort', mutations: [keep('verdict', 'check', 'verdict'), keep('question', 'check', 'question')] },
          ],
        },
        sort: {
          type: 'NOP',
          edges: [
            { to: 'ask', condition: is('verdict', 'query') },
            { to: 'sendBack', condition: is('verdict', 'wrong') },
            { to: 'approve', condition: isAbove('amount', 5000) },
            { to: 'pay' },
          ],
        },
        ask: {
          type: 'USER_TASK',
          userTaskDefName: 'answer-question',
          userId: requester,
          title: format('A question about invoice {0}', 'number'),
          context: format('{0} · {1}', 'supplier', 'total'),
          notes: format('> {0}', 'question'),
          dueAt: literal(2 * DAY),
          edges: [{ to: 'check', mutations: [keep('answer', 'ask', 'answer')] }],
        },
        approve: {
          type: 'USER_TASK',
          userTaskDefName: 'approve-payment',
          userGroup: literal('finance'),
          title: format('Approve the payment of {0}', 'total'),
          context: format('Invoice {0} · {1}', 'number', 'supplier'),
          notes: format('For {0}. It was checked and found correct.', 'subject'),
          details: [
            { label: 'Total', value: variable('total') },
            { label: 'Checked by', value: { doneBy: 'check' } },
          ],
          priority: literal(75),
          dueAt: literal(2 * DAY),
          excludeUsers: [{ doneBy: 'check' }],
          actions: [
            {
              hook: 'ON_ARRIVAL',
              delay: literal(3 * DAY),
              action: { type: 'REASSIGN', userId: literal('ada'), userGroup: literal('finance') },
            },
          ],
          edges: [{ to: 'pay', condition: { nodeOutput: 'approve', jsonPath: '$.isApproved' } }, { to: 'sendBack' }],
        },
        pay: sendMail(
          requester,
          format('Invoice {0} is paid', 'number'),
          format('{0} gets {1}.', 'supplier', 'total'),
          'end',
        ),
        sendBack: sendMail(
          requester,
          format('Invoice {0} went back', 'number'),
          format('{0} will write a new one.', 'supplier'),
          'end',
        ),
        end: { type: 'EXIT' },
      },
    },
  },
};
