// The process: someone counts shelf after shelf, the workflow adds up, and a difference has to be explained.
import { defineWorkflow } from '#sdk';
import { countForm, differenceForm } from './definitions.ts';

export const stocktake = defineWorkflow(
  'stocktake',
  (wf) => {
    const clerk = wf.input('clerk', 'STR', { required: true });
    const shelves = wf.input('shelves', { array: 'STR' }, { required: true });
    const expected = wf.input('expected', 'INT', { required: true });
    const left = wf.variable('left', { array: 'STR' });
    const total = wf.variable('total', 'INT', { default: 0 });
    const counts = wf.variable('counts', { array: 'INT' }, { default: [] });

    left.assign(shelves);
    wf.doWhile(left.size().isGreaterThan(0), () => {
      const count = wf.assignUserTask(countForm, { userId: clerk, title: wf.format('Count shelf {0}', left.at(0)) });
      counts.add(count.at('counted'));
      total.add(count.at('counted'));
      left.removeIndex(0);
    });

    wf.doIf(total.isNotEqualTo(expected), () => {
      wf.assignUserTask(differenceForm, {
        userGroup: 'finance',
        title: wf.format('{0} too many', total.minus(expected)),
        notes: wf.format('Counted {0}: {1} in all. The books say {2}.', counts, total, expected),
      });
    });
    wf.return(total);
  },
  { description: 'Shelves are counted by hand and added up.', returns: 'INT' },
);
