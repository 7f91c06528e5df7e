// Access to a system: decided, then set up.
import {
  DAY,
  format,
  given,
  HOUR,
  is,
  keep,
  literal,
  remind,
  requester,
  sendMail,
  variable,
  type Workflow,
} from './parts.ts';

export const accessRequest: Workflow = {
  name: 'access-request',
  description: 'Somebody asks for access to a system, and it is granted and set up, or refused.',
  entrypoint: 'main',
  threads: {
    main: {
      variables: [
        given('system', 'STR', true),
        given('reason', 'STR'),
        given('priority', 'INT'),
        { name: 'decision', type: 'STR' },
        { name: 'remark', type: 'STR' },
      ],
      nodes: {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'decide' }] },
        decide: {
          type: 'USER_TASK',
          userTaskDefName: 'decide-access',
          userGroup: literal('it'),
          title: format('Access to {0}', 'system'),
          context: { format: 'For {0}', args: [requester] },
          notes: format('> {0}', 'reason'),
          details: [
            { label: 'System', value: variable('system') },
            { label: 'For', value: requester },
          ],
          priority: variable('priority'),
          dueAt: literal(DAY),
          excludeUsers: [requester],
          actions: [
            {
              hook: 'ON_TASK_ASSIGNED',
              delay: literal(20 * HOUR),
              action: remind('it', format('{0} waits', 'system')),
            },
          ],
          edges: [
            { to: 'sort', mutations: [keep('decision', 'decide', 'decision'), keep('remark', 'decide', 'remark')] },
          ],
        },
        sort: { type: 'NOP', edges: [{ to: 'setUp', condition: is('decision', 'grant') }, { to: 'tellNo' }] },
        setUp: {
          type: 'USER_TASK',
          userTaskDefName: 'set-up-access',
          userGroup: literal('it'),
          title: format('Set up {0}', 'system'),
          context: { format: 'For {0}, granted by {1}', args: [requester, { doneBy: 'decide' }] },
          dueAt: literal(2 * DAY),
          edges: [{ to: 'tellYes' }],
        },
        tellYes: sendMail(requester, format('{0} is yours', 'system'), literal('You can sign in now.'), 'end'),
        tellNo: sendMail(requester, format('No access to {0}', 'system'), format('{0}', 'remark'), 'refused'),
        end: { type: 'EXIT' },
        refused: { type: 'EXIT', failure: { name: 'access-refused', message: 'The access was not granted' } },
      },
    },
  },
};
