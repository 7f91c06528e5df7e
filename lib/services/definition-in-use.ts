// What is said of a definition that cannot be deleted.
import { refuse } from './refuse.ts';

/** Turns the outcome of a deletion into an answer; `what` is the thing with its name. */
export function deletedOrRefused(what: string, { deleted, usedBy }: { deleted: boolean; usedBy: string[] }): undefined {
  if (usedBy.length > 0) refuse('FAILED_PRECONDITION', `${what} is in use by WfSpec ${usedBy.join(', ')}.`);
  if (!deleted) refuse('NOT_FOUND', `There is no ${what}.`);
}
