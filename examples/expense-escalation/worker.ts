// The task worker of the process: node examples/expense-escalation/worker.ts
import { work } from '../support/work.ts';
import { tasks } from './tasks.ts';
import { expenseEscalation } from './workflow.ts';

await work(expenseEscalation, tasks);
