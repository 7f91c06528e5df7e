// What is said of a WfRun that is not there.
import { refuse } from './refuse.ts';

export const refuseUnknownWfRun = (wfRunId: string): never => refuse('NOT_FOUND', `There is no WfRun ${wfRunId}.`);
