// Has the report made every Monday at seven: node examples/sales-report/run.ts maria
import { callDocket } from '../support/call-docket.ts';
import { salesReport } from './workflow.ts';

const [to = 'maria'] = process.argv.slice(2);
await callDocket(async (client) => {
  const schedule = await client.scheduleWf({
    id: `weekly-for-${to}`,
    wfSpecName: salesReport.name,
    cron: '0 7 * * MON',
    timeZone: 'Europe/Vienna',
    variables: { to },
  });
  console.log(`${schedule.id} is set up: the first report is made at ${schedule.nextAt}`);
});
