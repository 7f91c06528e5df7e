import { expect, it } from 'vitest';
import { holdingsOf, lineOf } from './holdings.ts';
import type { Owners, UserTaskEvent, UserTaskEventBody } from './user-task-run.ts';

const finance: Owners = { userId: null, userGroup: 'finance' };
const ana: Owners = { userId: 'ana', userGroup: 'finance' };
const at = (time: string) => `2026-11-24T${time}:00.000Z`;
const happened = (time: string, body: UserTaskEventBody): UserTaskEvent => ({
  seq: 0,
  at: at(time),
  actorKind: 'user',
  actorId: 'ana',
  onBehalfOf: null,
  cause: 'assign',
  reason: null,
  hash: '',
  ...body,
});
const assigned = (time: string, after: Owners) => happened(time, { type: 'ASSIGNED', before: null, after });
const done = (time: string) => happened(time, { type: 'COMPLETED', results: {} });

it('gives each stretch with who held it, from when to when', () => {
  const note = happened('11:00', { type: 'COMMENT_ADDED', commentId: 1, text: 'hm' });
  const events = [assigned('06:00', finance), assigned('10:00', ana), note, done('13:12')];
  expect(holdingsOf(events)).toEqual([
    { owners: finance, from: at('06:00'), to: at('10:00'), seconds: 4 * 3600 },
    { owners: ana, from: at('10:00'), to: at('13:12'), seconds: 3 * 3600 + 12 * 60 },
  ]);
  expect(lineOf(holdingsOf(events))).toEqual([
    { userId: null, userGroup: 'finance', seconds: 14_400 },
    { userId: 'ana', userGroup: null, seconds: 11_520 },
  ]);
});

it('leaves the last open while the task is, and who had it for no time out', () => {
  expect(holdingsOf([assigned('06:00', finance), assigned('07:00', ana)])).toEqual([
    { owners: finance, from: at('06:00'), to: at('07:00'), seconds: 3600 },
    { owners: ana, from: at('07:00'), to: null, seconds: null },
  ]);
  expect(holdingsOf([assigned('06:00', finance), assigned('07:00', ana), done('07:00')])).toHaveLength(1);
});

it('takes together in the line what one person held in two stretches that meet', () => {
  const it = { userId: 'ana', userGroup: 'it' };
  const line = lineOf(holdingsOf([assigned('06:00', ana), assigned('07:00', it), done('09:00')]));
  expect(line).toEqual([{ userId: 'ana', userGroup: null, seconds: 3 * 3600 }]);
});
