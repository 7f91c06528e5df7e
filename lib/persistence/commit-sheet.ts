// The rows of one family in a commit, as they are gathered: by kind, and there by the thing they are about, so that each is there once.
import type { Family, Instant, TaskRunState } from '#engine/family.ts';
import type { Effect, EngineRecord } from '#engine/record.ts';
import type { Taken } from './commit-families.ts';
import type { AnyRow, RowKind, RowOf } from './commit-kinds.ts';
import type { Handover } from './task-polls.ts';

/** A family as a batch found and left it, with all that was done in between. */
export type FamilyWork = {
  tenantId: string;
  familyId: string;
  before: Family | null;
  after: Family;
  records: EngineRecord[];
  effects: Effect[];
  /** The tokens of the leases that the load saw, by `claimKey`. */
  leases: ReadonlyMap<string, { leaseToken: string }>;
  /** The UserTaskRuns that came with their drafts, as `WfRun guid`. */
  withDraft: ReadonlySet<string>;
  taken: (Taken & { isConsumed: boolean })[];
  /** When it was loaded. */
  now: Instant;
};

/** What a commit hands over to polls that wait. */
export type HandOver = (wfRunId: string, wfSpecName: string, task: TaskRunState) => Handover | null;

export type Sheet = {
  work: FamilyWork;
  head: { n: number };
  /** By kind, the rows by the thing they are about. */
  rows: Map<RowKind, Map<string, AnyRow>>;
  handOver: HandOver;
};

export function rowsOf<K extends RowKind>({ rows }: Sheet, kind: K): Map<string, RowOf<K>> {
  let found = rows.get(kind);
  if (!found) {
    found = new Map();
    rows.set(kind, found);
  }
  return found as Map<string, RowOf<K>>;
}

export function put<K extends RowKind>(sheet: Sheet, kind: K, key: string, row: RowOf<K>): void {
  rowsOf(sheet, kind).set(key, row);
}

/** Where the rows of a run begin; the root run goes without saying. */
export const inRun = ({ head: { n }, work }: Sheet, run: string): { n: number; run: string | null } => ({
  n,
  run: run === work.familyId ? null : run,
});
