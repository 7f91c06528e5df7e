// What a task is given: masked or not, and checked where its name is known late (scenarios D).
import { describe, expect, it } from 'vitest';
import { along, awaitEvent, doTask, literal, output, processOf } from '../testing/build-spec.ts';
import { accepted, scenario } from '../testing/scenario.ts';

describe('inputs', () => {
  it('are masked when they read what is masked, or when the TaskDef says so, and are real to the worker', () => {
    const run = scenario({
      taskDefs: {
        tell: {
          inputVars: [
            { name: 'a', type: 'STR' },
            { name: 'b', type: 'STR' },
            { name: 'c', type: 'STR', masked: true },
          ],
        },
      },
      wfSpec: processOf({
        main: along(
          {
            tell: doTask('tell', {
              inputs: [
                { format: 'is {0}', args: [{ variable: 'secret' }] },
                { variable: 'plain' },
                { variable: 'plain' },
              ],
            }),
          },
          {
            variables: [
              { name: 'secret', type: 'STR', masked: true },
              { name: 'plain', type: 'STR' },
            ],
          },
        ),
      }),
    });
    accepted(run.start({ secret: 'sesame', plain: 'bread' }));
    expect(run.run().taskRuns['0-1']?.inputs).toEqual([
      { name: 'a', value: 'is sesame', masked: true },
      { name: 'b', value: 'bread', masked: false },
      { name: 'c', value: 'bread', masked: true },
    ]);
  });

  it('are masked when they read a masked output, of a task or of an event', () => {
    const run = scenario({
      taskDefs: {
        secret: { inputVars: [], returnType: 'STR', returnMasked: true },
        tell: {
          inputVars: [
            { name: 'a', type: 'STR' },
            { name: 'b', type: 'STR' },
          ],
        },
      },
      externalEventDefs: { whisper: { contentType: 'STR', masked: true } },
      wfSpec: processOf({
        main: along({
          secret: doTask('secret'),
          whisper: awaitEvent('whisper'),
          tell: doTask('tell', { inputs: [output('secret'), output('whisper')] }),
        }),
      }),
    });
    accepted(run.start());
    expect(run.run().taskRuns['0-1']).toMatchObject({ outputMasked: true });
    run.succeed('0-1', 'sesame');
    accepted(run.put('whisper', 'open'));
    expect(run.run().taskRuns['0-3']?.inputs).toEqual([
      { name: 'a', value: 'sesame', masked: true },
      { name: 'b', value: 'open', masked: true },
    ]);
  });

  it('of a task that is named when the thread arrives are checked then', () => {
    const given = (name: string) => {
      const run = scenario({
        taskDefs: { one: { inputVars: [{ name: 'a', type: 'INT' }] } },
        wfSpec: processOf({
          main: along(
            { call: doTask('one', { taskDefName: { variable: 'name' }, inputs: [literal(1)] }) },
            { variables: [{ name: 'name', type: 'STR' }] },
          ),
        }),
      });
      accepted(run.start({ name }));
      return run;
    };
    expect(given('one').scheduled()).toEqual(['one']);
    const missing = given('two');
    expect(missing.scheduled()).toEqual([]);
    expect(missing.thread().failure).toMatchObject({ name: 'VAR_SUB_ERROR', message: 'There is no TaskDef two' });
  });
});
