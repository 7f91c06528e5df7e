// The task worker of the process: node examples/sales-report/worker.ts
import { work } from '../support/work.ts';
import { tasks } from './tasks.ts';
import { salesReport } from './workflow.ts';

await work(salesReport, tasks);
