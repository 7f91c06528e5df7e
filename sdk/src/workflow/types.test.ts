// What must not compile, and what the types say. Run by the compiler; at run time it only shows that the rest can be defined.
import { describe, expect, expectTypeOf, it } from 'vitest';
import { defineStruct } from '../types/define-struct.ts';
import type { ValueOf } from '../types/type.ts';
import { taskHandler } from '../worker/task-handler.ts';
import { defineExternalEvent, defineWorkflowEvent } from './define-event.ts';
import { defineTask } from './define-task.ts';
import { defineUserTask } from './define-user-task.ts';
import { defineWorkflow } from './define-workflow.ts';
import type { Condition, Expr, Variable } from './expression-types.ts';
import type { WorkflowBuilder } from './workflow-builder.ts';

const part = defineStruct({ name: 'part', fields: { sku: 'STR', price: 'DOUBLE' } });
const car = defineStruct({
  name: 'car',
  fields: { model: 'STR', parts: { array: part }, builtAt: { type: 'TIMESTAMP', nullable: true } },
});
const form = defineUserTask({ name: 'order', fields: { item: { type: 'STR' }, amount: { type: 'INT' } } });
const price = defineTask({ name: 'price', inputs: { item: 'STR', amount: 'INT' }, returns: 'DOUBLE' });
const log = defineTask({ name: 'log', inputs: {} });
const build = defineTask({ name: 'build', inputs: { car }, returns: { array: part } });

/** Compiled, and not run: what is wrong in it may also throw. */
const compiles = (_: (wf: WorkflowBuilder<'INT'>) => void) => undefined;

describe('types', () => {
  it('of values', () => {
    expectTypeOf<ValueOf<typeof car>>().toEqualTypeOf<{
      readonly model: string;
      readonly parts: ({ readonly sku: string; readonly price: number } | null)[];
      readonly builtAt: Date | null;
    }>();
    expectTypeOf<ValueOf<{ map: { key: 'STR'; value: 'INT' } }>>().toEqualTypeOf<{
      [key: string]: number | bigint | null;
    }>();
    taskHandler(build, ({ car: given }) => {
      expectTypeOf(given).toEqualTypeOf<ValueOf<typeof car> | null>();
      return [{ sku: 'a', price: 1 }];
    });
    // @ts-expect-error a part has a price
    taskHandler(build, () => [{ sku: 'a' }]);
  });

  it('of expressions', () => {
    compiles((wf) => {
      const vehicle = wf.variable('vehicle', car);
      expectTypeOf(vehicle.at('model')).toEqualTypeOf<ReturnType<typeof vehicle.at<'model'>>>();
      vehicle.at('model').assign('T');
      expectTypeOf(vehicle.at('parts', 0, 'price').plus(1)).toEqualTypeOf<Expr<'DOUBLE'>>();
      expectTypeOf(vehicle.at('parts').size()).toEqualTypeOf<Expr<'INT'>>();
      expectTypeOf(wf.variable('n', 'INT').plus(1.5)).toEqualTypeOf<Expr<'INT'>>();
      expectTypeOf(wf.variable('n', 'INT').plus(wf.variable('d', 'DOUBLE'))).toEqualTypeOf<Expr<'DOUBLE'>>();
      expectTypeOf(wf.variable('t', 'STR').castTo('TIMESTAMP').isAtLeast(new Date())).toEqualTypeOf<Condition>();
      wf.spawnThread(
        'helper',
        ({ name, count, of }) => {
          expectTypeOf(name).toEqualTypeOf<Variable<'STR'>>();
          expectTypeOf(count).toEqualTypeOf<Variable<'INT'>>();
          expectTypeOf(of).toEqualTypeOf<Variable<typeof car>>();
        },
        { inputs: { name: 'a', count: 1n, of: vehicle } },
      );
      wf.spawnThreadForEach('parts', vehicle.at('parts'), (item) => {
        expectTypeOf(item).toEqualTypeOf<Variable<typeof part>>();
      });
      const other = defineWorkflow('other', () => undefined, { returns: 'BOOL' });
      expectTypeOf(wf.waitForWf(wf.runWf(other)).not()).toEqualTypeOf<Condition>();
    });
  });

  it('of answers', () => {
    const trip = defineUserTask({
      name: 'trip',
      fields: {
        from: { type: 'TIMESTAMP' },
        places: { type: 'JSON_ARR', options: [{ value: 'Graz' }, { value: 'Linz' }] },
        more: { type: 'JSON_OBJ', required: false, visibleWhen: { field: 'from', op: 'isSet' } },
      },
    });
    compiles((wf) => {
      const answer = wf.assignUserTask(trip, { userId: 'maria' });
      expectTypeOf(answer.at('from')).toEqualTypeOf<Expr<'TIMESTAMP'>>();
      expectTypeOf(answer.at('places')).toEqualTypeOf<Expr<'JSON_ARR'>>();
      expectTypeOf(answer.at('more')).toEqualTypeOf<Expr<'JSON_OBJ'>>();
      expectTypeOf(answer.jsonPath('$.from')).toEqualTypeOf<Expr<'STR'>>();
    });
    // @ts-expect-error there is no such widget
    expect(() => defineUserTask({ name: 'a', fields: { b: { type: 'STR', widget: 'slider' } } })).toThrow();
  });

  it('of values refuse what does not fit', () => {
    compiles((wf) => {
      const text = wf.variable('text', 'STR');
      const count = wf.variable('count', 'INT');
      const list = wf.variable('list', { array: 'INT' });
      const map = wf.variable('map', { map: { key: 'INT', value: 'STR' } });
      const vehicle = wf.variable('vehicle', car);
      // @ts-expect-error text is not a number
      count.assign(text);
      // @ts-expect-error a DOUBLE may lose its fraction
      count.assign(wf.variable('price', 'DOUBLE'));
      // @ts-expect-error an INT stays an INT
      count.add(wf.variable('rate', 'DOUBLE'));
      // @ts-expect-error a number and a text have nothing in common
      count.isEqualTo(text);
      // @ts-expect-error text has no opposite
      text.not;
      // @ts-expect-error a condition has no jsonPath
      count.isEqualTo(1).jsonPath;
      // @ts-expect-error an instant is a Date
      wf.variable('at', 'TIMESTAMP').assign('2030-01-01');
      // @ts-expect-error an INT is no BOOL, not even by a cast
      count.castTo('BOOL');
      // @ts-expect-error a list of numbers takes no text
      list.add('a');
      // @ts-expect-error a list has indexes
      list.at('first');
      // @ts-expect-error its keys are numbers
      map.removeKey('a');
      // @ts-expect-error a struct has the fields it has
      vehicle.at('colour');
      // @ts-expect-error the field is a text
      vehicle.at('model').assign(7);
      // @ts-expect-error a struct's fields neither come nor go
      vehicle.removeKey;
      // @ts-expect-error the parts are missing
      wf.struct(car, { model: 'T' });
      // @ts-expect-error a part is no car
      vehicle.assign(wf.struct(part, { sku: 'a', price: 1 }));
      // @ts-expect-error what is given cannot be changed
      text.plus('a').assign('b');
      // @ts-expect-error only JSON has indexes to be found by
      wf.variable('other', 'STR', { jsonIndexes: [] });
    });
  });

  it('of steps refuse what does not fit', () => {
    const paid = defineExternalEvent({ name: 'paid', content: 'INT' });
    const keyed = defineExternalEvent({ name: 'keyed', correlation: {} });
    const told = defineWorkflowEvent({ name: 'told', content: 'STR' });
    const silent = defineWorkflowEvent({ name: 'silent' });
    compiles((wf) => {
      const count = wf.variable('count', 'INT');
      const answer = wf.assignUserTask(form, { userGroup: 'purchasing' });
      // @ts-expect-error the form has no such field
      answer.at('itme');
      // @ts-expect-error nor by a path
      answer.jsonPath('$.itme');
      // @ts-expect-error the answer is text
      count.assign(answer.at('item'));
      // @ts-expect-error an input is missing
      wf.execute(price, { item: 'a' });
      // @ts-expect-error there is no such input
      wf.execute(log, { item: 'a' });
      // @ts-expect-error it returns nothing
      count.assign(wf.execute(log, {}));
      // @ts-expect-error a back-off has three numbers
      wf.execute(log, {}, { backoff: { baseMs: 10 } });
      // @ts-expect-error a number is no condition
      wf.doIf(count, () => undefined);
      // @ts-expect-error nobody is to do it
      wf.assignUserTask(form, {});
      // @ts-expect-error it has no group to which it could go back
      wf.assignUserTask(form, { userId: 'maria' }).releaseToGroupOnDeadline;
      // @ts-expect-error a text is no delay
      answer.cancelUserTaskRunAfter('a day');
      // @ts-expect-error nobody is to have it then
      answer.reassignUserTask(60, {});
      // @ts-expect-error an input of the reminder is missing
      answer.scheduleReminderTask(60, price, { item: 'a' });
      const mine = wf.assignUserTask(form, { userId: 'maria', userGroup: 'purchasing' });
      mine.releaseToGroupOnDeadline(60).cancelUserTaskRunAfter(new Date()).releaseToGroupAfterInactivity(count);
      // @ts-expect-error inactivity is counted in seconds
      mine.releaseToGroupAfterInactivity(new Date());
      // @ts-expect-error nor is there such an option
      wf.assignUserTask(form, { userId: 'maria', tittle: 'Order' });
      // @ts-expect-error the event has no key
      wf.waitForEvent(paid, { correlationKey: 'a' });
      wf.waitForEvent(keyed, { correlationKey: 'a' });
      // @ts-expect-error its content is a number
      wf.variable('note', 'BOOL').assign(wf.waitForEvent(paid));
      // @ts-expect-error it tells a text
      wf.throwEvent(told);
      // @ts-expect-error it tells nothing
      wf.throwEvent(silent, 'a');
      // @ts-expect-error a text is no time to sleep
      wf.sleep('a minute');
      const thread = wf.spawnThread('a', () => undefined);
      // @ts-expect-error the thread's number is no list
      wf.spawnThreadForEach('b', thread, () => undefined);
      // @ts-expect-error the items of JSON have no type of their own
      wf.spawnThreadForEach('c', wf.variable('list', 'JSON_ARR'), () => undefined);
      // @ts-expect-error the workflow returns a number
      wf.return('done');
      // @ts-expect-error a failure has a message
      wf.fail('refused');
    });
    const returnsNothing = (_: (wf: WorkflowBuilder<undefined>) => void) => undefined;
    // @ts-expect-error it returns nothing
    returnsNothing((wf) => wf.return(1));
  });
});
