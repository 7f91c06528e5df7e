// The operation table: one row per API operation. A new operation is a row here and a service; a door that forgets it does not compile.
import { definitionOperations } from './definitions.ts';
import { eventOperations } from './events.ts';
import type { CallInput, Operation, ServiceInput, ServiceOutput } from './operation.ts';
import { peopleOperations } from './people.ts';
import { runOperations } from './runs.ts';
import { scheduleOperations } from './schedules.ts';
import { upkeepOperations } from './upkeep.ts';
import { userTaskOperations } from './user-tasks.ts';
import { viewOperations } from './views.ts';
import { workerOperations } from './workers.ts';

export const OPERATIONS = {
  ...definitionOperations,
  ...runOperations,
  ...eventOperations,
  ...userTaskOperations,
  ...viewOperations,
  ...workerOperations,
  ...scheduleOperations,
  ...upkeepOperations,
  ...peopleOperations,
} satisfies Record<string, Operation>;

export type OperationId = keyof typeof OPERATIONS;
export type InputOf<Id extends OperationId> = ServiceInput<(typeof OPERATIONS)[Id]>;
export type CallOf<Id extends OperationId> = CallInput<(typeof OPERATIONS)[Id]>;
export type OutputOf<Id extends OperationId> = ServiceOutput<(typeof OPERATIONS)[Id]>;
