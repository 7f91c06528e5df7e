// What is said of a WfRun that is not there.
import { because } from '#contracts/reasons.ts';
import { refuse } from './refuse.ts';

export const refuseUnknownWfRun = (wfRunId: string): never => refuse('NOT_FOUND', because('noRun', { wfRunId }));
