// Comments on user tasks (scenarios UT).
import { describe, expect, it } from 'vitest';
import { accepted, refused, type Scenario } from '../testing/scenario.ts';
import { given, ofUser } from '../testing/user-task-scenario.ts';

describe('comments', () => {
  const add = (run: Scenario, text = 'This is a comment.') =>
    run.send({ type: 'AddComment', guid: '0-1', userId: 'a', text });
  const edit = (run: Scenario, commentId: number, text = 'Better.') =>
    run.send({ type: 'EditComment', guid: '0-1', commentId, text });
  const remove = (run: Scenario, commentId: number) => run.send({ type: 'DeleteComment', guid: '0-1', commentId });

  it('UT-16, UT-17, UT-85: are added, edited and deleted by id, ids are never reused, and the version stays', () => {
    const run = given(ofUser);
    accepted(add(run));
    accepted(edit(run, 1));
    accepted(remove(run, 1));
    accepted(add(run, 'Another.'));
    expect(run.events().slice(1)).toEqual([
      { type: 'COMMENT_ADDED', commentId: 1, text: 'This is a comment.' },
      { type: 'COMMENT_EDITED', commentId: 1, text: 'Better.' },
      { type: 'COMMENT_DELETED', commentId: 1 },
      { type: 'COMMENT_ADDED', commentId: 2, text: 'Another.' },
    ]);
    expect(run.task()).toMatchObject({ version: 1, epoch: 1 });
  });

  it('UT-19, UT-20, UT-22: a deleted one is FAILED_PRECONDITION, one that never was NOT_FOUND', () => {
    const run = given(ofUser);
    accepted(add(run));
    accepted(remove(run, 1));
    expect(refused(edit(run, 1)).code).toBe('FAILED_PRECONDITION');
    expect(refused(remove(run, 1)).code).toBe('FAILED_PRECONDITION');
    expect(refused(edit(run, 2)).code).toBe('NOT_FOUND');
    expect(refused(remove(run, 2)).code).toBe('NOT_FOUND');
  });

  it('say nothing when the text is the same', () => {
    const run = given(ofUser);
    accepted(add(run));
    expect(accepted(edit(run, 1, 'This is a comment.')).records).toEqual([]);
  });
});
