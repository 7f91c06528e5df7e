// What the worker does.
import { taskHandler } from '#sdk';
import { addUpSales, sendReport } from './definitions.ts';

const SALES: Record<string, number> = { north: 1200.5, south: 830, west: 99.25 };

export const tasks = {
  'add-up-sales': taskHandler(addUpSales, ({ region }) => {
    const sales = SALES[region ?? ''];
    if (sales === undefined) throw new Error(`nobody sells in ${region}`);
    return sales;
  }),
  'send-report': taskHandler(sendReport, ({ to, lines, total }, context) => {
    context.log([`to ${to}`, ...(lines ?? []), `${total} euros in all`].join('\n'));
  }),
};
