// The process: several lawyers are asked at once, and the first opinion counts; the others' tasks are withdrawn.
import { defineWorkflow } from '#sdk';
import { fileOpinion, opinionForm } from './definitions.ts';

export const contractReview = defineWorkflow(
  'contract-review',
  (wf) => {
    const contract = wf.input('contract', 'STR', { required: true, searchable: true });
    const lawyers = wf.input('lawyers', { array: 'STR' }, { required: true });
    const decidedBy = wf.variable('decidedBy', 'STR');
    const isAcceptable = wf.variable('isAcceptable', 'BOOL');
    const reason = wf.variable('reason', 'STR');

    const reviews = wf.spawnThreadForEach('review', lawyers, (lawyer) => {
      const opinion = wf.assignUserTask(opinionForm, {
        userId: lawyer,
        title: wf.format('Can we sign {0}?', contract),
      });
      decidedBy.assign(lawyer);
      isAcceptable.assign(opinion.at('isAcceptable'));
      reason.assign(opinion.at('reason'));
    });
    wf.waitForFirst(reviews);

    wf.execute(fileOpinion, { contract, reviewer: decidedBy, isAcceptable, reason }, { retries: 3 });
    wf.return(isAcceptable);
  },
  { description: 'The first of several lawyers to answer decides on a contract.', returns: 'BOOL' },
);
