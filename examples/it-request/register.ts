// Puts the forms, the task and the workflow: node examples/it-request/register.ts
import { DocketClient, registerWorkflow } from '#sdk';
import { readConfig } from './config.ts';
import { itRequest } from './workflow.ts';

const wfSpec = await registerWorkflow(new DocketClient(readConfig()), itRequest);
console.log(`${wfSpec.name} ${wfSpec.majorVersion}.${wfSpec.revision} is registered`);
