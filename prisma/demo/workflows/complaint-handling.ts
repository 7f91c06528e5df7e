// A complaint, with hooks that keep it from being forgotten.
import {
  DAY,
  format,
  given,
  HOUR,
  isAbove,
  keep,
  literal,
  remind,
  sendMail,
  variable,
  type Workflow,
} from './parts.ts';

export const complaint: Workflow = {
  name: 'complaint-handling',
  description: 'Support sorts and answers a complaint; nothing waits for ever, and large refunds go to finance.',
  entrypoint: 'main',
  threads: {
    main: {
      variables: [
        given('customer', 'STR', true),
        given('order', 'STR', true),
        given('complaint', 'STR'),
        given('priority', 'INT'),
        { name: 'refund', type: 'DOUBLE' },
      ],
      nodes: {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'sort' }] },
        sort: {
          type: 'USER_TASK',
          userTaskDefName: 'sort-complaint',
          userGroup: literal('support'),
          title: format('A complaint of {0}', 'customer'),
          context: format('Order {0}', 'order'),
          notes: format('> {0}', 'complaint'),
          priority: variable('priority'),
          dueAt: literal(8 * HOUR),
          actions: [
            {
              hook: 'ON_TASK_ASSIGNED',
              delay: literal(4 * HOUR),
              maxFirings: 3,
              action: remind('support', format('{0} waits for an answer', 'customer')),
            },
          ],
          edges: [{ to: 'answer' }],
        },
        answer: {
          type: 'USER_TASK',
          userTaskDefName: 'answer-complaint',
          userId: { doneBy: 'sort' },
          userGroup: literal('support'),
          title: format('Answer {0}', 'customer'),
          context: format('Order {0}', 'order'),
          notes: format('> {0}', 'complaint'),
          details: [
            { label: 'Customer', value: variable('customer') },
            { label: 'Order', value: variable('order') },
            { label: 'Sorted by', value: { doneBy: 'sort' } },
          ],
          priority: variable('priority'),
          dueAt: literal(2 * DAY),
          actions: [
            {
              hook: 'ON_INACTIVITY',
              delay: literal(DAY),
              maxFirings: 2,
              action: { type: 'REASSIGN', userGroup: literal('support') },
            },
            {
              hook: 'ON_ARRIVAL',
              delay: literal(4 * DAY),
              action: { type: 'REASSIGN', userId: literal('vera'), userGroup: literal('support') },
            },
            {
              hook: 'ON_ARRIVAL',
              delay: literal(12 * DAY),
              action: { type: 'CANCEL', reason: literal('Nobody answered within twelve days') },
            },
          ],
          onCancellationExceptionName: literal('complaint-dropped'),
          edges: [
            {
              to: 'weigh',
              mutations: [keep('refund', 'answer', 'refund')],
            },
          ],
        },
        weigh: { type: 'NOP', edges: [{ to: 'refund', condition: isAbove('refund', 100) }, { to: 'tell' }] },
        refund: {
          type: 'USER_TASK',
          userTaskDefName: 'approve-refund',
          userGroup: literal('finance'),
          title: format('Refund {0} euros', 'refund'),
          context: format('{0} · order {1}', 'customer', 'order'),
          notes: format('> {0}', 'complaint'),
          dueAt: literal(2 * DAY),
          edges: [{ to: 'tell' }],
        },
        tell: sendMail(
          format('customer-{0}', 'order'),
          format('Your order {0}', 'order'),
          literal('We have looked into your complaint.'),
          'end',
        ),
        end: { type: 'EXIT' },
      },
    },
  },
};
