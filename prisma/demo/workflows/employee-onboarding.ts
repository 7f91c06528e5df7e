// Someone new: three threads side by side, then a welcome.
import { DAY, format, given, literal, variable, type Workflow } from './parts.ts';

/** One task of a thread of its own. */
const aside = (node: object, next = 'end') => ({
  nodes: {
    start: { type: 'ENTRYPOINT' as const, edges: [{ to: 'do' }] },
    do: { type: 'USER_TASK' as const, edges: [{ to: next }], ...(node as { userTaskDefName: string }) },
    end: { type: 'EXIT' as const },
  },
});

export const employeeOnboarding: Workflow = {
  name: 'employee-onboarding',
  description: 'Desk, accounts and contract are made ready side by side; then the newcomer is welcomed.',
  entrypoint: 'main',
  threads: {
    main: {
      variables: [
        given('person', 'STR', true),
        given('role', 'STR'),
        given('mentor', 'STR'),
        given('firstDay', 'TIMESTAMP'),
        { name: 'desk', type: 'INT' },
        { name: 'accounts', type: 'INT' },
        { name: 'contract', type: 'INT' },
      ],
      nodes: {
        start: { type: 'ENTRYPOINT', edges: [{ to: 'startDesk' }] },
        startDesk: {
          type: 'START_THREAD',
          threadSpecName: 'desk',
          edges: [{ to: 'startAccounts', mutations: [{ variable: 'desk', value: { nodeOutput: 'startDesk' } }] }],
        },
        startAccounts: {
          type: 'START_THREAD',
          threadSpecName: 'accounts',
          edges: [
            { to: 'startContract', mutations: [{ variable: 'accounts', value: { nodeOutput: 'startAccounts' } }] },
          ],
        },
        startContract: {
          type: 'START_THREAD',
          threadSpecName: 'contract',
          edges: [{ to: 'allReady', mutations: [{ variable: 'contract', value: { nodeOutput: 'startContract' } }] }],
        },
        allReady: {
          type: 'WAIT_FOR_THREADS',
          threads: [variable('desk'), variable('accounts'), variable('contract')],
          edges: [{ to: 'welcome' }],
        },
        welcome: {
          type: 'USER_TASK',
          userTaskDefName: 'welcome-someone',
          userId: variable('mentor'),
          title: format('Welcome {0}', 'person'),
          context: format('{0}', 'role'),
          notes: literal('- Show them round\n- Have lunch together\n- Introduce them to the team'),
          dueAt: variable('firstDay'),
          edges: [{ to: 'end' }],
        },
        end: { type: 'EXIT' },
      },
    },
    desk: aside({
      userTaskDefName: 'prepare-desk',
      userGroup: literal('facilities'),
      title: format('A desk for {0}', 'person'),
      context: format('{0}', 'role'),
      dueAt: variable('firstDay'),
    }),
    accounts: aside({
      userTaskDefName: 'create-accounts',
      userGroup: literal('it'),
      title: format('Accounts for {0}', 'person'),
      context: format('{0}', 'role'),
      dueAt: variable('firstDay'),
      priority: literal(60),
    }),
    contract: aside({
      userTaskDefName: 'prepare-contract',
      userGroup: literal('people-team'),
      title: format('The contract of {0}', 'person'),
      context: format('{0}', 'role'),
      dueAt: literal(4 * DAY),
    }),
  },
};
