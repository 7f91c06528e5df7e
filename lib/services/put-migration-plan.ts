// Put a MigrationPlan: how live runs of one version move to another; created once, and never changed.
import { validatePlan } from '#engine/migration/validate-plan.ts';
import type { Service } from './context.ts';
import { putOnce } from './put-definition.ts';

export const putMigrationPlan: Service<'putMigrationPlan'> = (context, { name, ...body }) =>
  putOnce(context, 'MigrationPlan', name, (definitions) => ({
    errors: validatePlan(body, definitions),
    body,
  }));
