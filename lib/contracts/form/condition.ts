// A condition on the answers of a form, as data: when a field is shown, when it must be answered.
import type { JsonValue } from '../json.ts';

export const CONDITION_OPERATORS = ['equals', 'notEquals', 'in', 'lessThan', 'greaterThan', 'isSet'] as const;
export type ConditionOperator = (typeof CONDITION_OPERATORS)[number];

export type Question = { field: string; op: ConditionOperator; value?: JsonValue | undefined };
export type FieldCondition = Question | { all: FieldCondition[] } | { any: FieldCondition[] } | { not: FieldCondition };
