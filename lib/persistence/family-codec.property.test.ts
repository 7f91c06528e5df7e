// Families of random lives, laid down in rows after every step: what is read back is what was stored, and goes on like what was kept.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Family } from '#engine/family.ts';
import { step } from '#engine/step.ts';
import { storedFamily } from '#engine/stored-family.ts';
import { emptyOutside, loadedFor, takeIn } from '#engine/testing/outside.ts';
import { lead, moves } from '#engine/testing/random-life.ts';
import { randomWorld, worldPlan } from '#engine/testing/random-world.ts';
import { changesOf, familyOf, runKey, runOf, type StoredFamily, threadsKey } from './family-codec.ts';

/** What the rows hold once a step was written to them, as the database gives them back. */
function write(rows: StoredFamily | null, before: Family | null, after: Family): StoredFamily {
  const { state, written, gone } = changesOf(before, after);
  const parts = new Map(rows?.parts ?? []);
  for (const part of gone) parts.delete(part);
  for (const part of written) parts.set(part.part, JSON.parse(part.state));
  const byKey = [...parts].sort(([one], [other]) => (one < other ? -1 : 1));
  return { state: state === null ? (rows?.state ?? {}) : JSON.parse(state), parts: byKey };
}

it('a family that was read from its rows is the one that was stored, and takes the next command like it', {
  timeout: 60_000,
}, () => {
  const property = fc.property(worldPlan, moves, (plan, life) => {
    const world = randomWorld(plan);
    const known = emptyOutside();
    let rows: StoredFamily | null = null;
    lead(world, life, ({ before, command, result, after }) => {
      if (before && rows) {
        const read = familyOf(before.rootWfRunId, rows);
        expect(read).toEqual(storedFamily(before));
        for (const [id, run] of Object.entries(read.runs)) {
          const state = id === before.rootWfRunId ? rows.state : null;
          const parts = rows.parts.filter(([key]) => key === runKey(id) || key.startsWith(threadsKey(id)));
          expect(runOf(id, { state, parts })).toEqual(run);
        }
        // A task that had finished is put back for the command that names it alone.
        const again = step(loadedFor(command, read, known), world.world, command);
        expect(again.ok).toBe(result.ok);
        if (again.ok && result.ok) {
          expect(again.effects).toEqual(result.effects);
          expect(storedFamily(again.family)).toEqual(storedFamily(result.family));
        }
      }
      if (result.ok) takeIn(known, command, result);
      if (after && after !== before) rows = write(rows, before, after);
    });
  });
  fc.assert(property, { numRuns: 40 });
});
