// Two processes: one checks who a customer is, and others have it run as a child; one opens an account for a customer who is clear.
import { defineWorkflow } from '#sdk';
import { customer, hitForm, openAccount, screenCustomer } from './definitions.ts';

const LIKELY_HIT = 60;

export const knowYourCustomer = defineWorkflow(
  'know-your-customer',
  (wf) => {
    const person = wf.input('person', customer, { required: true });
    const likeness = wf.variable('likeness', 'INT');
    likeness.assign(wf.execute(screenCustomer, { customer: person }, { retries: 5 }));

    wf.doIf(likeness.isLessThan(LIKELY_HIT), () => wf.return(true));
    const judgement = wf.assignUserTask(hitForm, {
      userGroup: 'finance',
      title: wf.format('Is {0} on a list?', person.at('name')),
      context: wf.format('{0}, {1}% alike', person.at('country'), likeness),
    });
    wf.return(judgement.at('isSomeoneElse'));
  },
  { description: 'Finds out whether we may do business with someone.', returns: 'BOOL' },
);

export const accountOpening = defineWorkflow(
  'account-opening',
  (wf) => {
    const person = wf.input('applicant', customer, { required: true });
    const check = wf.runWf(knowYourCustomer, { person });
    const isClear = wf.waitForWf(check);

    wf.doIf(isClear, () => wf.return(wf.execute(openAccount, { customer: person })));
    wf.fail('customer-refused', 'We may not do business with this person');
  },
  { description: 'Opens an account for a customer who is clear.', returns: 'STR' },
);
