// A workflow of every node type, operator and kind of assignment, held against the engine's own checks.
import { expect, it } from 'vitest';
import { COMPARATORS, MUTATION_OPERATIONS } from '../../../lib/contracts/assignment.ts';
import { wfNode, wfSpecBody } from '../../../lib/contracts/wf-spec.ts';
import { definitionsOf } from '../../../lib/engine/testing/definitions.ts';
import { validateWfSpec } from '../../../lib/engine/validate-wf-spec.ts';
import { defineStruct } from '../types/define-struct.ts';
import { defineExternalEvent, defineWorkflowEvent } from './define-event.ts';
import { defineTask } from './define-task.ts';
import { defineUserTask } from './define-user-task.ts';
import { defineWorkflow } from './define-workflow.ts';

const part = defineStruct({ name: 'part', fields: { sku: 'STR', price: 'DOUBLE' } });
const car = defineStruct({ name: 'car', fields: { model: 'STR', parts: { array: part } } });
const build = defineTask({ name: 'build', inputs: { car, secret: { type: 'STR', masked: true } }, returns: car });
const note = defineTask({ name: 'note', inputs: { text: 'STR' } });
const form = defineUserTask({
  name: 'form',
  fields: { amount: { type: 'INT' }, why: { type: 'STR', required: false } },
});
const paid = defineExternalEvent({ name: 'paid', content: part, correlation: { ttlSeconds: 60 } });
const changed = defineExternalEvent({ name: 'changed', content: { map: { key: 'STR', value: 'INT' } } });
const told = defineWorkflowEvent({ name: 'told', content: 'STR' });

const parent = defineWorkflow('parent', (wf) => void wf.variable('budget', 'INT', { access: 'PUBLIC', default: 0 }));
const child = defineWorkflow('child', (wf) => wf.return(wf.input('amount', 'INT', { required: true }).times(2)), {
  returns: 'INT',
});

const everything = defineWorkflow(
  'everything',
  (wf) => {
    const text = wf.input('text', 'STR', { required: true, searchable: true });
    const secret = wf.input('secret', 'STR', { masked: true });
    const count = wf.variable('count', 'INT', { default: 2n ** 60n });
    const rate = wf.variable('rate', 'DOUBLE', { default: 1 });
    const flag = wf.variable('flag', 'BOOL', { default: false });
    const at = wf.variable('at', 'TIMESTAMP', { default: new Date(0) });
    const bytes = wf.variable('bytes', 'BYTES', { default: Uint8Array.of(1) });
    const runId = wf.variable('runId', 'WF_RUN_ID');
    const json = wf.variable('json', 'JSON_OBJ', { jsonIndexes: [{ path: '$.total', type: 'DOUBLE' }] });
    const list = wf.variable('list', 'JSON_ARR', { default: [] });
    const numbers = wf.variable('numbers', { array: 'INT' }, { default: [1, 2] });
    const counts = wf.variable('counts', { map: { key: 'STR', value: 'INT' } }, { default: {} });
    const vehicle = wf.variable('vehicle', car);
    const budget = wf.inherited('budget', 'INT');

    wf.interruptOn(changed, (changes) => counts.extend(changes));

    vehicle.assign(wf.struct(car, { model: text, parts: [{ sku: 'a', price: 1 }] }));
    const built = wf.execute(
      build,
      { car: vehicle, secret },
      { retries: 1, backoff: { baseMs: 1, multiplier: 1, maxMs: 1 }, scheduleTimeoutSeconds: 60 },
    );
    vehicle.assign(built);
    built.handle('TASK_ERROR', () => wf.fail('not-built', 'It could not be built', text));
    vehicle.at('parts', 0, 'price').multiply(2);
    wf.execute(wf.format('{0}-it', 'note'), [text]).onAnyFailure(() => undefined);

    const answer = wf.assignUserTask(form, {
      userId: text,
      userGroup: 'all',
      title: 'A title',
      context: wf.format('{0} of {1}', count, rate),
      notes: text,
      details: [{ label: 'Count', value: count }],
      priority: 70,
      dueAt: new Date('2026-12-01T00:00:00Z'),
      followUpAt: 3600,
      requester: text,
      excludeUsers: ['ben', text, wf.requester],
      onCancellationExceptionName: 'given-up',
    });
    answer.handle('given-up', (failure) => text.assign(failure.content('STR')));
    count.add(answer.at('amount'));
    text.assign(answer.doneBy);
    text.add(answer.at('why'));

    const payment = wf.waitForEvent(paid, { timeoutSeconds: 60, correlationKey: text });
    rate.assign(payment.at('price'));
    payment.onError(() => flag.assign(true));

    const helper = wf.spawnThread('helper', ({ who }) => void wf.execute(note, { text: who }), {
      inputs: { who: 'maria' },
      retention: { secondsAfterEnd: 60 },
    });
    wf.waitForThreads([helper]).eachThread.onException(() => flag.assign(true));
    const each = wf.spawnThreadForEach('each', numbers, (item) => count.add(item));
    wf.waitForFirst(each);
    const more = wf.spawnThreadForEach('more', list, (item) => void wf.execute(note, { text: item }), { item: 'STR' });
    wf.waitForAny(more);

    wf.sleep(1.5);
    wf.sleepUntil(at);
    wf.waitForCondition(flag.or(count.isGreaterThan(7)));
    wf.throwEvent(told, text);

    const run = wf.runWf(child, { amount: count });
    runId.assign(run);
    budget.add(wf.waitForWf(run, runId));

    count.subtract(1);
    count.multiply(2);
    count.divide(2);
    count.raise(2);
    rate.assign(rate.plus(1).minus(1).times(2).dividedBy(2).power(2));
    flag.assign(flag.and(flag.not()));
    bytes.extend(Uint8Array.of(2));
    list.add({ a: 1 });
    list.extend([1]);
    list.removeIfPresent(1);
    numbers.removeIndex(0);
    counts.removeKey('a');
    json.assign(json.withoutKey('a'));
    count.assign(json.jsonPath('$.total').castTo('INT'));
    count.assign(numbers.size().plus(counts.at('a')));
    wf.doWhile(flag.and(at.isAtMost(new Date(1))), () => {
      wf.doIf(text.isIn(['a', 'b']), () => flag.assign(false))
        .doElseIf(text.isNotIn(list), () => flag.assign(rate.isLessThan(count)))
        .doElse(() => flag.assign(rate.isAtLeast(1).and(count.isNotEqualTo(2)).or(counts.contains('a'))));
    });
    wf.doIf(text.isEqualTo(null), () => wf.fail('nothing', 'There is nothing'));
    wf.return(vehicle);
  },
  { description: 'All there is', returns: car, parent, retention: { secondsAfterEnd: 60 }, allowedUpdates: 'ALL' },
);

/** The bodies of definitions, by name. */
const byName = <D extends { name: string }>(all: readonly D[]): Record<string, Omit<D, 'name'>> =>
  Object.fromEntries(all.map(({ name, ...body }) => [name, body]));

it('is what the engine takes', () => {
  const { name: _, ...body } = everything.spec;
  const definitions = definitionsOf({
    structDefs: byName(everything.structDefs),
    taskDefs: byName(everything.taskDefs),
    userTaskDefs: byName(everything.userTaskDefs),
    externalEventDefs: byName(everything.externalEventDefs),
    workflowEventDefs: byName(everything.workflowEventDefs),
    wfSpecs: byName(everything.workflows.map(({ spec }) => spec)),
  });
  expect(validateWfSpec(wfSpecBody.parse(body), definitions)).toEqual([]);
});

it('has every node type, operator and kind of assignment', () => {
  const written = JSON.stringify(everything.spec);
  const types = wfNode.options.map((option) => option.shape.type.value);
  const wanted = [
    ...types.map((type) => `"type":"${type}"`),
    ...COMPARATORS.map((operator) => `"operator":"${operator}"`),
    ...MUTATION_OPERATIONS.filter((one) => !['ASSIGN', 'AND', 'OR'].includes(one)).map((one) => `"operation":"${one}"`),
    ...['"operator":"AND"', '"operator":"OR"', '"jsonPath"', '"path"', '"format"', '"not"', '"sizeOf"', '"cast"'],
    ...['"struct"', '"failureName"', '"failureType"', '"perThreadFailureHandlers"', '"INHERITED"', '"wfRunId"'],
  ];
  expect(wanted.filter((one) => !written.includes(one))).toEqual([]);
});
