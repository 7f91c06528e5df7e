import { expect, it } from 'vitest';
import type { UserTaskEvent } from '#contracts/user-task-run.ts';
import { personTurn } from './person-turn.ts';

const by = (actorId: string, actorKind: UserTaskEvent['actorKind'] = 'user', onBehalfOf: string | null = null) => ({
  seq: 1,
  at: '2026-11-24T10:00:00.000Z',
  actorKind,
  actorId,
  onBehalfOf,
  cause: 'assign' as const,
  reason: null,
  hash: '',
});
const group = { userId: null, userGroup: 'finance' };
const having = (userId: string) => ({ userId, userGroup: 'finance' });
const change = (
  actor: ReturnType<typeof by>,
  before: ReturnType<typeof having> | typeof group | null,
  after: ReturnType<typeof having> | typeof group,
): UserTaskEvent => ({ ...actor, type: 'ASSIGNED', before, after });

it.each<[string, UserTaskEvent, string]>([
  ['claimed', change(by('ana'), group, having('ana')), 'claimed'],
  ['claimed through a key', change(by('robot', 'service', 'ana'), group, having('ana')), 'claimed'],
  ['taken from somebody', change(by('ana', 'admin'), having('ben'), having('ana')), 'tookOver'],
  ['given by somebody', change(by('ben'), having('ben'), having('ana')), 'got'],
  ['given by the workflow', change(by('x', 'engine'), null, having('ana')), 'got'],
  ['given on', change(by('ana'), having('ana'), having('ben')), 'handedOver'],
  ['given back', change(by('ana'), having('ana'), group), 'released'],
  ['taken away', change(by('ben', 'admin'), having('ana'), having('cleo')), 'lost'],
  ['taken away by a hook of the same name', change(by('ana', 'hook'), having('ana'), group), 'lost'],
  ['given from one to another', change(by('ana', 'admin'), having('ben'), having('cleo')), 'assigned'],
  ['moved to another group', change(by('ben', 'admin'), having('ana'), having('ana')), 'moved'],
  ['undone', { ...change(by('ana'), having('ana'), group), cause: 'undo' }, 'tookBack'],
  ['completed', { ...by('ana'), type: 'COMPLETED', results: {} }, 'completed'],
  ['completed for them', { ...by('ben', 'admin', 'ana'), type: 'COMPLETED', results: {} }, 'completedBy'],
  ['completed for somebody', { ...by('ana', 'admin', 'ben'), type: 'COMPLETED', results: {} }, 'completedFor'],
  ['cancelled', { ...by('ana', 'admin'), type: 'CANCELLED' }, 'cancelled'],
  ['cancelled by somebody', { ...by('ben', 'admin'), type: 'CANCELLED' }, 'cancelledBy'],
  ['cancelled by a key of the same name', { ...by('ana', 'service'), type: 'CANCELLED' }, 'cancelledBy'],
])('what was %s', (_, event, turn) => {
  expect(personTurn(event, 'ana')).toBe(turn);
});
