// The task worker of the process: node examples/onboarding/worker.ts
import { work } from '../support/work.ts';
import { tasks } from './tasks.ts';
import { onboarding } from './workflow.ts';

await work(onboarding, tasks);
