// The task worker of the process: node examples/purchase-approval/worker.ts
import { work } from '../support/work.ts';
import { tasks } from './tasks.ts';
import { purchaseApproval } from './workflow.ts';

await work(purchaseApproval, tasks);
