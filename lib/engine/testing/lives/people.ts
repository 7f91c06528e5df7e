// Lives in which people do the work.
import {
  along,
  assign,
  awaitEvent,
  bodyOf,
  doTask,
  expression,
  join,
  literal,
  MAIN,
  output,
  processOf,
  road,
  spawn,
  variable,
} from '../build-spec.ts';
import { accepted, admin } from '../scenario.ts';
import type { Life } from './life.ts';

const FORM = {
  displayName: 'Travel request',
  fields: [
    { name: 'approved', type: 'BOOL' as const },
    { name: 'note', type: 'STR' as const, required: false },
    { name: 'amount', type: 'DOUBLE' as const, required: false },
  ],
};
const FORMS = { userTaskDefs: { review: FORM } };
const review = { type: 'USER_TASK', userTaskDefName: 'review', userTaskDefVersion: 0 } as const;
const group = (name: string) => ({ userGroup: literal(name) });

export const PEOPLE: Record<string, Life> = {
  'approval-loop': {
    about:
      'A request goes back to who made it until it is approved; claims, drafts, comments, releases and a take-over on the way',
    setup: {
      ...FORMS,
      taskDefs: { 'book-trip': { inputVars: [{ name: 'note', type: 'STR' }], returnType: 'STR' } },
      wfSpec: bodyOf(
        [
          { name: 'requester', type: 'STR', required: true, searchable: true },
          { name: 'rounds', type: 'INT', default: 0 },
          { name: 'note', type: 'STR' },
          { name: 'booking', type: 'STR', searchable: true },
        ],
        {
          start: { type: 'ENTRYPOINT', edges: [{ to: 'ask' }] },
          ask: {
            ...review,
            userId: variable('requester'),
            title: { format: 'Your request, round {0}', args: [variable('rounds')] },
            edges: [
              {
                to: 'approve',
                mutations: [
                  assign('note', output('ask', '$.note')),
                  { variable: 'rounds', operation: 'ADD', value: literal(1) },
                ],
              },
            ],
          },
          approve: {
            ...review,
            ...group('finance'),
            notes: variable('note'),
            edges: [
              { to: 'book', condition: expression(output('approve', '$.approved'), 'EQUALS', literal(true)) },
              { to: 'ask' },
            ],
          },
          book: {
            ...doTask('book-trip'),
            inputs: [variable('note')],
            edges: [{ to: 'end', mutations: [assign('booking', output('book'))] }],
          },
          end: { type: 'EXIT', result: variable('booking') },
        },
      ),
    },
    live: (run) => {
      accepted(run.start({ requester: 'ann' }));
      accepted(
        run.send({ type: 'SaveUserTask', guid: '0-1', userId: 'ann', results: { note: 'Lis' }, ignoreClaim: false }),
      );
      accepted(run.complete('0-1', 'ann', { approved: true, note: 'Lisbon' }));
      const claim = (guid: string, userId: string) =>
        accepted(
          run.send({
            type: 'AssignUserTask',
            guid,
            owners: { userId, userGroup: 'finance' },
            cause: 'claim',
            onlyFromUnassigned: true,
            reason: null,
          }),
        );
      claim('0-2', 'bob');
      accepted(run.send({ type: 'AddComment', guid: '0-2', userId: 'bob', text: 'Why Lisbon?' }));
      accepted(run.send({ type: 'EditComment', guid: '0-2', commentId: 1, text: 'Why Lisbon, of all places?' }));
      accepted(run.send({ type: 'ReleaseUserTask', guid: '0-2', reason: 'on leave' }));
      claim('0-2', 'cid');
      accepted(run.complete('0-2', 'cid', { approved: false, amount: 12 }));
      accepted(run.complete('0-3', 'ann', { approved: true, note: 'Porto' }));
      accepted(run.complete('0-4', 'root', { approved: true }, admin('root')));
      accepted(run.send({ type: 'DeleteComment', guid: '0-2', commentId: 1 }));
      run.succeed('0-5', 'PO-7');
    },
  },

  'first-approver-wins': {
    about: 'Two people are asked at once; the first answer counts and the other task is cancelled',
    setup: {
      ...FORMS,
      taskDefs: { tell: { inputVars: [{ name: 'approved', type: 'BOOL' }] } },
      wfSpec: processOf({
        [MAIN]: along(
          {
            one: spawn('ask', { who: literal('ann') }),
            other: spawn('ask', { who: literal('bob') }),
            first: join(['one', 'other'], { strategy: 'FIRST' }),
            tell: { ...doTask('tell'), inputs: [variable('approved')] },
          },
          { variables: [{ name: 'approved', type: 'BOOL' }] },
        ),
        ask: along(
          { ask: { ...review, userId: variable('who') } },
          {
            variables: [{ name: 'who', type: 'STR', required: true }],
            mutations: { ask: [assign('approved', output('ask', '$.approved'))] },
          },
        ),
      }),
    },
    live: (run) => {
      accepted(run.start());
      accepted(
        run.send({ type: 'SaveUserTask', guid: '1-1', userId: 'ann', results: { note: 'hm' }, ignoreClaim: false }),
      );
      accepted(run.complete('2-1', 'bob', { approved: true }));
      run.succeed('0-4');
    },
  },

  'suspended-user-task': {
    about:
      'A run is stopped under an open task, which keeps its owner; it is cancelled while suspended and handled when the run goes on',
    setup: {
      ...FORMS,
      wfSpec: processOf({
        [MAIN]: along({
          first: { ...review, userId: literal('ann'), ...group('finance') },
          second: {
            ...review,
            ...group('finance'),
            onCancellationExceptionName: literal('called-off'),
            failureHandlers: [{ handler: 'apologize', failureName: 'called-off' }],
          },
        }),
        apologize: along({ sorry: { ...review, userId: literal('bob') } }),
      }),
    },
    live: (run) => {
      accepted(run.start());
      accepted(run.stop());
      accepted(
        run.send({
          type: 'SaveUserTask',
          guid: '0-1',
          userId: 'ann',
          results: { approved: false },
          ignoreClaim: false,
        }),
      );
      accepted(
        run.send({
          type: 'AssignUserTask',
          guid: '0-1',
          owners: { userId: 'cid', userGroup: 'finance' },
          cause: 'assign',
          onlyFromUnassigned: false,
          reason: 'ann is away',
          actor: admin('root'),
        }),
      );
      run.elapse(60_000);
      accepted(run.resume());
      accepted(run.complete('0-1', 'cid', { approved: true }));
      accepted(run.stop());
      accepted(run.send({ type: 'CancelUserTask', guid: '0-2', reason: 'no budget', actor: admin('root') }));
      accepted(run.resume());
      accepted(run.complete('1-1', 'bob', { approved: true }));
    },
  },

  migration: {
    about: 'A run moves to a version with another step while a person is at work, and a child thread before its parent',
    setup: {
      ...FORMS,
      externalEventDefs: { paid: { contentType: 'INT' } },
      wfSpec: processOf({
        [MAIN]: along(
          { child: spawn('collect'), ask: { ...review, userId: literal('ann') }, wait: join(['child']) },
          { variables: [{ name: 'total', type: 'INT', default: 7 }] },
        ),
        collect: along({ paid: awaitEvent('paid') }, { mutations: { paid: [assign('total', output('paid'))] } }),
      }),
      newer: [
        {
          version: { revision: 1 },
          body: processOf({
            [MAIN]: along(
              {
                child: spawn('collect'),
                again: { ...review, userId: literal('bob'), notes: variable('label') },
                wait: join(['child']),
              },
              {
                variables: [
                  { name: 'total', type: 'INT', default: 0 },
                  { name: 'label', type: 'STR' },
                ],
              },
            ),
            collect: along(
              { paid: awaitEvent('paid') },
              { mutations: { paid: [assign('total', expression(output('paid'), 'ADD', literal(1)))] } },
            ),
          }),
        },
      ],
    },
    live: (run) => {
      accepted(run.start());
      const version = (revision: number) => ({ majorVersion: 0, revision });
      const main = {
        to: MAIN,
        nodes: { ask: { to: 'again' } },
        variables: { label: { format: 'was {0}', args: [variable('total')] } },
        after: ['collect'],
      };
      const collect = { to: 'collect', nodes: { paid: { to: 'paid' } }, variables: {}, after: [] };
      const plan = {
        name: 'to-the-next',
        wfSpecName: 'process',
        from: version(0),
        to: version(1),
        threads: { [MAIN]: main, collect },
        createdAt: '2026-01-01T00:00:00Z',
      };
      accepted(run.send({ type: 'MigrateRun', plan }));
      accepted(run.put('paid', 41));
      accepted(run.complete('0-3', 'bob', { approved: true }));
    },
  },

  'heir-of-its-parent': {
    about:
      'A run is started as a child of another and works on the variables that it inherits; it is stopped and resumed by itself',
    setup: {
      ...FORMS,
      wfSpecs: {
        heir: {
          ...road(
            [{ name: 'budget', type: 'INT', access: 'INHERITED' }],
            { ask: { ...review, userId: literal('bob') } },
            { ask: [assign('budget', expression(variable('budget'), 'SUBTRACT', literal(5)))] },
          ),
          parent: { wfSpecName: 'process' },
        },
        process: road([{ name: 'budget', type: 'INT', default: 10, access: 'PUBLIC' }], {}),
      },
      wfSpec: road([{ name: 'budget', type: 'INT', default: 10, access: 'PUBLIC' }], {
        spent: { type: 'WAIT_FOR_CONDITION', condition: expression(variable('budget'), 'LESS_THAN', literal(6)) },
      }),
    },
    live: (run) => {
      accepted(run.start());
      const heir = {
        wfRunId: 'heir-1',
        wfSpec: { name: 'heir', majorVersion: 0, revision: 0 },
        parentWfRunId: 'run-1',
      };
      accepted(run.send({ type: 'RunWf', ...heir, variables: {}, requester: null, scheduleId: null }));
      accepted(run.stop(0, 'heir-1'));
      accepted(run.resume(0, 'heir-1'));
      accepted(
        run.send({
          type: 'CompleteUserTask',
          wfRunId: 'heir-1',
          guid: '0-1',
          userId: 'bob',
          results: { approved: true },
        }),
      );
    },
  },
};
