// A run under migration: versions of `process`, and plans by few words.
import type { MigrationPlan } from '#contracts/migration-plan.ts';
import { type BodyInput, literal } from './build-spec.ts';
import { accepted, type Scenario, scenario } from './scenario.ts';
import { FORM } from './user-task-scenario.ts';

const DEFINITIONS = {
  userTaskDefs: { 'my-form': FORM },
  taskDefs: {
    work: { inputVars: [] },
    old: { inputVars: [] },
    add: { inputVars: [{ name: 'n', type: 'INT' as const }] },
  },
  externalEventDefs: { go: {}, poke: {} },
};
export const ask = {
  type: 'USER_TASK',
  userTaskDefName: 'my-form',
  userTaskDefVersion: 0,
  userGroup: literal('g'),
} as const;
export const OLD = { name: 'process', majorVersion: 0, revision: 0 };
export const NEW = { name: 'process', majorVersion: 1, revision: 0 };

/** A run of the version `before`, where `after` is to follow. */
export function given(before: BodyInput, after: BodyInput) {
  const run = scenario({ ...DEFINITIONS, wfSpec: before, newer: [{ version: NEW, body: after }] });
  accepted(run.start({}));
  return run;
}

type Threads = Record<string, Partial<MigrationPlan['threads'][string]>>;

/** Migrates it by a plan that has all that a thread does not say. */
export function migrate(run: Scenario, threads: Threads, from = OLD, to = NEW) {
  const all = Object.entries(threads).map(([name, plan]): [string, MigrationPlan['threads'][string]] => [
    name,
    { to: name, nodes: {}, variables: {}, after: [], ...plan },
  ]);
  const plan = {
    name: 'move',
    wfSpecName: 'process',
    from,
    to,
    threads: Object.fromEntries(all),
    createdAt: '2026-01-01T00:00:00Z',
  };
  return run.send({ type: 'MigrateRun', plan });
}
