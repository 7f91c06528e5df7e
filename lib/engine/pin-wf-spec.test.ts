// A WfSpec is pinned to what it names as that is now.
import { describe, expect, it } from 'vitest';
import type { VariableType } from '#contracts/value.ts';
import { pinWfSpec } from './pin-wf-spec.ts';
import { assign, asWfSpec, bodyOf, literal, type NodeInput, road } from './testing/build-spec.ts';
import { definitionsOf } from './testing/definitions.ts';

const DEFINITIONS = definitionsOf({
  userTaskDefs: { form: { fields: [] } },
  structDefs: { car: { fields: { brand: { type: 'STR' } } } },
  wfSpecs: { child: road([], {}) },
});
const LATEST = {
  ...DEFINITIONS,
  userTaskDef: (name: string) => {
    const form = DEFINITIONS.userTaskDef(name, 0);
    return form && { ...form, version: 5 };
  },
};

describe('pinWfSpec', () => {
  it('UT-68 fills in the latest version of a form and leaves one that is given', () => {
    const form = (version?: number): Exclude<NodeInput, { type: 'EXIT' }> => ({
      type: 'USER_TASK',
      userTaskDefName: 'form',
      userTaskDefVersion: version,
      userId: literal('a'),
    });
    const pinned = pinWfSpec(asWfSpec(road([], { one: form(), two: form(3) })), LATEST);
    expect(pinned.threads.main?.nodes).toMatchObject({
      one: { userTaskDefVersion: 5 },
      two: { userTaskDefVersion: 3 },
    });
  });

  it('J-13 fills in the latest version of every struct, in variables and wherever an assignment names one', () => {
    const car: VariableType = { struct: 'car' };
    const spec = road(
      [
        { name: 'cars', type: { array: car } },
        { name: 'old', type: { struct: 'car', version: 0 } },
        { name: 'none', type: { struct: 'unknown' } },
      ],
      { nop: { type: 'NOP' } },
      {
        start: [
          assign('cars', { literal: [], type: { array: car } }),
          assign('old', { cast: { struct: 'car', fields: { brand: literal('a') } }, to: car }),
          assign('old', { format: '{0}', args: [{ sizeOf: { cast: literal([]), to: { array: car } } }] }),
        ],
      },
    );
    const { threads } = pinWfSpec(asWfSpec(spec), LATEST);
    const pinned = { struct: 'car', version: 0 };
    expect(threads.main?.variables.map(({ type }) => type)).toEqual([{ array: pinned }, pinned, { struct: 'unknown' }]);
    const start = threads.main?.nodes.start;
    expect(start?.type === 'ENTRYPOINT' && start.edges[0]?.mutations.map(({ value }) => value)).toEqual([
      { literal: [], type: { array: pinned } },
      { cast: { struct: 'car', version: 0, fields: { brand: literal('a') } }, to: pinned },
      { format: '{0}', args: [{ sizeOf: { cast: literal([]), to: { array: pinned } } }] },
    ]);
  });

  it('I-02 a child run by a static name is pinned to its major version', () => {
    const spec = bodyOf([], {
      start: { type: 'ENTRYPOINT', edges: [{ to: 'child' }] },
      child: { type: 'RUN_CHILD_WF', wfSpecName: 'child', edges: [{ to: 'dynamic' }] },
      dynamic: { type: 'RUN_CHILD_WF', wfSpecName: literal('child'), edges: [{ to: 'end' }] },
      end: { type: 'EXIT' },
    });
    const nodes = pinWfSpec(asWfSpec(spec), LATEST).threads.main?.nodes;
    expect(nodes?.child).toMatchObject({ majorVersion: 0 });
    expect(nodes?.dynamic).not.toHaveProperty('majorVersion');
  });

  it('pins twice to the same', () => {
    const spec = asWfSpec(road([{ name: 'car', type: { struct: 'car' } }], {}));
    const once = pinWfSpec(spec, LATEST);
    expect(pinWfSpec(once, LATEST)).toEqual(once);
  });
});
