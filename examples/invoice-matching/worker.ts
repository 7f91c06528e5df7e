// The task worker of the process: node examples/invoice-matching/worker.ts
import { work } from '../support/work.ts';
import { tasks } from './tasks.ts';
import { invoiceMatching } from './workflow.ts';

await work(invoiceMatching, tasks);
