// Lives that wait for events and times, and lives of values.
import {
  along,
  assign,
  awaitEvent,
  declare,
  doTask,
  expression,
  literal,
  MAIN,
  output,
  processOf,
  road,
  variable,
} from '../build-spec.ts';
import { accepted } from '../scenario.ts';
import type { Life } from './life.ts';

export const TIME_AND_VALUES: Record<string, Life> = {
  'events-and-timeouts': {
    about: 'Events come before their run, in time, too late, by a key and for one node alone; the run tells of its own',
    setup: {
      externalEventDefs: {
        paid: { contentType: 'INT', retention: { secondsAfterPut: 60 } },
        keyed: { correlation: {} },
      },
      workflowEventDefs: { progress: { contentType: 'STR' } },
      wfSpec: processOf({
        [MAIN]: along(
          {
            early: awaitEvent('paid'),
            tell: {
              type: 'THROW_EVENT',
              workflowEventDefName: 'progress',
              content: { format: 'paid {0}', args: [variable('total')] },
            },
            late: awaitEvent('paid', {
              timeoutSeconds: literal(5),
              failureHandlers: [{ handler: 'remind', failureName: 'TIMEOUT' }],
            }),
            keyed: awaitEvent('keyed', { correlationKey: literal('order-7'), timeoutSeconds: literal(100) }),
          },
          {
            variables: declare({ total: 'INT', by: 'STR' }),
            mutations: { early: [assign('total', output('early'))], keyed: [assign('by', output('keyed', '$.by'))] },
            exit: { result: variable('by') },
          },
        ),
        remind: along({ tell: { type: 'THROW_EVENT', workflowEventDefName: 'progress', content: literal('late') } }),
      }),
    },
    live: (run) => {
      accepted(run.put('paid', 3));
      accepted(run.put('paid', 4, { threadRunNumber: 9 }));
      accepted(run.start());
      run.elapse(10_000);
      accepted(run.put('keyed', { by: 'nobody' }, { threadRunNumber: 0, position: 1 }));
      accepted(run.put('keyed', { by: 'key' }, { threadRunNumber: 0, position: 4 }));
      run.elapse(60_000);
    },
  },

  'sleeps-and-conditions': {
    about:
      'A thread sleeps until an instant that moves while it sleeps; another waits for a condition that a third makes true',
    setup: {
      externalEventDefs: { move: { contentType: 'TIMESTAMP' } },
      wfSpec: processOf({
        [MAIN]: {
          ...along(
            {
              wait: { type: 'START_THREAD', threadSpecName: 'watch' },
              nap: { type: 'SLEEP', seconds: literal(1.5) },
              sleep: { type: 'SLEEP', until: variable('when') },
              done: { type: 'NOP' },
            },
            {
              variables: [
                { name: 'when', type: 'TIMESTAMP', default: '1970-01-01T01:00:00Z' },
                { name: 'isDone', type: 'BOOL', default: false },
              ],
              mutations: { sleep: [assign('isDone', literal(true))] },
            },
          ),
          interrupts: [{ externalEventDefName: 'move', handler: 'move' }],
        },
        move: along(
          { set: { type: 'NOP' } },
          { variables: declare({ INPUT: 'TIMESTAMP' }), mutations: { set: [assign('when', variable('INPUT'))] } },
        ),
        watch: along({ condition: { type: 'WAIT_FOR_CONDITION', condition: variable('isDone') } }),
      }),
    },
    live: (run) => {
      accepted(run.start());
      run.elapse(5_000);
      accepted(run.put('move', '1970-01-01T02:00:00Z'));
      accepted(run.put('move', '1970-01-01T00:30:00Z'));
      run.elapse(3_600_000);
    },
  },

  'structs-maps-and-arrays': {
    about:
      'Values of every kind: structs, maps, arrays, big integers, instants, bytes, paths, casts, and a mutation that fails',
    setup: {
      structDefs: {
        home: { fields: { street: { type: 'STR' }, zip: { type: 'INT', nullable: true } } },
        person: {
          fields: {
            name: { type: 'STR' },
            age: { type: 'INT', default: 0 },
            home: { type: { struct: 'home' }, nullable: true },
          },
        },
      },
      taskDefs: {
        look: {
          inputVars: [
            { name: 'who', type: { struct: 'person' } },
            { name: 'counts', type: { map: { key: 'STR', value: 'INT' } } },
          ],
          returnType: { struct: 'person' },
        },
      },
      wfSpec: road(
        [
          { name: 'who', type: { struct: 'person' } },
          { name: 'counts', type: { map: { key: 'STR', value: 'INT' } }, default: { a: 1 } },
          { name: 'list', type: { array: 'INT' }, default: [1, 2] },
          { name: 'bag', type: 'JSON_OBJ', default: { deep: { list: [1, 'x', null] } } },
          { name: 'big', type: 'INT', default: '9007199254740993' },
          { name: 'price', type: 'DOUBLE', default: 2 },
          { name: 'when', type: 'TIMESTAMP', default: '2026-08-01T12:00:00+02:00' },
          { name: 'bytes', type: 'BYTES', default: 'aGk=' },
          { name: 'text', type: 'STR' },
        ],
        {
          make: { type: 'NOP' },
          look: { ...doTask('look'), inputs: [variable('who'), variable('counts')] },
          fail: { type: 'NOP' },
        },
        {
          make: [
            assign('who', {
              struct: 'person',
              fields: { name: literal('Ann'), home: { struct: 'home', fields: { street: literal('Main St') } } },
            }),
            { variable: 'counts', path: ['b'], operation: 'ASSIGN', value: { sizeOf: variable('list') } },
            { variable: 'list', operation: 'EXTEND', value: { cast: variable('price'), to: 'INT' } },
            assign('big', expression(variable('big'), 'MULTIPLY', literal(3))),
            assign('price', expression(variable('price'), 'DIVIDE', literal(4))),
            {
              variable: 'bag',
              path: ['deep', 'when'],
              operation: 'ASSIGN',
              value: { cast: variable('when'), to: 'STR' },
            },
            assign('text', {
              format: '{0}/{1}/{2}',
              args: [variable('big'), variable('price'), variable('bag', '$.deep.list[1]')],
            }),
          ],
          look: [
            assign('who', output('look')),
            { variable: 'who', path: ['home', 'zip'], operation: 'ASSIGN', value: literal(1010) },
          ],
          fail: [assign('price', literal(1)), { variable: 'list', operation: 'REMOVE_INDEX', value: literal(9) }],
        },
      ),
    },
    live: (run) => {
      accepted(run.start());
      run.succeed('0-2', { name: 'Bob', age: 40, home: { street: 'Side St', zip: null } });
    },
  },
};
