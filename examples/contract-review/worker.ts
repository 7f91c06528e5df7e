// The task worker of the process: node examples/contract-review/worker.ts
import { work } from '../support/work.ts';
import { tasks } from './tasks.ts';
import { contractReview } from './workflow.ts';

await work(contractReview, tasks);
