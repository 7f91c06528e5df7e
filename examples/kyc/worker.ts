// The task worker of both processes: node examples/kyc/worker.ts
import { work } from '../support/work.ts';
import { tasks } from './tasks.ts';
import { accountOpening } from './workflow.ts';

await work(accountOpening, tasks);
