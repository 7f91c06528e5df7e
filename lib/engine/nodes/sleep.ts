// SLEEP: waits some seconds, or until an instant that is asked for anew on every step (semantics.md 9).

import type { VariableAssignment } from '#contracts/assignment.ts';
import { instantFromText, instantToText } from '#contracts/value.ts';
import type { SleepNode } from '#contracts/wf-spec.ts';
import { failNode } from '../failure.ts';
import type { Instant } from '../family.ts';
import { substitute, valueFor } from '../scope.ts';
import { isWritableInstant, LAST_INSTANT } from '../values/value.ts';
import type { Site } from '../work.ts';
import { type NodeKind, passThrough } from './node-kind.ts';
import { setWakeAt } from './wake-at.ts';

export const sleep: NodeKind<SleepNode> = {
  ...passThrough,
  arrive: (site, { seconds }) => {
    if (!seconds) return;
    const given = substitute(site, 'seconds', seconds, 'DOUBLE');
    if (typeof given !== 'number') failNode('VAR_SUB_ERROR', 'Failed to work out seconds: it is null');
    setWakeAt(site, withinYears(site.work.at + Math.max(0, given) * 1000));
  },
  isDone: (site, { until }) => {
    if (until) setWakeAt(site, targetOf(site, until));
    const { wakeAt } = site.thread.current;
    return wakeAt !== null && wakeAt <= site.work.at;
  },
};

function targetOf(site: Site, until: VariableAssignment): Instant {
  const value = valueFor(site, 'until', until);
  if (value.type === 'TIMESTAMP') return value.value;
  if (value.type === 'INT') return withinYears(Number(value.value));
  const instant = value.type === 'STR' ? instantFromText(value.value) : null;
  return (
    instant ??
    failNode(
      'VAR_SUB_ERROR',
      'Failed to work out until: it must be a TIMESTAMP, an RFC 3339 text, or milliseconds since 1970',
    )
  );
}

function withinYears(instant: Instant): Instant {
  if (isWritableInstant(instant)) return Math.round(instant);
  return failNode('VAR_SUB_ERROR', `Cannot sleep that long: the last instant is ${instantToText(LAST_INSTANT)}`);
}
