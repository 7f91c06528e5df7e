// The task worker of the process: node examples/order/worker.ts
import { work } from '../support/work.ts';
import { tasks } from './tasks.ts';
import { order } from './workflow.ts';

await work(order, tasks);
