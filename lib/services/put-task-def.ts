// Put a TaskDef: created once, and never changed.
import { pinType, typedErrors, typeErrors } from '#engine/struct-defs.ts';
import type { Service } from './context.ts';
import { putOnce } from './put-definition.ts';

export const putTaskDef: Service<'putTaskDef'> = (context, { name, ...given }) =>
  putOnce(context, 'TaskDef', name, (definitions) => {
    const { inputVars, returnType } = given;
    return {
      errors: [
        ...inputVars.flatMap((input, index) => typedErrors(`inputVars.${index}`, input, definitions)),
        ...(returnType ? typeErrors('returnType', returnType, definitions) : []),
      ],
      body: {
        ...given,
        inputVars: inputVars.map((input) => ({ ...input, type: pinType(input.type, definitions) })),
        returnType: returnType && pinType(returnType, definitions),
      },
    };
  });
