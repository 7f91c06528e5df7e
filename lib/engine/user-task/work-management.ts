// What a USER_TASK node says of its work beside who is to do it, worked out when the task arrives (decision 12).
import type { VariableAssignment } from '#contracts/assignment.ts';
import { DEFAULT_PRIORITY } from '#contracts/urgency.ts';
import { instantFromText } from '#contracts/value.ts';
import type { UserTaskNode } from '#contracts/wf-spec.ts';
import { failingAs, failNode } from '../failure.ts';
import type { Instant, UserTaskRunState } from '../family.ts';
import { substitute, substituteText, valueFor } from '../scope.ts';
import { textOf } from '../values/cast.ts';
import { readJson } from '../values/read.ts';
import { assertSize } from '../values/size.ts';
import { isList, toJson } from '../values/value.ts';
import type { Site } from '../work.ts';

type WorkManagement = Pick<
  UserTaskRunState,
  'priority' | 'dueAt' | 'followUpAt' | 'requester' | 'excludeUsers' | 'details'
>;

/** The years 1 to 9999: what an instant on the wire can be. */
const FIRST: Instant = -62_135_596_800_000;
const LAST: Instant = 253_402_300_799_999;

export function workManagementOf(site: Site, node: UserTaskNode): WorkManagement {
  return {
    priority: priorityOf(site, node.priority),
    dueAt: instantOf(site, 'dueAt', node.dueAt),
    followUpAt: instantOf(site, 'followUpAt', node.followUpAt),
    requester: personOf(site, 'requester', node.requester) ?? site.run.requester,
    excludeUsers: excludedBy(site, node.excludeUsers ?? []),
    details: (node.details ?? []).map(({ label, value }, index) => ({ label, value: detailOf(site, index, value) })),
  };
}

function priorityOf(site: Site, assignment: VariableAssignment | undefined): number {
  const given = assignment ? substitute(site, 'priority', assignment, 'INT') : null;
  if (given === null) return DEFAULT_PRIORITY;
  const isPriority = typeof given === 'number' && given >= 0 && given <= 100;
  return isPriority ? given : failNode('VAR_ERROR', `Invalid priority: it must be 0 to 100, not ${given}`);
}

/** A TIMESTAMP, its text, or seconds from now; null for none. */
function instantOf(site: Site, what: string, assignment: VariableAssignment | undefined): Instant | null {
  if (!assignment) return null;
  const value = valueFor(site, what, assignment);
  if (value.type === 'NULL') return null;
  const instant =
    value.type === 'TIMESTAMP'
      ? value.value
      : value.type === 'STR'
        ? instantFromText(value.value)
        : value.type === 'INT' || value.type === 'DOUBLE'
          ? Math.round(site.work.at + Number(value.value) * 1000)
          : null;
  if (instant !== null && instant >= FIRST && instant <= LAST) return instant;
  return failNode(
    'VAR_SUB_ERROR',
    `Failed to work out ${what}: it must be a TIMESTAMP, an RFC 3339 text, or seconds from now, in the years 1 to 9999`,
  );
}

function personOf(site: Site, what: string, assignment: VariableAssignment | undefined): string | null {
  const person = substituteText(site, what, assignment);
  return person?.trim() === '' ? failNode('VAR_ERROR', `Invalid ${what}: it can't be empty`) : person;
}

/** Each names a person, or is a list of them; null names nobody. */
function excludedBy(site: Site, assignments: VariableAssignment[]): string[] {
  const excluded = new Set<string>();
  for (const [index, assignment] of assignments.entries()) {
    const what = `excludeUsers.${index}`;
    const value = valueFor(site, what, assignment);
    const people = isList(value) ? value.value.map(readJson) : [value];
    for (const one of people) {
      const person = failingAs('VAR_SUB_ERROR', `Failed to work out ${what}`, () => textOf(one));
      if (person?.trim() === '') failNode('VAR_ERROR', `Invalid ${what}: it can't be empty`);
      if (person !== null) excluded.add(person);
    }
  }
  return [...excluded];
}

function detailOf(site: Site, index: number, assignment: VariableAssignment) {
  const what = `details.${index}`;
  const json = toJson(valueFor(site, what, assignment));
  failingAs('VAR_SUB_ERROR', `Failed to work out ${what}`, () => assertSize(json, site.work.world.limits.valueBytes));
  return json;
}
