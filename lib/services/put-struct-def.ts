// Put a StructDef: the next version, when the values of the latest would still fit it.
import { pinStructDef, structUpdateErrors, validateStructDef } from '#engine/struct-defs.ts';
import type { Service } from './context.ts';
import { putNextVersion } from './put-definition.ts';
import { RefusedError, refuse } from './refuse.ts';

export const putStructDef: Service<'putStructDef'> = (context, { name, ...given }) =>
  putNextVersion(
    context,
    'StructDef',
    name,
    (definitions) => ({
      errors: validateStructDef(given, definitions),
      body: pinStructDef(given, definitions),
    }),
    (latest, body) => {
      if (!latest) return;
      if (latest.allowedUpdates === 'NO_UPDATES') {
        refuse('ALREADY_EXISTS', `There is another StructDef ${name}, and it allows no updates.`);
      }
      const errors = structUpdateErrors(latest, body);
      if (errors.length === 0) return;
      const what = errors.map(({ path, message }) => `${path}: ${message}`).join('; ');
      const detail = `This is not compatible with StructDef ${name} ${latest.version}: ${what}`;
      throw new RefusedError({ code: 'FAILED_PRECONDITION', detail, errors });
    },
  );
