// The task worker of the process, with a bank that is away twice: node examples/payment/worker.ts
import { work } from '../support/work.ts';
import { openBank } from './bank.ts';
import { tasksAt } from './tasks.ts';
import { payment } from './workflow.ts';

const bank = openBank({ household: 100_00n, savings: 0n });
bank.outages = 2;
await work(payment, tasksAt(bank));
