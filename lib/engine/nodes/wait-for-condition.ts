// WAIT_FOR_CONDITION: waits until a condition holds, asked whenever something happened to the run (semantics.md 9).
import type { WaitForConditionNode } from '#contracts/wf-spec.ts';
import { failingAs } from '../failure.ts';
import { scopeOf } from '../scope.ts';
import { evaluate } from '../values/evaluate.ts';
import { isTrue } from '../values/operators.ts';
import { type NodeKind, passThrough } from './node-kind.ts';

export const waitForCondition: NodeKind<WaitForConditionNode> = {
  ...passThrough,
  isDone: (site, { condition }) =>
    failingAs('VAR_SUB_ERROR', 'Failed to work out the condition', () => isTrue(evaluate(condition, scopeOf(site)))),
};
