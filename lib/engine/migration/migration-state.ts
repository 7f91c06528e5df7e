// A migration under way: kept with the run until its last thread has moved or ended.
import type { MigrationPlan } from '#contracts/migration-plan.ts';

export type MigrationState = Pick<MigrationPlan, 'name' | 'wfSpecName' | 'from' | 'to' | 'threads'>;
