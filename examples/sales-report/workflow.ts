// The process, run by a schedule: the sales of all regions are added up side by side and sent.
import { defineWorkflow } from '#sdk';
import { addUpSales, sendReport } from './definitions.ts';

const WEEKS_90 = 90 * 7 * 86_400;

export const salesReport = defineWorkflow(
  'sales-report',
  (wf) => {
    const to = wf.input('to', 'STR', { required: true });
    const regions = wf.input('regions', { array: 'STR' }, { default: ['north', 'south', 'west'] });
    const lines = wf.variable('lines', { array: 'STR' }, { default: [] });
    const total = wf.variable('total', 'DOUBLE', { default: 0 });

    const sums = wf.spawnThreadForEach('region', regions, (region) => {
      const sales = wf.execute(addUpSales, { region }, { retries: 3, timeoutSeconds: 300 });
      lines.add(wf.format('{0}: {1} euros', region, sales));
      total.add(sales);
    });
    wf.waitForThreads(sums).eachThread.onError(() => lines.add('a region is missing'));

    wf.execute(sendReport, { to, lines, total }, { retries: 3 });
  },
  { description: 'What was sold last week, by region.', retention: { secondsAfterEnd: WEEKS_90 } },
);
