// What a step gives back: the next state with what changed, or a refusal as a value. Only a broken invariant throws.
import type { Refusal } from '#contracts/problem.ts';
import type { Family } from './family.ts';
import type { Effect, EngineRecord } from './record.ts';

export type Step = { ok: true; family: Family; records: EngineRecord[]; effects: Effect[] };
export type StepResult = Step | { ok: false; refusal: Refusal };
