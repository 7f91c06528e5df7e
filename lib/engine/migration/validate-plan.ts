// Validation of a MigrationPlan on PUT: the versions and all that it maps must exist (semantics.md 12.2).
import type { MigrationPlanBody } from '#contracts/migration-plan.ts';
import type { FieldError } from '#contracts/problem.ts';
import type { ThreadSpec, WfSpec, WfSpecId } from '#contracts/wf-spec.ts';
import type { Definitions } from '../definitions.ts';
import { lookup } from '../lookup.ts';
import { checkAssignable, checkHidden } from '../validation/check-assignment.ts';
import { type ThreadCheck, threadCheck } from '../validation/node-check.ts';

/** Everything that is wrong with `plan`; empty when it may be stored. */
export function validatePlan(
  plan: MigrationPlanBody,
  definitions: Definitions & { wfSpecVersion: (id: WfSpecId) => WfSpec | undefined },
): FieldError[] {
  const [from, to] = (['from', 'to'] as const).map((end) =>
    definitions.wfSpecVersion({ name: plan.wfSpecName, ...plan[end] }),
  );
  const missing = (['from', 'to'] as const).flatMap((end) => {
    const { majorVersion, revision } = plan[end];
    const message = `There is no WfSpec ${plan.wfSpecName} ${majorVersion}.${revision}`;
    return (end === 'from' ? from : to) ? [] : [{ path: end, message }];
  });
  if (!from || !to) return missing;
  const errors = Object.keys(plan.threads).flatMap((name) => threadErrors(plan, name, { from, to }, definitions));
  if (!lookup(plan.threads, from.entrypoint)) {
    errors.push({ path: 'threads', message: `The entrypoint thread ${from.entrypoint} must be mapped` });
  } else if (plan.threads[from.entrypoint]?.to !== to.entrypoint) {
    errors.push({ path: `threads.${from.entrypoint}.to`, message: `must be the entrypoint thread ${to.entrypoint}` });
  }
  return errors;
}

function threadErrors(
  plan: MigrationPlanBody,
  name: string,
  { from, to }: { from: WfSpec; to: WfSpec },
  definitions: Definitions,
): FieldError[] {
  const mapped = lookup(plan.threads, name);
  const [before, after] = [lookup(from.threads, name), mapped && lookup(to.threads, mapped.to)];
  const path = `threads.${name}`;
  if (!mapped || !before) return [{ path, message: `${versionOf(from)} has no thread ${name}` }];
  if (!after) return [{ path: `${path}.to`, message: `${versionOf(to)} has no thread ${mapped.to}` }];
  return [
    ...Object.entries(mapped.nodes).flatMap(([node, { to: target }]) =>
      nodeErrors(`${path}.nodes.${node}`, { before, node }, { after, target }),
    ),
    ...variableErrors(`${path}.variables`, mapped, after, threadCheck(from, name, before, definitions)),
    ...mapped.after.flatMap((other, index) =>
      other !== name && Object.hasOwn(plan.threads, other)
        ? []
        : [{ path: `${path}.after.${index}`, message: `The plan maps no other thread ${other}` }],
    ),
    ...waitsForItself(plan, name),
  ];
}

/** A new variable is worked out of the old thread, and must be of its declared type. */
function variableErrors(
  path: string,
  { to, variables }: MigrationPlanBody['threads'][string],
  after: ThreadSpec,
  check: ThreadCheck,
): FieldError[] {
  const errors: FieldError[] = [];
  const report = (at: string, message: string): void => {
    errors.push({ path: at, message });
  };
  for (const [name, assignment] of Object.entries(variables)) {
    const at = `${path}.${name}`;
    const declared = after.variables.find((variable) => variable.name === name);
    if (!declared) report(at, `Thread ${to} declares no variable ${name}`);
    else if (declared.masked) checkHidden({ ...check, report }, at, assignment, declared.type);
    else checkAssignable({ ...check, report }, at, assignment, declared.type);
  }
  return errors;
}

function nodeErrors(
  path: string,
  { before, node }: { before: ThreadSpec; node: string },
  { after, target }: { after: ThreadSpec; target: string },
): FieldError[] {
  if (!lookup(before.nodes, node)) return [{ path, message: `There is no node ${node} to migrate from` }];
  const entered = lookup(after.nodes, target);
  if (!entered) return [{ path: `${path}.to`, message: `There is no node ${target} to migrate to` }];
  if (entered.type !== 'ENTRYPOINT') return [];
  return [{ path: `${path}.to`, message: 'A thread cannot go on at an ENTRYPOINT' }];
}

/** Threads that wait for each other would never move. */
function waitsForItself(plan: MigrationPlanBody, name: string): FieldError[] {
  const seen = new Set<string>();
  const visit = (thread: string): boolean =>
    (lookup(plan.threads, thread)?.after ?? []).some((next) => {
      if (next === name) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return visit(next);
    });
  return visit(name) ? [{ path: `threads.${name}.after`, message: 'The thread waits for itself' }] : [];
}

const versionOf = ({ name, majorVersion, revision }: WfSpecId): string => `WfSpec ${name} ${majorVersion}.${revision}`;
