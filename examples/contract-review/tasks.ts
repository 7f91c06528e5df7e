// What the worker does.
import { taskHandler } from '#sdk';
import { fileOpinion } from './definitions.ts';

export const tasks = {
  'file-opinion': taskHandler(fileOpinion, ({ contract, reviewer, isAcceptable, reason }, context) => {
    context.log(`${contract}: ${reviewer} says ${isAcceptable ? 'yes' : 'no'}${reason === null ? '' : ` (${reason})`}`);
  }),
};
