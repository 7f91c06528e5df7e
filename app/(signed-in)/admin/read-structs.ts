import { structsOf } from '#components/values/load-structs.ts';
import type { Structs } from '#components/values/value-draft.ts';
import type { UserPrincipal } from '#contracts/principal.ts';
import type { ThreadVariable } from '#contracts/wf-spec.ts';
import { find } from '../../read.ts';

/** The fields of the structs among some variables, for a form that asks for them field by field. */
export const readStructs = (person: UserPrincipal, variables: readonly ThreadVariable[]): Promise<Structs> =>
  structsOf(
    variables.map(({ type }) => type),
    async (name, version) => {
      const found =
        version === undefined
          ? await find(person, 'getStructDef', { name })
          : await find(person, 'getStructDefVersion', { name, version });
      return found?.output ?? null;
    },
  );
