// What a program does.
import { defineTask } from '#sdk';

export const addUpSales = defineTask({
  name: 'add-up-sales',
  description: "Gives a region's sales of the last week, in euros.",
  inputs: { region: 'STR' },
  returns: 'DOUBLE',
});

export const sendReport = defineTask({
  name: 'send-report',
  inputs: { to: 'STR', lines: { array: 'STR' }, total: 'DOUBLE' },
});
